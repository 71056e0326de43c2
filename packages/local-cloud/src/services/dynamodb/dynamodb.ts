import { ServiceError } from '../../gateway/service-error.ts'
import type { DynamoDbEngine } from './dynamodb-engine.ts'

/** DynamoDB as the rest of the cloud sees it: one address to forward to, and calls of our own. */
export interface DynamoDb {
  /** Throws `ServiceError` with the engine's answer. */
  call(operation: string, input: object): Promise<Record<string, unknown>>
  fetch(request: Request): Promise<Response>
}

/** Operations whose answers hold ARNs, which dynoxide makes up for an account and region of its own. */
const describing = /\.(?:Create|Describe|Update|Delete)(?:Table|TimeToLive)$/

/** DynamoDB on an engine, with ARNs of this account and region. */
export function createDynamoDb(engine: DynamoDbEngine, { region, accountId }: { region: string; accountId: string }): DynamoDb {
  const forward = async (target: string, headers: Headers | Record<string, string>, body: ArrayBuffer | string) => {
    const response = await fetch(engine.endpoint, { method: 'POST', headers, body })
    if (!describing.test(target)) return response
    const text = (await response.text()).replaceAll(/arn:aws:(dynamodb|kms):dynoxide:0{12}:/g, `arn:aws:$1:${region}:${accountId}:`)
    return new Response(text, { status: response.status, headers: { 'content-type': 'application/x-amz-json-1.0' } })
  }
  return {
    async call(operation, input) {
      const target = `DynamoDB_20120810.${operation}`
      // Engines want to see a signature and check none.
      const signature = {
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      }
      const response = await forward(target, { ...signature, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target }, JSON.stringify(input))
      // The protocol answers with one JSON object.
      const output = (await response.json()) as Record<string, unknown>
      if (!response.ok) throw ServiceError.from(response.status, output)
      return output
    },
    async fetch(request) {
      const headers = new Headers(request.headers)
      // Hop-by-hop: they belong to the connection that the request came by.
      for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect']) headers.delete(name)
      const response = await forward(headers.get('x-amz-target') ?? '', headers, await request.arrayBuffer())
      const answered = new Headers(response.headers)
      // `fetch` has decoded the body already, and the listener counts it anew.
      for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) answered.delete(name)
      return new Response(response.body, { status: response.status, headers: answered })
    },
  }
}
