import type { Lambda } from '../lambda/lambda.ts'
import { admits, callerContext, type Caller } from './caller.ts'
import { admitsOrigin, preflight, withCors, type Cors } from './cors.ts'
import { functionResponse, functionResponseOfFirstFormat, message, streamedFunctionResponse } from './function-response.ts'
import { authorizeJwt, type JwtAuthorizer, type VerifyJwt } from './jwt-authorizer.ts'
import { LambdaAuthorizer, type LambdaAuthorizerSettings } from './lambda-authorizer.ts'
import { mappedRequest, mappedResponse, type ParameterMappings } from './parameter-mapping.ts'
import { requestEvent, requestEventOfFirstFormat, type EventContext } from './request-event.ts'
import { matchRoute, type Route, type RouteMatch } from './route.ts'
import { Throttle, type ThrottleSettings } from './throttle.ts'

/** What a route leads to: a Lambda function. */
export interface Integration {
  readonly functionArn: string
  readonly timeoutMs: number
  readonly payloadFormat: '1.0' | '2.0'
  readonly requestMappings?: ParameterMappings | undefined
  /** By status. */
  readonly responseMappings?: ReadonlyMap<number, ParameterMappings>
}

/** How many requests a stage takes, by route. */
export interface StageSettings {
  /** Of every route that has no settings of its own; absent: all. */
  readonly throttle?: ThrottleSettings | undefined
  /** By route key. */
  readonly routeThrottles?: ReadonlyMap<string, ThrottleSettings>
}

/** Told of each request that was answered. */
export type ApiObserver =
  (answered: { readonly apiId: string; readonly stage: string; readonly status: number; readonly latencyMs: number }) => void

export interface HttpApiOptions {
  readonly region: string
  readonly accountId: string
  /** As `a1b2c3.execute-api.us-east-1.amazonaws.com`: what the function sees. */
  readonly domainName: string
  /** What a client gets where the function fails. */
  readonly failed: () => Response
  /** What a client gets when IAM denies the request. */
  readonly forbidden: () => Response
  readonly lambda: Lambda
  readonly verifyJwt: VerifyJwt
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (text: string) => void
  /** Absent: nobody is told. */
  readonly observe?: ApiObserver | undefined
}

/** One HTTP API of API Gateway: routes, integrations and stages, with Lambda behind them. */
export class HttpApi {
  readonly apiId: string
  readonly #options: HttpApiOptions
  #cors: Cors | undefined
  /** By key: an API has each once. */
  readonly #routes = new Map<string, Route>()
  readonly #integrations = new Map<string, Integration>()
  readonly #authorizers = new Map<string, JwtAuthorizer | LambdaAuthorizer>()
  readonly #stages = new Map<string, StageSettings & { readonly buckets: Throttle }>()

  constructor(apiId: string, cors: Cors | undefined, options: HttpApiOptions) {
    this.apiId = apiId
    this.#cors = cors
    this.#options = options
  }

  addRoute(route: Route): void {
    this.#routes.set(route.routeKey, route)
  }

