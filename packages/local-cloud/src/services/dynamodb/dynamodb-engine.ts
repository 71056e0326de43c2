/** One request of DynamoDB's JSON protocol. */
export interface DynamoDbRequest {
  /** As `PutItem`. */
  readonly operation: string
  readonly headers: Headers
  /** The input, as JSON. */
  readonly body: string
}

/** Something that answers DynamoDB's protocol. */
export interface DynamoDbEngine {
  answer(request: DynamoDbRequest): Promise<Response>
  close(): Promise<void>
}

/** A request of our own: engines want to see a signature and check none. */
export function engineRequest(operation: string, input: object): DynamoDbRequest {
  const headers = new Headers({
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=keg/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  })
  return { operation, headers, body: JSON.stringify(input) }
}

/** An answer in DynamoDB's protocol. */
export function engineResponse(output: object, status = 200): Response {
  return new Response(JSON.stringify(output), { status, headers: { 'content-type': 'application/x-amz-json-1.0' } })
}

/** An engine that listens at an address, as `http://127.0.0.1:8000`. */
export function httpEngine(endpoint: string, close: () => Promise<void> = async () => undefined): DynamoDbEngine {
  return {
    close,
    answer: ({ headers, body }) => fetch(endpoint, { method: 'POST', headers, body }),
  }
}
