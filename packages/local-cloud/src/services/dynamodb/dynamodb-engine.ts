/** Something that answers DynamoDB's protocol at an address of this machine. */
export interface DynamoDbEngine {
  /** As `http://127.0.0.1:8000`. */
  readonly endpoint: string
  close(): Promise<void>
}
