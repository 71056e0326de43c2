import type { MappingDescription } from '../../event-sources.ts'
import { present } from '../../../../ground/present.ts'
import type { LambdaContext } from '../lambda-context.ts'
import type { MappingProperties } from './mapping-properties.ts'

/** A mapping as Lambda's API tells of it. */
export function mappingDescription(uuid: string, properties: MappingProperties, { services, ground }: LambdaContext): MappingDescription {
  const { FunctionName, EventSourceArn, Enabled, StartingPositionTimestamp, ...rest } = properties
  return {
    ...present(rest),
    UUID: uuid, EventSourceArn,
    BatchSize: properties.BatchSize ?? (EventSourceArn.startsWith('arn:aws:sqs:') ? 10 : 100),
    MaximumBatchingWindowInSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
    ...(StartingPositionTimestamp === undefined ? {} : { StartingPositionTimestamp: new Date(StartingPositionTimestamp * 1000) }),
    FunctionArn: services.lambda.definition(FunctionName).arn,
    State: Enabled === false ? 'Disabled' : 'Enabled',
    StateTransitionReason: 'USER_INITIATED',
    LastModified: new Date(ground.nowMs()),
  }
}
