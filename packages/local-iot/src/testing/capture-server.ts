import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came over the wire. */
export interface CapturedRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** `undefined` closes the connection without an answer. */
export type CaptureAnswer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string | Uint8Array }
  | undefined

/** An HTTP server that writes down what it is asked, and answers as it is told: the far end of a wire. */
export async function startCaptureServer(answer: (request: CapturedRequest, earlier: number) => CaptureAnswer = () => ({})) {
  const requests: CapturedRequest[] = []
  const server = createServer((request, response) => {
    void capture(request).then((captured) => {
      const given = answer(captured, requests.length)
      requests.push(captured)
      if (given === undefined) request.socket.destroy()
      else response.writeHead(given.status ?? 200, given.headers).end(given.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const { method = '', url = '', headers } = request
  const named = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')] as const)
  return { method, url, headers: Object.fromEntries(named), body: Buffer.concat(chunks) }
}
