import { flag, ignored, matching, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Logs } from '../logs.ts'
import { logs } from '../name.ts'

const properties = {
  FilterName: text,
  LogGroupName: required(text),
  FilterPattern: required(text),
  DestinationArn: required(matching(/^arn:aws:(?:lambda|kinesis|firehose):/, 'the ARN of a function, data stream or delivery stream')),
  RoleArn: text,
  Distribution: oneOf('ByLogStream', 'Random'),
  ApplyOnTransformedLogs: flag,
  EmitSystemFields: refused('lines have no system fields here'),
  FieldSelectionCriteria: ignored('all lines are of this account and region'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html */
export const logsSubscriptionFilter = resource('AWS::Logs::SubscriptionFilter', {
  uses: { logs },
  properties,
  create(filter, context) {
    askPermission(filter, context)
    return put(filter, context)
  },
  update(filter, { ref, properties: { LogGroupName } }, context) {
    if ((filter.FilterName ?? context.physicalName(512)) !== ref || filter.LogGroupName !== LogGroupName) return replacement
    askPermission(filter, context)
    return put(filter, context)
  },
  remove({ ref, properties: { LogGroupName } }, { services: { logs } }) {
    if (logs.subscriptions.of(LogGroupName).some(({ name }) => name === ref)) logs.subscriptions.delete(LogGroupName, ref)
  },
  restore: (existing, context) => askPermission(existing.properties, context),
})

type Filter = PropertiesOf<typeof properties>
type Context = ResourceContext<{ readonly logs: Logs }>

function put(
  { FilterName, LogGroupName, FilterPattern, DestinationArn, RoleArn, Distribution }: Filter,
  { services: { logs }, ground: { nowMs }, physicalName }: Context,
): { ref: string } {
  const name = FilterName ?? physicalName(512)
  logs.subscriptions.put({
    name, group: logs.groups.group(LogGroupName).name, pattern: FilterPattern, destinationArn: DestinationArn, roleArn: RoleArn,
    distribution: Distribution ?? 'ByLogStream', createdAtMs: nowMs(),
  })
  return { ref: name }
}

/** A function says itself who may invoke it, a stream is written by a role. */
function askPermission({ LogGroupName, DestinationArn, RoleArn }: Filter, { needs, arn }: Context): void {
  const service = DestinationArn.split(':')[2]
  if (service === 'lambda') {
    needs.invokes({
      functionArn: DestinationArn, principal: 'logs.amazonaws.com', sourceArn: `${arn('logs', `log-group:${LogGroupName}`)}:*`,
    })
  }
  const action = service === 'kinesis' ? 'kinesis:PutRecord' : 'firehose:PutRecordBatch'
  if (service !== 'lambda' && RoleArn !== undefined) needs.usesRole({ roleArn: RoleArn, access: { action, resource: DestinationArn } })
}
