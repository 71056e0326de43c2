import type { LocalIotLogEntry } from '@keg/local-iot'

/** A log entry of a running cloud. */
export interface CloudLogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /** What wrote the entry. `function` is for lines that a Lambda function printed. */
  readonly source: 'cloud'
    | 'cloudfront'
    | 'cloudwatch'
    | 'cognito'
    | 'gateway'
    | 'function'
    | 'lambda'
    | 'event-source'
    | 'events'
    | 'firehose'
    | 'http-api'
    | 'iam'
    | 'iot'
    | 'logs'
    | 'states'
  readonly message: string
  readonly functionName?: string
  readonly requestId?: string
  /** The path of the resource in the CDK app. */
  readonly constructPath?: string
  /** The log entry of AWS IoT Core, with client, topic and rule. */
  readonly iot?: LocalIotLogEntry
}
