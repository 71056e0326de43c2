/**
 * What an action of each kind asks for, its templates rendered: the input of the SDK's command, so that a function can stand in for the
 * service. `lambda` is the function's event; `http`, `openSearch`, `elasticsearch` and `salesforce` are HTTP requests.
 */
export interface ActionRequests {
  readonly lambda: unknown
  readonly sqs: { readonly QueueUrl: string; readonly MessageBody: string }
  readonly sns: SnsRequest
  readonly kinesis: { readonly StreamName: string; readonly PartitionKey: string; readonly Data: Uint8Array }
  readonly firehose: FirehoseRequest
  readonly s3: S3Request
  readonly dynamoDB: DynamoDbRequest
  readonly dynamoDBv2: PutItemRequest
  readonly cloudwatchMetric: MetricRequest
  readonly cloudwatchAlarm: { readonly AlarmName: string; readonly StateValue: AlarmState; readonly StateReason: string }
  readonly cloudwatchLogs: LogsRequest
  readonly stepFunctions: { readonly stateMachineArn: string; readonly name?: string; readonly input: string }
  readonly http: HttpRequest
  readonly openSearch: HttpRequest
  readonly elasticsearch: HttpRequest
  readonly salesforce: HttpRequest
  readonly kafka: RenderedAction
  readonly timestream: RenderedAction
  readonly influxDB: RenderedAction
  readonly location: RenderedAction
  readonly iotSiteWise: RenderedAction
  readonly iotEvents: RenderedAction
  readonly iotAnalytics: RenderedAction
}

export type DeliveredKind = keyof ActionRequests

/** Which action of which rule a request is by. */
export interface ActionOrigin {
  readonly ruleName: string
  /** Of the message. */
  readonly topic: string
  /** As the rule names it: a table, a URL; the ARN of a function is rendered. */
  readonly resource: string
}

/**
 * Functions that take the requests of actions in place of a service. One that rejects is asked again, as a service would be, unless its
 * error has a `$metadata.httpStatusCode` that says the request is wrong, as those of the SDK do, or is a `ServiceException` with such a
 * status. One for `lambda` stands for the function:
 * nobody waits for it, and it is tried again after one and two minutes.
 */
export type ActionFunctions = {
  readonly [Kind in DeliveredKind]?: (request: ActionRequests[Kind], origin: ActionOrigin) => Promise<unknown>
}

/** A topic by `TopicArn`, a device by `TargetArn`. */
export type SnsRequest = ({ readonly TopicArn: string } | { readonly TargetArn: string }) & {
  readonly Message: string
  readonly MessageStructure?: 'json'
}

/** `Records` in batch mode. */
export type FirehoseRequest = { readonly DeliveryStreamName: string }
  & ({ readonly Record: FirehoseRecord } | { readonly Records: FirehoseRecord[] })
interface FirehoseRecord {
  readonly Data: Uint8Array
}

export interface S3Request {
  readonly Bucket: string
  readonly Key: string
  readonly Body: Uint8Array
  readonly ACL?: CannedAcl
}
export type CannedAcl =
  | 'private'
    | 'public-read'
    | 'public-read-write'
    | 'aws-exec-read'
    | 'authenticated-read'
    | 'bucket-owner-read'
    | 'bucket-owner-full-control'
  | 'log-delivery-write'

/** A value as DynamoDB's API writes it. */
export type AttributeValue =
  | { S: string } | { N: string } | { B: Uint8Array } | { BOOL: boolean } | { NULL: true }
  | { L: AttributeValue[] } | { M: Record<string, AttributeValue> }
export type Item = Record<string, AttributeValue>
export interface PutItemRequest {
  readonly TableName: string
  readonly Item: Item
}

/** INSERT puts an item, UPDATE sets the payload of one, DELETE has nothing but its key. */
export type DynamoDbRequest = PutItemRequest | UpdateItemRequest | DeleteItemRequest
export interface UpdateItemRequest {
  readonly TableName: string
  readonly Key: Item
  readonly UpdateExpression: string
  readonly ExpressionAttributeNames: Record<string, string>
  readonly ExpressionAttributeValues: Item
}
export interface DeleteItemRequest {
  readonly TableName: string
  readonly Key: Item
}

export interface MetricRequest {
  readonly Namespace: string
  readonly MetricData: { MetricName: string; Value: number; Unit: string; Timestamp: Date }[]
}

export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const
export type AlarmState = (typeof ALARM_STATES)[number]

export interface LogsRequest {
  readonly logGroupName: string
  readonly logStreamName: string
  readonly logEvents: { timestamp: number; message: string }[]
}

export interface HttpRequest {
  readonly method: 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** To be signed for this service before it is sent. */
  readonly sigv4?: { readonly service: string; readonly region: string }
}

/** What a kind that is not emulated would send: its configuration, its templates rendered, and the rule's output. */
export interface RenderedAction {
  readonly config: unknown
  readonly payload: Uint8Array
}
