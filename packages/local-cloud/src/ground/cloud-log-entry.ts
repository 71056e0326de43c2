import type { LocalIotLogEntry } from '@keg/local-iot'

/** One line of what happens in a running cloud. */
export interface CloudLogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /** `function`: printed by a Lambda function; the others name who speaks. */
  readonly source: 'cloud' | 'cloudwatch' | 'cognito' | 'gateway' | 'function' | 'lambda' | 'event-source' | 'events' | 'firehose' | 'http-api' | 'iam' | 'iot' | 'logs' | 'states'
  readonly message: string
  readonly functionName?: string
  readonly requestId?: string
  /** Where in the CDK app the resource concerned was defined. */
  readonly constructPath?: string
  /** What AWS IoT Core said, with client, topic and rule. */
  readonly iot?: LocalIotLogEntry
}
