import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { LastingFailure } from '../actions/action.ts'
import type { AwsServiceName, LocalIotOptions } from '../local-iot.ts'

/** Where actions send their AWS requests, and as whom. */
export type AwsEndpoint = NonNullable<LocalIotOptions['aws']>

/** What every client is made with: its endpoint, its requests over HTTP/1.1, bounded in time, and no retries, which are the rule engine's. */
type ClientConfig = { readonly endpoint: string; readonly credentials: AwsEndpoint['credentials']; readonly region: string; readonly maxAttempts: 1; readonly requestHandler: NodeHttpHandler }

const CONNECT_LIMIT_MS = 3000
const REQUEST_LIMIT_MS = 10_000

/** A service that is reached through a package of the SDK: the package is loaded, and its client opened, with the first request. */
export interface AwsService<Request> {
  readonly name: AwsServiceName
  readonly packageName: string
  open(config: ClientConfig): Promise<(request: Request) => Promise<unknown>>
}

/** The service of a package of the SDK. */
export const service = <Sdk, Request>(
  name: AwsServiceName,
  packageName: string,
  load: () => Promise<Sdk>,
  open: (sdk: Sdk, config: ClientConfig) => (request: Request) => Promise<unknown>,
): AwsService<Request> => ({ name, packageName, open: async (config) => open(await load(), config) })

/** AWS services behind endpoints. */
export interface AwsClients {
  /** Whether there is an endpoint for the service. */
  readonly has: (service: AwsServiceName) => boolean
  /** The service's way to send; opened with the first call. Rejects where it has no endpoint, or its package is not installed. */
  readonly open: <Request>(service: AwsService<Request>) => Promise<(request: Request) => Promise<unknown>>
  readonly close: () => void
}

export function openAwsClients({ endpoint: common, endpoints = {}, credentials }: AwsEndpoint, region: string): AwsClients {
  const endpointOf = (name: AwsServiceName) => endpoints[name] ?? common
  let handler: Promise<NodeHttpHandler> | undefined
  const opened = new Map<AwsService<never>, Promise<(request: never) => Promise<unknown>>>()
  const open = async <Request>(asked: AwsService<Request>) => {
    const endpoint = endpointOf(asked.name)
    if (endpoint === undefined) throw new LastingFailure(`no \`aws\` endpoint for ${asked.name} was given to createLocalIot`)
    const requestHandler = await (handler ??= openHandler())
    return asked.open({ endpoint, credentials, region, maxAttempts: 1, requestHandler }).catch((error: unknown) => {
      opened.delete(asked)
      if (!isMissing(error)) throw error
      throw new LastingFailure(`The package ${asked.packageName} is needed and not installed.`, { cause: error })
    })
  }
  return {
    has: (name) => endpointOf(name) !== undefined,
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
