/** A log group as it was made. */
export interface LogGroup {
  readonly name: string
  /** Without the `:*` that templates append. */
  readonly arn: string
  readonly createdAtMs: number
  /** Absent: lines never expire. */
  readonly retentionDays?: number | undefined
  readonly logGroupClass?: string | undefined
}

/** A group's name from its ARN, with or without `:*`, or from the name itself. */
export function groupNameOf(identifier: string): string {
  return identifier.split(':log-group:').at(-1)?.replace(/:\*$/, '') ?? identifier
}

/** A log stream of a group. */
export interface LogStream {
  readonly name: string
  readonly group: string
  readonly arn: string
  readonly createdAtMs: number
}

/** A line as it was put. */
export interface InputEvent {
  /** In milliseconds. */
  readonly timestamp: number
  readonly message: string
}

/** A line that is kept. */
export interface LogEvent extends InputEvent {
  /** 56 digits that grow. */
  readonly id: string
  readonly group: string
  readonly stream: string
  readonly ingestionTime: number
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const RETENTION_DAYS: ReadonlySet<number> = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
])

/** What a line counts beside its text. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
const EVENT_OVERHEAD_BYTES = 26

/** A line's size as AWS counts it. */
export function eventBytes({ message }: InputEvent): number {
  return Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES
}
