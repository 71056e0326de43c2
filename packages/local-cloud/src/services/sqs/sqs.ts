/** A message as `ReceiveMessage` hands it over, with all of its attributes. */
export interface SqsMessage {
  readonly MessageId: string
  readonly ReceiptHandle: string
  readonly MD5OfBody: string
  readonly Body: string
  readonly Attributes?: Readonly<Record<string, string>>
  readonly MD5OfMessageAttributes?: string
  readonly MessageAttributes?: Readonly<
    Record<string, { readonly DataType: string; readonly StringValue?: string; readonly BinaryValue?: string }>
  >
}

/** SQS as the rest of the cloud uses it. */
export interface Sqs {
  /** Any operation, by URLs and ARNs of this cloud. Throws `ServiceException`. */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>
  createQueue(name: string, attributes: Readonly<Record<string, string>>): Promise<{ url: string; arn: string }>
  /** The queue's address, which is its `Ref`; `undefined` for a queue that is not here. */
  queueUrl(arn: string): string | undefined
  /** A FIFO queue takes a group's id. */
  send(queueUrl: string, body: string, messageGroupId?: string): Promise<void>
  attributes(queueUrl: string): Promise<Readonly<Record<string, string>>>
  /** Long-polls up to 20 s; answers at once, with nothing, while the engine closes. */
  receive(queueUrl: string, maxMessages: number, waitTimeSeconds: number): Promise<readonly SqsMessage[]>
  delete(queueUrl: string, messages: readonly SqsMessage[]): Promise<void>
  /** The engine's answer to a client's call, which is handed on as it came; `hungUp` is aborted where the client waits no longer. */
  answer(operation: string, input: Readonly<Record<string, unknown>>, hungUp: AbortSignal): Promise<Response>
}
