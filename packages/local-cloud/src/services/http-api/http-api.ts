import type { Lambda } from '../lambda/lambda.ts'
import { preflight, withCors, type Cors } from './cors.ts'
import { functionResponse, message } from './function-response.ts'
import { authorizeJwt, type JwtAuthorizer, type VerifyJwt } from './jwt-authorizer.ts'
import { requestEvent } from './request-event.ts'
import { matchRoute, type Route, type RouteMatch } from './route.ts'

/** What a route leads to: a Lambda function. */
export interface Integration {
  readonly functionArn: string
  readonly timeoutMs: number
}

/** Told of each request that was answered. */
export type ApiObserver = (answered: { readonly apiId: string; readonly stage: string; readonly status: number; readonly latencyMs: number }) => void

/** What an HTTP API runs with. */
export interface HttpApiOptions {
  readonly region: string
  readonly accountId: string
  /** As `a1b2c3.execute-api.us-east-1.amazonaws.com`: what the function sees. */
  readonly domainName: string
  /** What a client gets where the function fails. */
  readonly failed: () => Response
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
  readonly #authorizers = new Map<string, JwtAuthorizer>()
  readonly #stages = new Set<string>()

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

  removeAuthorizer(authorizerId: string): void {
    this.#authorizers.delete(authorizerId)
  }

  addStage(name: string): void {
    this.#stages.add(name)
  }

  removeStage(name: string): void {
    this.#stages.delete(name)
  }

  /** Each route with the function it invokes and the ARN that the function sees as its source. */
  invocations(): { constructPath: string; functionArn: string; sourceArn: string }[] {
    const { region, accountId } = this.#options
    const stage = [...this.#stages][0] ?? '$default'
    return [...this.#routes.values()].flatMap(({ routeKey, target, constructPath }) => {
      const integration = this.#integrations.get(target.replace('integrations/', ''))
      const [method = '*', path = '/$default'] = routeKey === '$default' ? [] : routeKey.split(' ')
      const sourceArn = `arn:aws:execute-api:${region}:${accountId}:${this.apiId}/${stage}/${method === 'ANY' ? '*' : method}${path}`
      return integration === undefined ? [] : [{ constructPath, functionArn: integration.functionArn, sourceArn }]
    })
  }

  /** Answers a request whose URL's path begins at the API. */
  async fetch(request: Request): Promise<Response> {
    const { observe, nowMs } = this.#options
    const startedMs = nowMs()
    const response = await this.#serve(request)
    const [first = ''] = new URL(request.url).pathname.slice(1).split('/')
    observe?.({ apiId: this.apiId, stage: this.#stages.has(first) ? first : '$default', status: response.status, latencyMs: nowMs() - startedMs })
    return response
  }

  async #serve(request: Request): Promise<Response> {
    if (this.#cors === undefined) return this.#answer(request)
    return preflight(this.#cors, request) ?? withCors(this.#cors, request, await this.#answer(request))
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [first = ''] = pathname.slice(1).split('/')
    const named = this.#stages.has(first)
    if (!named && !this.#stages.has('$default')) return message(404, 'Not Found')
    const match = matchRoute([...this.#routes.values()], request.method, named ? pathname.slice(first.length + 1) || '/' : pathname)
    const integration = this.#integrations.get(match?.route.target.replace('integrations/', '') ?? '')
    if (match === undefined || integration === undefined) return message(404, 'Not Found')
    const authorized = await this.#authorize(request, match)
    if (authorized instanceof Response) return authorized
    return this.#invoke(request, { ...match, ...authorized, stage: named ? first : '$default', path: pathname }, integration)
  }

  /** What the route's authorizer tells the function, or the answer that turns the request away. */
  async #authorize(request: Request, { route }: RouteMatch): Promise<{ authorizer?: object } | Response> {
    if (route.authorizer === undefined) return {}
    const authorizer = this.#authorizers.get(route.authorizer.authorizerId)
    if (authorizer === undefined) return message(500, 'Internal Server Error')
    const authorization = await authorizeJwt(request, authorizer, route.authorizer.scopes, this.#options.verifyJwt)
    if (authorization.status === 200) return { authorizer: { jwt: authorization.jwt } }
    this.#options.log(`${route.routeKey} is refused: ${authorization.reason}`)
    return message(authorization.status, authorization.status === 401 ? 'Unauthorized' : 'Forbidden')
  }

  async #invoke(request: Request, match: RouteMatch & { authorizer?: object; stage: string; path: string }, { functionArn, timeoutMs }: Integration): Promise<Response> {
    const { accountId, domainName, failed, lambda, nowMs, newId, log } = this.#options
    const body = new Uint8Array(await request.arrayBuffer())
    const event = requestEvent(request, body, { ...match, accountId, apiId: this.apiId, domainName, requestId: newId(), nowMs: nowMs() })
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<'timeUp'>((resolve) => (timer = setTimeout(resolve, timeoutMs, 'timeUp')))
    try {
      const invoked = lambda.invoke(functionArn, JSON.stringify(event))
      const result = await Promise.race([invoked, timeUp])
      if (result === 'timeUp') {
        invoked.catch(() => undefined)
        log(`${match.route.routeKey} timed out after ${timeoutMs} ms`)
        return message(503, 'Service Unavailable')
      }
      if (result.functionError === undefined) return functionResponse(result.payload)
      log(`${match.route.routeKey} failed (request ${result.requestId}): ${result.payload.slice(0, 300)}`)
    } catch (error) {
      log(`${match.route.routeKey} failed: ${String(error)}`)
    } finally {
      clearTimeout(timer)
    }
    return failed()
  }
}
