import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import type { DynamoDbEngine, DynamoDbRequest } from './dynamodb-engine.ts'

/** Where `fetch` does not go: a socket file, or a port that is closed to it. */
export type EngineAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number }

/** An engine at such an address. */
export function nodeHttpEngine(address: EngineAddress, close: () => Promise<void>): DynamoDbEngine {
  const agent = new Agent({ keepAlive: true })
  return {
    answer: (asked) => send(asked, { ...address, agent }),
    async close() {
      agent.destroy()
      await close()
    },
  }
}

async function send({ headers, body }: DynamoDbRequest, where: EngineAddress & { readonly agent: Agent }): Promise<Response> {
  const sent = Object.fromEntries(headers)
  // What comes compressed, `fetch` would decompress by itself.
  delete sent['accept-encoding']
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({ ...where, method: 'POST', headers: { ...sent, 'content-length': Buffer.byteLength(body) } }, resolve)
      .on('error', reject)
      .end(body)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  const answered = Object.entries(response.headers).flatMap(([name, value]) =>
    (value === undefined ? [] : [[name, String(value)] as [string, string]]))
  return new Response(Buffer.concat(chunks), { status: response.statusCode ?? 500, headers: answered })
}
