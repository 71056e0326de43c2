import type { CloudLogEntry } from '../../cloud.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import type { Invoker } from '../lambda/invokers.ts'
import type { Lambda } from '../lambda/lambda.ts'
import type { Cors } from './cors.ts'
import { HttpApi } from './http-api.ts'

/** Where HTTP APIs answer on the endpoint: `/_apis/{apiId}/…`. */
export const API_PREFIX = '/_apis/'

/** What the HTTP APIs of an assembly share. */
export interface HttpApisOptions {
  readonly region: string
  readonly accountId: string
  readonly endpoint: string
  readonly lambda: Lambda
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (entry: CloudLogEntry) => void
}

/** The HTTP APIs of an assembly, by id. */
export class HttpApis {
  readonly #apis = new Map<string, HttpApi>()
  readonly #options: HttpApisOptions

  constructor(options: HttpApisOptions) {
    this.#options = options
  }

  create(apiId: string, cors: Cors | undefined): void {
    const log = (message: string) => this.#options.log({ level: 'warn', source: 'http-api', message })
    this.#apis.set(apiId, new HttpApi(apiId, cors, { ...this.#options, log }))
  }

  /** Throws `ServiceError` `NotFoundException`. */
  get(apiId: string): HttpApi {
    const api = this.#apis.get(apiId)
    if (api === undefined) throw new ServiceError('NotFoundException', 404, `Invalid API identifier specified ${this.#options.accountId}:${apiId}`)
    return api
  }

  find(apiId: string): HttpApi | undefined {
    return this.#apis.get(apiId)
  }

  /** As `http://127.0.0.1:4566/_apis/a1b2c3`. */
  url(apiId: string): string {
    return `${this.#options.endpoint}${API_PREFIX}${apiId}`
  }

  /** The text with the addresses that these APIs would have in AWS replaced by those they have here. */
  withLocalUrls(text: string): string {
    return text.replaceAll(/https:\/\/([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g, (whole, apiId: string) => (this.#apis.has(apiId) ? this.url(apiId) : whole))
  }

  invokers(): Invoker[] {
    return [...this.#apis.values()].flatMap((api) => api.invocations().map((invocation) => ({ ...invocation, principal: 'apigateway.amazonaws.com' })))
  }
}
