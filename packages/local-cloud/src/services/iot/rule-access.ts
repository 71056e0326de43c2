import { isRecord } from '@keg/aws-service'
import type { Access } from '../../ground/access.ts'

type Arn = (service: string, resource: string) => string
type ResourceOf = (action: Readonly<Record<string, unknown>>, arn: Arn) => string | undefined

const text = (value: unknown): string | undefined => (typeof value === 'string' && !value.includes('${') ? value : undefined)
const named = (value: unknown, name: (text: string) => string): string | undefined => {
  const found = text(value)
  return found === undefined ? undefined : name(found)
}

/**
 * What a rule's action does by its role, by the action's name in CloudFormation.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html
 */
const actions: Readonly<Record<string, readonly [action: string, resourceOf: ResourceOf]>> = {
  Sqs: ['sqs:SendMessage', ({ QueueUrl }, arn) => named(QueueUrl, (url) => arn('sqs', url.split('/').at(-1) ?? ''))],
  Sns: ['sns:Publish', ({ TargetArn }) => text(TargetArn)],
  Republish: ['iot:Publish', ({ Topic }, arn) => named(Topic, (topic) => arn('iot', `topic/${topic.replace(/^\$\$/, '$')}`))],
  DynamoDB: ['dynamodb:PutItem', ({ TableName }, arn) => named(TableName, (name) => arn('dynamodb', `table/${name}`))],
  DynamoDBv2: [
    'dynamodb:PutItem',
    ({ PutItem }, arn) => named(isRecord(PutItem) ? PutItem['TableName'] : undefined, (name) => arn('dynamodb', `table/${name}`)),
  ],
  Kinesis: ['kinesis:PutRecord', ({ StreamName }, arn) => named(StreamName, (name) => arn('kinesis', `stream/${name}`))],
  Firehose: [
    'firehose:PutRecord', ({ DeliveryStreamName }, arn) => named(DeliveryStreamName, (name) => arn('firehose', `deliverystream/${name}`)),
  ],
}

/** The accesses of a rule's actions with the role of each; one whose resource only a message tells is left out. */
export function ruleAccess(ruleActions: readonly unknown[], arn: Arn): { roleArn: string; access: Access }[] {
  return ruleActions.filter(isRecord).flatMap((ruleAction) => Object.entries(ruleAction)).flatMap(([kind, action]) => {
    const [name, resourceOf] = actions[kind] ?? []
    const resource = isRecord(action) ? resourceOf?.(action, arn) : undefined
    if (name === undefined || resource === undefined || !isRecord(action) || typeof action['RoleArn'] !== 'string') return []
    return [{ roleArn: action['RoleArn'], access: { action: name, resource } }]
  })
}
