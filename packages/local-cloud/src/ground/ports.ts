/** What a service says beside the text that it delivers. */
export interface DeliveryOptions {
  /** Of a notification. */
  readonly subject?: string
  /** Of a message to a FIFO queue. */
  readonly messageGroupId?: string | undefined
  /** Of a record in a data stream. Default: the same for all. */
  readonly partitionKey?: string | undefined
}

/** What a record is called where its destination asks for that. */
export interface RecordNames {
  /** Of an object in a bucket. */
  readonly objectKey: string
  /** Of an event. */
  readonly detailType: string
  /** Whose record it is. */
  readonly functionArn: string
}

/** Hands a text to what an ARN names: a function, asynchronously, a queue, a topic, a state machine, a data stream, a log group. Rejects for what is not there. */
export type Deliver = (arn: string, text: string, options?: DeliveryOptions) => Promise<void>

/** Hands a record to a destination of a function or an event source: a queue, a topic, a function, a bucket, an event bus. Rejects where it does not take it. */
export type SendRecord = (arn: string, record: object, names: RecordNames) => Promise<void>

/** By what role a service does something, and as what session; without a role it is nobody's to judge. */
export interface RoleSession {
  readonly roleArn: string | undefined
  readonly sessionName: string
}

/** A line of a log stream. */
export interface LogLine {
  readonly message: string
  /** In epoch milliseconds. */
  readonly timestamp: number
}

/** What services do to each other, whoever they are. */
export interface Ports {
  readonly deliver: Deliver
  readonly sendRecord: SendRecord
  /**
   * Has the service that a request is signed for answer it, in this process; nobody looks at the signature.
   * Rejects with `ServiceException` where the role does not allow it and permissions are enforced.
   */
  readonly ask: (request: Request, by: RoleSession) => Promise<Response>
  /** Sends an event of a service of AWS's own to the default bus. */
  readonly emit: (source: string, detailType: string, detail: object, resources: readonly string[]) => void
  /** Adds to a metric that a service has of itself, as `AWS/Lambda`. Default unit: `Count`. */
  readonly count: (namespace: string, name: string, dimensions: Readonly<Record<string, string>>, value: number, unit?: string) => void
  /** Writes lines to a log stream, which is made where it is missing, as its group is. */
  readonly writeLines: (group: string, stream: string, lines: readonly LogLine[]) => void
}
