import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { LastingFailure } from '../actions/action.ts'
import type { CallAws } from '../actions/aws-call.ts'
import type { LocalIotOptions } from '../core/local-iot.ts'
import type { AwsServiceName } from '../actions/aws-service-name.ts'
import { sdkServices } from './aws-services.ts'
import type { CallOperation } from './sdk-service.ts'

/** Where actions send their AWS requests, and as whom. */
export type AwsEndpoint = NonNullable<LocalIotOptions['aws']>

const CONNECT_LIMIT_MS = 3000
const REQUEST_LIMIT_MS = 10_000

/** AWS services behind endpoints. */
export interface AwsClients {
  /** Whether there is an endpoint for the service. */
  readonly has: (service: AwsServiceName) => boolean
  /** Calls by the SDK, signed by one key for all callers. Rejects where the service has no endpoint, or its package is not installed. */
  readonly call: CallAws
  readonly close: () => void
}

export function openAwsClients({ endpoint: common, endpoints = {}, credentials }: AwsEndpoint, region: string): AwsClients {
  const endpointOf = (name: AwsServiceName) => endpoints[name] ?? common
  let handler: Promise<NodeHttpHandler> | undefined
  const opened = new Map<AwsServiceName, Promise<CallOperation>>()
  const open = async (name: AwsServiceName) => {
    const endpoint = endpointOf(name)
    if (endpoint === undefined) throw new LastingFailure(`no \`aws\` endpoint for ${name} was given to createLocalIot`)
    const requestHandler = await (handler ??= openHandler())
    const service = sdkServices[name]
    return service.open({ endpoint, credentials, region, maxAttempts: 1, requestHandler }).catch((error: unknown) => {
      opened.delete(name)
      if (!isMissing(error)) throw error
      throw new LastingFailure(`The package ${service.packageName} is needed and not installed.`, { cause: error })
    })
  }
  return {
    has: (name) => endpointOf(name) !== undefined,
    async call({ service, operation, input }) {
      const client = opened.get(service) ?? open(service)
      opened.set(service, client)
      return (await client)(operation, input)
    },
    close: () => void handler?.then((one) => one.destroy(), () => undefined),
  }
}

// HTTP/1.1 for all, which an endpoint without TLS speaks; the Kinesis client's own choice is HTTP/2.
async function openHandler(): Promise<NodeHttpHandler> {
  const { NodeHttpHandler: Handler } = await import('@smithy/node-http-handler')
  return new Handler({ connectionTimeout: CONNECT_LIMIT_MS, requestTimeout: REQUEST_LIMIT_MS, throwOnRequestTimeout: true })
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_MODULE_NOT_FOUND'
