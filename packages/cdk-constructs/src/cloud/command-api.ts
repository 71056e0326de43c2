import { Annotations, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CorsHttpMethod, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination, type HttpApiProps } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { createHash } from 'node:crypto'
import { alarmAbove, type AlarmProps } from './alarms.ts'
import { commandApiProblems } from './command-api-problems.ts'
import { HandlerFunction, type HandlerFunctionProps } from './handler-function.ts'
import type { HandlerGrant } from './handler-grant.ts'

/** One route of an API, and what its handler may do: names of the table of grants. */
export interface ApiRoute<Grant extends string = string> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** As `/kegs/{kegId}`. */
  readonly path: string
  readonly handler: HandlerFunctionProps
  /** @default - nothing */
  readonly grants?: readonly Grant[]
}

/** Who signs the tokens that the API takes. */
export interface JwtIssuer {
  /** An `https://` URL. */
  readonly issuer: string
  /** What a token's `aud`, or `client_id`, has to be: one of these. */
  readonly audience: readonly string[]
}

/** Tokens that API Gateway does not look at. */
export interface TokensCheckedBy {
  /** Who does, in words for who reads the code. */
  readonly checkedBy: string
}

/** What a {@link CommandApi} takes. */
export interface CommandApiProps<Grant extends string = string> extends Pick<AlarmProps, 'alarmTopic'> {
  /** One function each. */
  readonly routes: readonly ApiRoute<Grant>[]
  /**
   * What the names in `routes` stand for.
   *
   * @default - no handler may do anything but log
   */
  readonly grants?: Readonly<Record<Grant, HandlerGrant>>
  /**
   * Takes requests with a token of this issuer alone; or says who checks tokens in the place of API Gateway, as the handlers may, whose
   * refusals can have a body of their own.
   *
   * @default - whoever reaches the API may call it
   */
  readonly jwt?: JwtIssuer | TokensCheckedBy
  /**
   * Requests a second that are answered on average, of all callers together.
   *
   * @default 100
   */
  readonly rateLimit?: number
  /**
   * Requests that are answered at once.
   *
   * @default 200
   */
  readonly burstLimit?: number
  /**
   * Origins whose pages may call it from a browser, as `https://bar.example`.
   *
   * @default - its own alone
   */
  readonly corsOrigins?: readonly string[]
  /** @default - none */
  readonly description?: string
}

const LOGGED = {
  requestId: 'requestId', ip: 'identity.sourceIp', at: 'requestTime', method: 'httpMethod', route: 'routeKey', status: 'status',
  latencyMs: 'responseLatency', error: 'integrationErrorMessage', user: 'authorizer.claims.sub',
}
/** Headers that pages of other origins may send. */
const FROM_PAGES = ['authorization', 'content-type', 'idempotency-key', 'if-match']
const DAY = Duration.days(1)
const DIGEST_LENGTH = 8

/**
 * An HTTP API of one function a route, each with a role of its own that may do what its grants say; throttled, with a line in its log for
 * each request.
 *
 * @example
 * const grants = { readStore: readsStore(store), writeShadow: onThings('iot:UpdateThingShadow') }
 * new CommandApi(this, 'Api', {
 *   grants, routes: [{ method: 'GET', path: '/kegs', handler: { entry: 'src/list-kegs.ts' }, grants: ['readStore'] }],
 * })
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 */
export class CommandApi<Grant extends string = string> extends Construct {
  readonly api: HttpApi
  /** Where it answers. */
  readonly url: string
  /** By route, as `GET /kegs`. */
  readonly handlers: ReadonlyMap<string, HandlerFunction>

  constructor(scope: Construct, id: string, props: CommandApiProps<Grant>) {
    super(scope, id)
    const { api: problems, routes } = commandApiProblems(props)
    this.api = new HttpApi(this, 'Api', {
      apiName: this.node.path.replaceAll('/', '-'), createDefaultStage: false,
      ...(props.description === undefined ? {} : { description: props.description }),
      ...(problems.length === 0 ? { ...corsOf(props), ...authorizerOf(props) } : {}),
    })
    this.#stage(props)
    // Of a route that is no route, nothing is made; of the others the handlers, so that what is wrong with them is told as well. An API
    // that has a fault answers nothing.
    const sound = props.routes.filter((_, index) => routes[index]?.length === 0)
    this.handlers = new Map(
      sound.map((route) => [`${route.method} ${route.path}`, this.#route(route, props.grants, problems.length === 0)]),
    )
    if (props.jwt === undefined) {
      Annotations.of(this).addWarningV2(
        '@keg/cdk-constructs:open-api',
        'jwt: nobody signs in: whoever reaches the API calls all of its routes; name who signs the tokens that it takes',
      )
    }
    this.url = this.api.apiEndpoint
    const failed = this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' })
    alarmAbove(this, 'ServerErrorsAlarm', {
      metric: failed, threshold: 0, topic: props.alarmTopic, says: 'The API answers requests with errors of its own',
    })
    this.node.addValidation({ validate: () => [...problems, ...routes.flat()] })
  }

  #stage({ rateLimit = 100, burstLimit = 200 }: CommandApiProps<Grant>): void {
    const logGroup = new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    const format = JSON.stringify(Object.fromEntries(Object.entries(LOGGED).map(([name, variable]) => [name, `$context.${variable}`])))
    new HttpStage(this, 'Stage', {
      httpApi: this.api, stageName: '$default', autoDeploy: true, throttle: { rateLimit, burstLimit },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: AccessLogFormat.custom(format) },
    })
  }

  #route(
    { method, path, handler, grants = [] }: ApiRoute<Grant>, table: CommandApiProps<Grant>['grants'], answers: boolean,
  ): HandlerFunction {
    const id = this.#routeId(method, path)
    const given = grants.flatMap((grant) => table?.[grant] ?? [])
    const func = new HandlerFunction(this, id, { ...handler, grants: [...given, ...(handler.grants ?? [])] })
    if (answers)
      this.api.addRoutes({ path, methods: [HttpMethod[method]], integration: new HttpLambdaIntegration(`${id}Integration`, func) })
    return func
  }

  /** `GET /kegs/{kegId}` → `GetKegsKegId`; a path that comes to the same words, as `/kegs/kegId`, has its digest behind them. */
  #routeId(method: string, path: string): string {
    const words = [method.toLowerCase(), ...path.split(/\W+/)].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
    return this.node.tryFindChild(words) === undefined
      ? words
      : `${words}${createHash('sha256').update(path).digest('hex').slice(0, DIGEST_LENGTH)}`
  }
}

function corsOf({ corsOrigins, routes }: CommandApiProps): HttpApiProps {
  if (corsOrigins === undefined || corsOrigins.length === 0) return {}
  const allowMethods = [...new Set(routes.map(({ method }) => CorsHttpMethod[method]))]
  return { corsPreflight: { allowOrigins: [...corsOrigins], allowMethods, allowHeaders: FROM_PAGES, maxAge: DAY } }
}

const authorizerOf = ({ jwt }: CommandApiProps): HttpApiProps =>
  jwt === undefined || 'checkedBy' in jwt ? {} : { defaultAuthorizer: new HttpJwtAuthorizer('Jwt', jwt.issuer, { jwtAudience: [...jwt.audience] }) }
