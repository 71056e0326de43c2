import { ServiceException } from '@keg/aws-service'
import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { Invoker } from '../lambda/invokers.ts'
import type { Lambda } from '../lambda/lambda.ts'
import type { Cors } from './cors.ts'
import { internalServerError, message } from './function-response.ts'
import { HttpApi, type ApiObserver, type HttpApiOptions } from './http-api.ts'
import type { VerifyJwt } from './jwt-authorizer.ts'
import { API_PREFIX, pathInApi } from './paths.ts'

/** No function runs longer than 15 minutes. */
const LAMBDA_MAX_MS = 900_000

/** What the HTTP APIs of an assembly share. */
export interface HttpApisOptions {
  readonly region: string
  readonly accountId: string
  readonly endpoint: string
  readonly lambda: Lambda
  readonly verifyJwt: VerifyJwt
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (entry: CloudLogEntry) => void
  /** Told of the requests of HTTP APIs, not of function URLs. */
  readonly observe?: ApiObserver
}

/** The HTTP APIs of an assembly, by id. */
export class HttpApis {
  readonly #apis = new Map<string, HttpApi>()
  readonly #functionUrls = new Set<string>()
  readonly #options: HttpApisOptions

  constructor(options: HttpApisOptions) {
    this.#options = options
  }

  create(apiId: string, cors: Cors | undefined): void {
    this.#add(apiId, cors, `${apiId}.execute-api.${this.#options.region}.amazonaws.com`, {
      failed: internalServerError, forbidden: () => message(403, 'Forbidden'), observe: this.#options.observe,
    })
  }

  /**
   * Creates a function URL: an API of one route, in the same payload format, whose function fails with a 502; `iam`: for those alone whose
   * policies let them invoke it.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
   */
  createFunctionUrl(
    urlId: string,
    cors: Cors | undefined,
    { functionArn, constructPath, iam }: { functionArn: string; constructPath: string; iam: boolean },
  ): void {
    const api = this.#add(urlId, cors, `${urlId}.lambda-url.${this.#options.region}.on.aws`, {
      failed: () => new Response('Internal Server Error', { status: 502 }),
      forbidden: () => Response.json({ Message: 'Forbidden' }, { status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' } }),
    })
    this.#functionUrls.add(urlId)
    api.addIntegration('function', { functionArn, timeoutMs: LAMBDA_MAX_MS, payloadFormat: '2.0' })
    api.addRoute({
      routeKey: '$default', target: 'integrations/function', constructPath,
      ...(iam ? { iam: { action: 'lambda:InvokeFunctionUrl', resource: functionArn } } : {}),
    })
    api.addStage('$default')
  }

  #add(
    apiId: string, cors: Cors | undefined, domainName: string, answers: Pick<HttpApiOptions, 'failed' | 'forbidden' | 'observe'>,
  ): HttpApi {
    const log = (message: string) => this.#options.log({ level: 'warn', source: 'http-api', message })
    const api = new HttpApi(apiId, cors, { ...this.#options, observe: undefined, domainName, ...answers, log })
    this.#apis.set(apiId, api)
    return api
  }

  /** Throws `ServiceException` `NotFoundException`. */
  get(apiId: string): HttpApi {
    const api = this.#apis.get(apiId)
    if (api === undefined)
      throw new ServiceException('NotFoundException', 404, `Invalid API identifier specified ${this.#options.accountId}:${apiId}`)
    return api
  }

  /** An API or a function URL. */
  remove(apiId: string): void {
    this.#apis.delete(apiId)
    this.#functionUrls.delete(apiId)
  }

  isFunctionUrl(apiId: string): boolean {
    return this.#functionUrls.has(apiId)
  }

  /**
   * Whether an API's CORS lets a page of another origin ask. `beside`: one of this machine, which an API without a CORS configuration lets
   * in where it has a route for the browser's preflight and so answers that itself.
   */
  admits(apiId: string, request: Request, beside: boolean): boolean {
    return this.#apis.get(apiId)?.admits(request.headers.get('origin'), { beside, path: pathInApi(request) }) === true
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
    return text.replaceAll(/https:\/\/([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g, (whole, apiId: string) =>
      (this.#apis.has(apiId) ? this.url(apiId) : whole))
  }

  invokers(): Invoker[] {
    return [...this.#apis.values()].filter(({ apiId }) => !this.#functionUrls.has(apiId)).flatMap((api) =>
      api.invocations().map((invocation) => ({ ...invocation, principal: 'apigateway.amazonaws.com' })))
  }
}
