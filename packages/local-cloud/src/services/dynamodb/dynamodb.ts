import { parsedInput, ServiceException } from '@keg/aws-service'
import type { Shelves } from '../../ground/shelf.ts'
import { engineRequest, type DynamoDbEngine, type DynamoDbRequest } from './dynamodb-engine.ts'
import { streamedEngine } from './streams/streamed-engine.ts'
import { TableStreams, type TableStream } from './streams/table-stream.ts'

/** DynamoDB as the rest of the cloud sees it: one address to forward to, and calls of our own. */
export interface DynamoDb {
  /** Throws `ServiceException` with the engine's answer. */
  call(operation: string, input: object): Promise<Record<string, unknown>>
  fetch(request: Request): Promise<Response>
  /** A table's stream by its ARN; `undefined` where there is none. */
  stream(arn: string): TableStream | undefined
  close(): Promise<void>
}

export interface DynamoDbOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly newId: () => string
  readonly shelves: Shelves
}

/** Operations whose answers hold ARNs, which engines make up for an account and region of their own. */
const describing = /^(?:Create|Describe|Update|Delete)(?:Table|TimeToLive)$/

/** DynamoDB on an engine, with streams of our own and ARNs of this account and region. */
export function createDynamoDb(engine: DynamoDbEngine, { region, accountId, nowMs, newId, shelves }: DynamoDbOptions): DynamoDb {
  const streams = new TableStreams({ region, accountId, nowMs, shelves })
  const streamed = streamedEngine(engine, streams, { newId, pending: shelves.shelf('dynamodb-pending') })
  const answer = async (request: DynamoDbRequest) => {
    const response = await streamed.answer(request)
    if (!describing.test(request.operation)) return response
    const text = (await response.text()).replaceAll(/arn:aws:(dynamodb|kms):[a-z0-9-]+:\d{12}:/g, `arn:aws:$1:${region}:${accountId}:`)
    return new Response(text, { status: response.status, headers: { 'content-type': 'application/x-amz-json-1.0' } })
  }
  return {
    stream: (arn) => streams.get(arn),
    close: () => streamed.close(),
    async call(operation, input) {
      const response = await answer(engineRequest(operation, input))
      // The protocol answers with one JSON object.
      const output = (await response.json()) as Record<string, unknown>
      if (!response.ok) throw ServiceException.from(response.status, output)
      return output
    },
    async fetch(request) {
      const headers = new Headers(request.headers)
      // Hop-by-hop: they belong to the connection that the request came by.
      for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect']) headers.delete(name)
      const operation = headers.get('x-amz-target')?.split('.').at(-1) ?? ''
      const body = await request.text()
      // Engines, and what stands in front of them, take it for JSON.
      parsedInput(body)
      const response = await answer({ operation, headers, body })
      const answered = new Headers(response.headers)
      // `fetch` has decoded the body already, and the listener counts it anew.
      for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) answered.delete(name)
      return new Response(response.body, { status: response.status, headers: answered })
    },
  }
}
