import { invalidRequest } from '../errors/service-exception.ts'
import { action, delivery } from './action.ts'
import { attributeValue } from './attribute-value.ts'
import type { DynamoDbRequest, Item } from './requests.ts'
import { checkChoice, chosen, fields } from './templates.ts'

const OPERATIONS = ['INSERT', 'UPDATE', 'DELETE'] as const

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-rule-action.html */
export const dynamoDBAction = action('dynamoDB', ({ roleArn, hashKeyType, rangeKeyType, ...config }, setup) => {
  const { rangeKeyField, rangeKeyValue } = config
  if ((rangeKeyField === undefined) !== (rangeKeyValue === undefined)) throw invalidRequest('rangeKeyField and rangeKeyValue go together')
  checkChoice('operation', OPERATIONS, config.operation)
  const rendered = fields(config, setup)
  return delivery('dynamoDB', { resource: config.tableName, roleArn }, async (input): Promise<DynamoDbRequest> => {
    const { tableName: TableName, payloadField = 'payload', operation = 'INSERT', ...keys } = await rendered(input)
    const Key = keyOf({ ...keys, hashKeyType, rangeKeyType })
    switch (chosen('operation', OPERATIONS, operation)) {
      case 'DELETE': return { TableName, Key }
      case 'INSERT': return { TableName, Item: { [payloadField]: attributeValue(input.output), ...Key } }
      case 'UPDATE': return {
        TableName, Key, UpdateExpression: 'SET #payload = :payload',
        ExpressionAttributeNames: { '#payload': payloadField }, ExpressionAttributeValues: { ':payload': attributeValue(input.output) },
      }
    }
  })
})

interface Keys {
  readonly hashKeyField: string
  readonly hashKeyValue: string
  readonly hashKeyType?: string | undefined
  readonly rangeKeyField?: string | undefined
  readonly rangeKeyValue?: string | undefined
  readonly rangeKeyType?: string | undefined
}

const keyOf = ({ hashKeyField, hashKeyValue, hashKeyType, rangeKeyField, rangeKeyValue, rangeKeyType }: Keys): Item => ({
  [hashKeyField]: keyValue(hashKeyType, hashKeyValue),
  ...(rangeKeyField === undefined || rangeKeyValue === undefined ? {} : { [rangeKeyField]: keyValue(rangeKeyType, rangeKeyValue) }),
})

/** STRING or NUMBER, by the service model; STRING where the rule does not say. */
const keyValue = (type: string | undefined, value: string) => (type === 'NUMBER' ? { N: value } : { S: value })