  /** Unless another resource's route has taken its key meanwhile. */
  removeRoute({ routeKey, constructPath }: Pick<Route, 'routeKey' | 'constructPath'>): void {
    if (this.#routes.get(routeKey)?.constructPath === constructPath) this.#routes.delete(routeKey)
  }

  setCors(cors: Cors | undefined): void {
    this.#cors = cors
  }

  addIntegration(integrationId: string, integration: Integration): void {
    this.#integrations.set(integrationId, integration)
  }

  removeIntegration(integrationId: string): void {
    this.#integrations.delete(integrationId)
  }

  addAuthorizer(authorizerId: string, authorizer: JwtAuthorizer): void {
    this.#authorizers.set(authorizerId, authorizer)
  }

  addLambdaAuthorizer(authorizerId: string, settings: LambdaAuthorizerSettings): void {
    this.#authorizers.set(authorizerId, new LambdaAuthorizer(settings, this.#options.lambda, this.#options.nowMs))
  }

  removeAuthorizer(authorizerId: string): void {
    this.#authorizers.delete(authorizerId)
  }

  addStage(name: string, settings: StageSettings = {}): void {
    this.#stages.set(name, { ...settings, buckets: new Throttle(this.#options.nowMs) })
  }

  removeStage(name: string): void {
    this.#stages.delete(name)
  }

  /** Whether its CORS lets a page of this origin ask; `null`: the page's browser does not say which. */
  admits(origin: string | null, { beside, path }: { readonly beside: boolean; readonly path: string }): boolean {
    if (this.#cors !== undefined) return admitsOrigin(this.#cors, origin)
    return beside && this.#match('OPTIONS', path) !== undefined
  }

  /** Each route with the function it invokes and the ARN that the function sees as its source. */
  invocations(): { constructPath: string; functionArn: string; sourceArn: string }[] {
    const { region, accountId } = this.#options
    const stage = [...this.#stages.keys()][0] ?? '$default'
    return [...this.#routes.values()].flatMap(({ routeKey, target, constructPath }) => {
      const integration = this.#integrations.get(target.replace('integrations/', ''))
      const [method = '*', path = '/$default'] = routeKey === '$default' ? [] : routeKey.split(' ')
      const sourceArn = `arn:aws:execute-api:${region}:${accountId}:${this.apiId}/${stage}/${method === 'ANY' ? '*' : method}${path}`
      return integration === undefined ? [] : [{ constructPath, functionArn: integration.functionArn, sourceArn }]
    })
  }

  /** Answers a request whose URL's path begins at the API; `caller` has signed it. */
  async fetch(request: Request, caller?: Caller): Promise<Response> {
    const { observe, nowMs } = this.#options
    const startedMs = nowMs()
    const response = await this.#serve(request, caller)
    const [first = ''] = new URL(request.url).pathname.slice(1).split('/')
    observe?.({
      apiId: this.apiId, stage: this.#stages.has(first) ? first : '$default', status: response.status, latencyMs: nowMs() - startedMs,
    })
    return response
  }

  async #serve(request: Request, caller: Caller | undefined): Promise<Response> {
    if (this.#cors === undefined) return this.#answer(request, caller)
    return preflight(this.#cors, request) ?? withCors(this.#cors, request, await this.#answer(request, caller))
  }

  async #answer(request: Request, caller: Caller | undefined): Promise<Response> {
    const { pathname } = new URL(request.url)
    const found = this.#match(request.method, pathname)
    const integration = this.#integrations.get(found?.match.route.target.replace('integrations/', '') ?? '')
    if (found === undefined || integration === undefined) return message(404, 'Not Found')
    const { match, stage } = found
    if (!this.#takes(stage, match.route)) return message(429, 'Too Many Requests')
    const { accountId, domainName, newId, nowMs } = this.#options
    const context: EventContext = {
      ...match, stage, path: pathname, accountId, domainName, apiId: this.apiId, requestId: newId(), nowMs: nowMs(),
    }
    const authorized = await this.#authorize(request, context, integration, caller)
    if (authorized instanceof Response) return authorized
    return this.#integrate(request, { ...context, ...authorized }, integration)
  }

  /** The stage that a path names, or the default one, and the route that it takes there. */
  #match(method: string, pathname: string): { readonly stage: string; readonly match: RouteMatch } | undefined {
    const [first = ''] = pathname.slice(1).split('/')
    const named = this.#stages.has(first)
    if (!named && !this.#stages.has('$default')) return undefined
    const match = matchRoute([...this.#routes.values()], method, named ? pathname.slice(first.length + 1) || '/' : pathname)
    return match === undefined ? undefined : { stage: named ? first : '$default', match }
  }

  async #integrate(request: Request, context: EventContext, integration: Integration): Promise<Response> {
    const { requestMappings, responseMappings } = integration
    const mapped = requestMappings === undefined ? { request, path: context.path } : await mappedRequest(request, requestMappings, context)
    const response = await this.#invoke(mapped.request, { ...context, path: mapped.path }, integration)
    const mappings = responseMappings?.get(response.status)
    return mappings === undefined ? response : mappedResponse(response, mappings, request, context)
  }

  #takes(stageName: string, { routeKey }: Route): boolean {
    const stage = this.#stages.get(stageName)
    const settings = stage?.routeThrottles?.get(routeKey) ?? stage?.throttle
    return settings === undefined || stage?.buckets.takes(routeKey, settings) === true
  }

  /** What the route's authorizer tells the function, or the answer that turns the request away. */
  async #authorize(
    request: Request, context: EventContext, { payloadFormat }: Integration, caller: Caller | undefined,
  ): Promise<{ authorizer?: object } | Response> {
    const { route } = context
    if (route.iam !== undefined) return this.#askPolicies(route.iam, request, context, caller)
    if (route.authorizer === undefined) return {}
    const authorizer = this.#authorizers.get(route.authorizer.authorizerId)
    if (authorizer === undefined) return message(500, 'Internal Server Error')
    if (authorizer instanceof LambdaAuthorizer) return this.#askFunction(authorizer, request, context, payloadFormat)
    const authorization = await authorizeJwt(request, authorizer, route.authorizer.scopes, this.#options.verifyJwt)
    if (authorization.status === 200) return { authorizer: payloadFormat === '1.0' ? authorization.jwt : { jwt: authorization.jwt } }
    this.#options.log(`${route.routeKey} is refused: ${authorization.reason}`)
    return message(authorization.status, authorization.status === 401 ? 'Unauthorized' : 'Forbidden')
  }

  async #askFunction(
    authorizer: LambdaAuthorizer, request: Request, context: EventContext, payloadFormat: Integration['payloadFormat'],
  ): Promise<{ authorizer: object } | Response> {
    const { log } = this.#options
    const authorization = await authorizer.authorize(request, this.#routeArn(request, context), context)
    if (authorization.status === 200)
      return { authorizer: payloadFormat === '1.0' ? authorization.context : { lambda: authorization.context } }
    log(`${context.route.routeKey} is refused by its authorizer: ${authorization.reason}`)
    return message(authorization.status, { 401: 'Unauthorized', 403: 'Forbidden', 500: 'Internal Server Error' }[authorization.status])
  }

  #askPolicies(
    { action, resource }: NonNullable<Route['iam']>, request: Request, context: EventContext, caller: Caller | undefined,
  ): { authorizer: object } | Response {
    const { accountId, forbidden } = this.#options
    if (admits(caller, { action, resource: resource ?? this.#routeArn(request, context) }))
      return { authorizer: { iam: callerContext(caller, accountId) } }
    return forbidden()
  }

  /** What policies name a request by. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html */
  #routeArn({ method }: Request, { stage, path }: EventContext): string {
    const { region, accountId } = this.#options
    return `arn:aws:execute-api:${region}:${accountId}:${this.apiId}/${stage}/${method}${stage === '$default' ? path : path.slice(stage.length + 1)}`
  }

  async #invoke(request: Request, context: EventContext, { functionArn, timeoutMs, payloadFormat }: Integration): Promise<Response> {
    const { failed, lambda, log } = this.#options
    const { route: { routeKey } } = context
    const body = new Uint8Array(await request.arrayBuffer())
    const event = payloadFormat === '1.0' ? requestEventOfFirstFormat(request, body, context) : requestEvent(request, body, context)
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<'timeUp'>((resolve) => (timer = setTimeout(resolve, timeoutMs, 'timeUp')))
    try {
      const invoked = lambda.invoke(functionArn, JSON.stringify(event))
      const result = await Promise.race([invoked, timeUp])
      if (result === 'timeUp') {
        invoked.catch(() => undefined)
        log(`${routeKey} timed out after ${timeoutMs} ms`)
        return message(503, 'Service Unavailable')
      }
      if (result.streamed !== undefined) return streamedFunctionResponse(result.streamed)
      if (result.functionError === undefined)
        return payloadFormat === '1.0' ? functionResponseOfFirstFormat(result.payload) : functionResponse(result.payload)
      log(`${routeKey} failed (request ${result.requestId}): ${result.payload.slice(0, 300)}`)
    } catch (error) {
      log(`${routeKey} failed: ${String(error)}`)
    } finally {
      clearTimeout(timer)
    }
    return failed()
  }
}
