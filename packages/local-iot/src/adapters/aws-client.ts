import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { LastingFailure } from '../actions/action.ts'

/** Where actions send their AWS requests, and as whom: one URL for every service. */
export interface AwsEndpoint {
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** What every client is made with: its endpoint, its requests over HTTP/1.1, bounded in time, and no retries, which are the rule engine's. */
type ClientConfig = AwsEndpoint & { readonly region: string; readonly maxAttempts: 1; readonly requestHandler: NodeHttpHandler }

const CONNECT_LIMIT_MS = 3000
const REQUEST_LIMIT_MS = 10_000

/** A service that is reached through a package of the SDK: the package is loaded, and its client opened, with the first request. */
export interface AwsService<Request> {
  readonly packageName: string
  open(config: ClientConfig): Promise<(request: Request) => Promise<unknown>>
}

/** The service of a package of the SDK. */
export const service = <Sdk, Request>(
  packageName: string,
  load: () => Promise<Sdk>,
  open: (sdk: Sdk, config: ClientConfig) => (request: Request) => Promise<unknown>,
): AwsService<Request> => ({ packageName, open: async (config) => open(await load(), config) })

/** AWS services behind one endpoint. */
export interface AwsClients {
  /** The service's way to send; opened with the first call. Rejects where its package is not installed. */
  readonly open: <Request>(service: AwsService<Request>) => Promise<(request: Request) => Promise<unknown>>
  readonly close: () => void
}

export function openAwsClients(aws: AwsEndpoint, region: string): AwsClients {
  let handler: Promise<NodeHttpHandler> | undefined
  const opened = new Map<AwsService<never>, Promise<(request: never) => Promise<unknown>>>()
  const open = async <Request>(asked: AwsService<Request>) => {
    const requestHandler = await (handler ??= openHandler())
    return asked.open({ ...aws, region, maxAttempts: 1, requestHandler }).catch((error: unknown) => {
      opened.delete(asked)
      if (!isMissing(error)) throw error
      throw new LastingFailure(`The package ${asked.packageName} is needed and not installed.`, { cause: error })
    })
  }
  return {
    open<Request>(asked: AwsService<Request>) {
      // What is kept for a service is its own.
      const client = (opened.get(asked) as Promise<(request: Request) => Promise<unknown>> | undefined) ?? open(asked)
      opened.set(asked, client)
      return client
    },
    close: () => void handler?.then((open) => open.destroy(), () => undefined),
  }
}

// HTTP/1.1 for all, which an endpoint without TLS speaks; the Kinesis client's own choice is HTTP/2.
async function openHandler(): Promise<NodeHttpHandler> {
  const { NodeHttpHandler: Handler } = await import('@smithy/node-http-handler')
  return new Handler({ connectionTimeout: CONNECT_LIMIT_MS, requestTimeout: REQUEST_LIMIT_MS, throwOnRequestTimeout: true })
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_MODULE_NOT_FOUND'
