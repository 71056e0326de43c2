import type { BodyBound } from '../../ground/http.ts'
import type { LocalAnswer } from '../../ground/running-distribution.ts'
import { compressed } from './compression.ts'
import type { Behavior, DistributionConfig, EdgeEvent } from './distribution-config.ts'
import { checkHead } from './doors.ts'
import { errorPage, isBodiless } from './error-page.ts'
import { functionEvent, requestOrResponse, responseOf } from './function-event.ts'
import type { OriginKind } from './origin-kind.ts'
import { matchesPathPattern } from './path-pattern.ts'
import type { EdgeFunction } from './edge-function.ts'
import type { CachePolicy } from './forwarding.ts'
import { overHttp, withHeaders, type ResponseHeadersPolicy } from './response-headers.ts'

/** What a distribution runs with. */
export interface DistributionOptions {
  readonly id: string
  readonly hosts: readonly string[]
  readonly newId: () => string
  readonly log: (text: string) => void
  readonly kindOf: (originId: string) => OriginKind | undefined
  /** Asks the origin of a behaviour; the path is the one that the origin is asked for. */
  readonly ask: (behavior: Behavior, request: Request) => Promise<Response>
  readonly functionOf: (arn: string) => EdgeFunction | undefined
  readonly cachePolicy: (id: string) => CachePolicy
  readonly headersPolicy: (id: string) => ResponseHeadersPolicy | undefined
}

/** Of the connection to the origin, and no matter of the viewer's. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding']

/** A distribution: what it does with a request, from its first function to its last header. */
export class Distribution {
  readonly #options: DistributionOptions
  readonly #local = new Map<string, LocalAnswer>()
  config: DistributionConfig

  constructor(config: DistributionConfig, options: DistributionOptions) {
    this.config = config
    this.#options = options
  }

  /** Has a path answered by this machine, whatever its behaviour says; another answer takes the place of the first. */
  mount(path: string, answer: LocalAnswer): void {
    this.#local.set(path, answer)
  }

  /** The behaviour of a path: the first that matches. */
  behaviorOf(pathname: string): Behavior {
    const { behaviors } = this.config
    const found = behaviors.find(({ pathPattern }) => pathPattern === undefined || matchesPathPattern(pathPattern, pathname))
    // The last one is for whatever the others are not for.
    return found ?? behaviors[behaviors.length - 1] ?? behaviors[0]
  }

  /** How much of a request's body is read, or how it is refused. */
  admit(head: Request): BodyBound | Response {
    const { pathname } = new URL(head.url)
    const files = this.#options.kindOf(this.behaviorOf(pathname).originId)?.kind === 'bucket' && !this.#local.has(pathname)
    return checkHead(head, files ? 'files' : 'actions', this.#options.hosts)
  }

  /** Never rejects. */
  async fetch(request: Request): Promise<Response> {
    const { log, newId } = this.#options
    const requestId = newId()
    const behavior = this.behaviorOf(new URL(request.url).pathname)
    const response = await this.#answer(behavior, request, requestId).catch((error: unknown) => {
      log(`${request.method} ${new URL(request.url).pathname} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return errorPage(502, 'The origin could not be asked.')
    })
    const headers = new Headers(response.headers)
    for (const name of HOP_BY_HOP) headers.delete(name)
    const policy = headers.get('content-security-policy')
    if (policy !== null) headers.set('content-security-policy', overHttp(policy))
    headers.append('via', '1.1 keg.cloudfront.net (CloudFront)')
    headers.set('x-amz-cf-id', requestId)
    if (!headers.has('x-cache')) headers.set('x-cache', response.status >= 400 ? 'Error from cloudfront' : 'Miss from cloudfront')
    return new Response(isBodiless(response.status) || request.method === 'HEAD' ? null : response.body, { status: response.status, headers })
  }

  async #answer(behavior: Behavior, request: Request, requestId: string): Promise<Response> {
    if (!this.config.enabled) return errorPage(403, 'The distribution is disabled.')
    const local = this.#local.get(new URL(request.url).pathname)
    const answer = local === undefined
      ? await this.#atTheEdge(behavior, request, requestId)
      : await local(request, () => this.#atTheEdge(behavior, request, requestId))
    const { responseHeadersPolicyId: policyId } = behavior
    const policy = policyId === undefined ? undefined : this.#options.headersPolicy(policyId)
    return policy === undefined ? answer : withHeaders(request, answer, policy)
  }

  async #atTheEdge(behavior: Behavior, request: Request, requestId: string): Promise<Response> {
    if (!behavior.allowedMethods.includes(request.method)) {
      return errorPage(403, 'This distribution is not configured to allow the HTTP request method that was used for this request. '
        + 'The distribution supports only cachable requests.')
    }
    const asked = await this.#runs(behavior, 'viewer-request', requestId, request)
    if (asked instanceof Response) return asked
    const whole = await this.#askOrigin(behavior, asked ?? request)
    const cachePolicy = this.#options.cachePolicy(behavior.cachePolicyId)
    const response = behavior.compress ? await compressed(request, whole, cachePolicy) : whole
    // Of an error, CloudFront does not tell the function.
    if (response.status >= 400) return response
    const changed = await this.#runs(behavior, 'viewer-response', requestId, request, response)
    return changed instanceof Response ? changed : response
  }

  /** What a function makes of a request, or of a response; `undefined` where the behaviour has none. */
  async #runs(
    { functions }: Behavior, event: EdgeEvent, requestId: string, request: Request, response?: Response,
  ): Promise<Request | Response | undefined> {
    const arn = functions.get(event)
    if (arn === undefined) return undefined
    const context = { distributionDomainName: new URL(request.url).host, distributionId: this.#options.id, requestId }
    try {
      const found = this.#options.functionOf(arn)
      if (found === undefined) throw new Error(`there is no function ${arn}`)
      const answer = found.run(functionEvent(event, context, request, response))
      if (response !== undefined) return responseOf(answer, response)
      const made = requestOrResponse(answer, request)
      if (made instanceof Response) made.headers.set('x-cache', 'FunctionGeneratedResponse from cloudfront')
      return made
    } catch (error) {
      this.#options.log(`The function ${arn} failed at ${event} of ${this.config.constructPath}: ${error instanceof Error ? error.message : String(error)}`)
      return errorPage(503, 'The CloudFront function associated with the CloudFront distribution is invalid or could not run.', 'FunctionExecutionError from cloudfront')
    }
  }

  async #askOrigin(behavior: Behavior, request: Request): Promise<Response> {
    const response = await this.#options.ask(behavior, this.#withRootObject(request))
    const error = this.config.errorResponses.find(({ errorCode }) => errorCode === response.status)
    if (error?.responsePagePath === undefined) return response
    const url = new URL(request.url)
    url.pathname = error.responsePagePath
    url.search = ''
    const method = request.method === 'HEAD' ? 'HEAD' : 'GET'
    const page = await this.#options.ask(this.behaviorOf(url.pathname), new Request(url, { method }))
    if (!page.ok) return response
    return new Response(page.body, { status: error.responseCode ?? response.status, headers: page.headers })
  }

  #withRootObject(request: Request): Request {
    const url = new URL(request.url)
    const { defaultRootObject } = this.config
    if (url.pathname !== '/' || defaultRootObject === '') return request
    url.pathname = `/${defaultRootObject.replace(/^\//, '')}`
    return new Request(url, request)
  }
}
