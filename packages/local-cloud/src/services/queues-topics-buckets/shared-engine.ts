/** One request to SQS or SNS, which go by its signature's region and check nothing else of it. */
export interface EngineRequest {
  readonly service: 'sqs' | 'sns'
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
}

/** A request of S3's. */
export interface ObjectRequest {
  readonly method: string
  /** Path and query; the path begins at the bucket. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer
}

/** SQS, SNS and S3 in one, so that topics find their queues. */
export interface SharedEngine {
  /** Whose queues and topics its ARNs name. */
  readonly accountId: string
  /** By which URL it knows a queue. */
  queueUrl(name: string): string
  inject(
    request: EngineRequest,
  ): Promise<{ readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }>
  object(request: ObjectRequest): Promise<{ readonly statusCode: number; readonly headers: Record<string, string>; readonly body: Buffer }>
  close(): Promise<void>
}
