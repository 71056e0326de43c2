/** What can accompany a text that a service delivers. */
export interface DeliveryOptions {
  /** The subject of a notification. */
  readonly subject?: string
  /** The message group in a FIFO queue. */
  readonly messageGroupId?: string | undefined
  /** The partition key of a record in a data stream. Default: the same for all records. */
  readonly partitionKey?: string | undefined
}

/** Names for a record, for destinations that need one. */
export interface RecordNames {
  /** The key of an object in a bucket. */
  readonly objectKey: string
  /** The detail type of an event. */
  readonly detailType: string
  /** The function that the record is about. */
  readonly functionArn: string
}

/**
 * Delivers a text to the target with this ARN: a function (asynchronously), queue, topic, state machine, data stream or log group. Rejects
 * for a target that does not exist.
 */
export type Deliver = (arn: string, text: string, options?: DeliveryOptions) => Promise<void>

/**
 * Delivers a record to a destination of a function or event source: a queue, topic, function, bucket or event bus. Rejects where the
 * destination refuses it.
 */
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

/** What services do for each other, whichever services they are. */
export interface Ports {
  readonly deliver: Deliver
  readonly sendRecord: SendRecord
  /**
   * Has the service that a request is signed for answer it, in this process; nobody looks at the signature.
   * Rejects with `ServiceException` where the role does not allow it and permissions are enforced.
   */
  readonly ask: (request: Request, by: RoleSession) => Promise<Response>
  /** Sends an event of an AWS service to the default bus. */
  readonly emit: (source: string, detailType: string, detail: object, resources: readonly string[]) => void
  /** Adds to a metric that an AWS service reports about itself, for example in `AWS/Lambda`. Default unit: `Count`. */
  readonly count: (namespace: string, name: string, dimensions: Readonly<Record<string, string>>, value: number, unit?: string) => void
  /** Writes lines to a log stream, which is made where it is missing, as its group is. */
  readonly writeLines: (group: string, stream: string, lines: readonly LogLine[]) => void
}
