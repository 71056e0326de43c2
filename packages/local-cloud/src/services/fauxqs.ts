/** fauxqs keeps all that it has in this account. */
export const ENGINE_ACCOUNT = '000000000000'

/** One request to fauxqs, which goes by its signature's region and checks nothing else of it. */
export interface FauxqsRequest {
  readonly service: 'sqs' | 'sns'
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
}

/** fauxqs, which is SQS and SNS in one, so that topics find their queues. */
export interface Fauxqs {
  inject(request: FauxqsRequest): Promise<{ readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }>
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
    close: async () => {
      await app.close()
    },
  }
}
