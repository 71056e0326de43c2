/** fauxqs keeps all that it has in this account. */
export const ENGINE_ACCOUNT = '000000000000'

/** One request to fauxqs, which goes by its signature's region and checks nothing else of it. */
export interface FauxqsRequest {
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

/** fauxqs, which is SQS, SNS and S3 in one, so that topics find their queues. */
export interface Fauxqs {
  inject(request: FauxqsRequest): Promise<{ readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }>
  object(request: ObjectRequest): Promise<{ readonly statusCode: number; readonly headers: Record<string, string>; readonly body: Buffer }>
  close(): Promise<void>
}

/**
 * Starts fauxqs, embedded: requests are handed to its router without a socket.
 * @see https://github.com/kibertoad/fauxqs
 */
export async function startFauxqs(region: string): Promise<Fauxqs> {
  // Loaded on use: an assembly without queues starts sooner.
  const { buildApp } = await import('fauxqs')
  const app = buildApp({ logger: false, defaultRegion: region })
  return {
    inject({ service, headers, payload }) {
      const authorization = `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
      return app.inject({ method: 'POST', url: '/', headers: { ...headers, authorization }, payload })
    },
    async object({ method, url, headers, payload }) {
      // Whatever method a client sent, the router says what it knows.
      const { statusCode, headers: answered, rawPayload } = await app.inject({ method: method as 'GET', url, headers, payload })
      const texts = Object.entries(answered).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
      return { statusCode, headers: Object.fromEntries(texts), body: rawPayload }
    },
    close: async () => {
      await app.close()
    },
  }
}
