import { Writable } from 'node:stream'

/** What a streaming handler has written, once it is done. */
export interface StreamedResponse {
  readonly contentType: string
  /** Status, headers and cookies, as JSON; absent where the handler set none. */
  readonly prelude?: string
  /** Base64. */
  readonly body: string
}

/** How a prelude is kept apart from the body that follows it. */
const PRELUDE_END = '\0'.repeat(8)
const HTTP_TYPE = 'application/vnd.awslambda.http-integration-response'
const streaming = new WeakSet<object>()

/** The stream that a streaming handler writes to. @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
export class ResponseStream extends Writable {
  readonly #chunks: Buffer[] = []
  #contentType = 'application/octet-stream'
  #prelude: string | undefined

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: () => void): void {
    this.#chunks.push(chunk)
    written()
  }

  setContentType(contentType: string): void {
    this.#contentType = contentType
  }

  setPrelude(metadata: unknown): void {
    this.#contentType = HTTP_TYPE
    this.#prelude = JSON.stringify(metadata)
  }

  /** Ends the stream where the handler has not. */
  async done(): Promise<StreamedResponse> {
    if (!this.writableEnded) this.end()
    if (!this.writableFinished) await new Promise((resolve) => this.once('finish', resolve))
    return {
      contentType: this.#contentType, ...(this.#prelude === undefined ? {} : { prelude: this.#prelude }),
      body: Buffer.concat(this.#chunks).toString('base64'),
    }
  }
}

/** What Lambda's runtime gives handlers as the global `awslambda`. */
export const awslambda = {
  streamifyResponse<T extends object>(handler: T): T {
    streaming.add(handler)
    return handler
  },
  HttpResponseStream: {
    from(stream: ResponseStream, metadata: unknown): ResponseStream {
      stream.setPrelude(metadata)
      return stream
    },
  },
}

export function isStreaming(handler: object): boolean {
  return streaming.has(handler)
}

/** The bytes that a caller of the API gets. */
export function streamedBytes({ prelude, body }: StreamedResponse): Buffer {
  return Buffer.concat([Buffer.from(prelude === undefined ? '' : `${prelude}${PRELUDE_END}`), Buffer.from(body, 'base64')])
}
