import { isRecord } from '@keg/aws-service'
import { evaluate } from '../iam/evaluate.ts'
import { parsePolicy } from '../iam/policy.ts'
import type { Lambda } from '../lambda/lambda.ts'
import { selected } from './identity-source.ts'
import { multiValued, requestEvent, singleValued, type EventContext } from './request-event.ts'

/** What a template says of a Lambda authorizer. */
export interface LambdaAuthorizerSettings {
  readonly functionArn: string
  readonly payloadFormat: '1.0' | '2.0'
  /** Whether the function answers `isAuthorized` instead of a policy. */
  readonly simpleResponses: boolean
  /** As `$request.header.Authorization`: without any of them the function is not asked. */
  readonly identitySources: readonly string[]
  /** How long an answer is good for the same identity sources; 0: not at all. */
  readonly ttlSec: number
}

/** What an authorizer's function says: in, with what the next function is told, or out; `undefined` where the answer makes no sense. */
type Verdict = { readonly allowed: boolean; readonly context: Readonly<Record<string, unknown>> } | undefined
/** How a request fares. */
export type LambdaAuthorization =
  | { readonly status: 200; readonly context: Readonly<Record<string, unknown>> }
  | { readonly status: 401 | 403 | 500; readonly reason: string }

/**
 * A function that decides who takes a route.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export class LambdaAuthorizer {
  readonly #settings: LambdaAuthorizerSettings
  readonly #lambda: Lambda
  readonly #nowMs: () => number
  /** Answers by the values of the identity sources. */
  readonly #cache = new Map<string, { readonly answer: unknown; readonly untilMs: number }>()

  constructor(settings: LambdaAuthorizerSettings, lambda: Lambda, nowMs: () => number) {
    this.#settings = settings
    this.#lambda = lambda
    this.#nowMs = nowMs
  }

  get functionArn(): string {
    return this.#settings.functionArn
  }

  /** `routeArn` is what a policy of the function has to allow `execute-api:Invoke` on. */
  async authorize(request: Request, routeArn: string, context: EventContext): Promise<LambdaAuthorization> {
    const { identitySources, ttlSec, simpleResponses } = this.#settings
    const identity = identitySources.map((source) => selected(source, request, { routeKey: context.route.routeKey, stage: context.stage }))
    if (identity.includes(undefined)) return { status: 401, reason: `the request lacks one of ${identitySources.join(', ')}` }
    const key = JSON.stringify(identity)
    const cached = this.#cache.get(key)
    let answer = cached !== undefined && cached.untilMs > this.#nowMs() ? cached.answer : undefined
    if (answer === undefined) {
      const { payload, functionError } = await this.#lambda.invoke(
        this.functionArn, JSON.stringify(this.#event(request, routeArn, identity, context)),
      )
      answer = JSON.parse(payload)
      if (functionError !== undefined) {
        // The one error that is an answer.
        return isRecord(answer) && answer['errorMessage'] === 'Unauthorized'
          ? { status: 401, reason: 'its function says so' }
          : { status: 500, reason: payload.slice(0, 300) }
      }
      if (ttlSec > 0 && identitySources.length > 0) this.#cache.set(key, { answer, untilMs: this.#nowMs() + ttlSec * 1000 })
    }
    const verdict = simpleResponses ? simpleVerdict(answer) : policyVerdict(answer, routeArn)
    if (verdict === undefined) return { status: 500, reason: `its function answers ${JSON.stringify(answer)?.slice(0, 300)}` }
    return verdict.allowed ? { status: 200, context: verdict.context } : { status: 403, reason: 'its function does not allow it' }
  }

  #event(request: Request, routeArn: string, identity: readonly unknown[], context: EventContext): object {
    if (this.#settings.payloadFormat === '1.0') return firstFormat(request, routeArn, identity, context)
    const { version, body: _none, isBase64Encoded: _neither, ...rest } = requestEvent(request, new Uint8Array(), context)
    return { version, type: 'REQUEST', routeArn, identitySource: identity, ...rest }
  }
}

function firstFormat(request: Request, methodArn: string, identity: readonly unknown[], context: EventContext): object {
  const { accountId, apiId, stage, requestId, path, pathParameters, route } = context
  const [method, resource = '$default'] = route.routeKey.split(' ')
  const { headers, query } = singleValued(request)
  return {
    version: '1.0', type: 'REQUEST', methodArn, identitySource: identity.join(','), authorizationToken: identity.join(','),
    resource, path, httpMethod: request.method, headers, multiValueHeaders: multiValued(request).headers, queryStringParameters: query,
    pathParameters: pathParameters ?? {}, stageVariables: {},
    requestContext: {
      path, accountId, resourceId: method === undefined ? null : route.routeKey, stage, requestId, resourcePath: resource,
      httpMethod: request.method, apiId, identity: { sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? '' },
    },
  }
}

function simpleVerdict(answer: unknown): Verdict {
  if (!isRecord(answer) || typeof answer['isAuthorized'] !== 'boolean') return undefined
  return { allowed: answer['isAuthorized'], context: contextOf(answer) }
}

function policyVerdict(answer: unknown, routeArn: string): Verdict {
  if (!isRecord(answer) || typeof answer['principalId'] !== 'string' || !isRecord(answer['policyDocument'])) return undefined
  const decision = evaluate(
    parsePolicy(JSON.stringify(answer['policyDocument'])), { action: 'execute-api:Invoke', resource: routeArn }, new Map(),
  )
  return { allowed: decision.kind === 'allow', context: { ...contextOf(answer), principalId: answer['principalId'] } }
}

function contextOf(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return isRecord(answer['context']) ? answer['context'] : {}
}
