import { Logger } from '@aws-lambda-powertools/logger'
import type { ProblemKind, Route, RouteAnswer, RouteRequest } from '@keg/flows/routes'
import { StoreError } from '@keg/store'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Person } from '../people/person.ts'
import { letThrough, personOf, type GateOf } from './gate.ts'
import { Problem, problemAnswer } from './problem.ts'
import { checkRequest } from './request.ts'

const logger = new Logger({ serviceName: 'command-api' })

/** The Lambda handler of one HTTP route. */
export type RouteHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** Makes a problem that the route may refuse with, to be thrown. */
export type Refuse<Kind extends ProblemKind> = (kind: Kind, detail: string) => Problem

/** What a route may refuse with. */
type Refused<R extends Route> = R['problems'][number] | (R['access']['of'] extends 'keg' ? 'not-found' : never)

/**
 * Makes the Lambda handler of a route of the map: learns who sends the request, checks what comes in by the route's schemas, lets through
 * who may, by the route's `access`, answers what `answer` returns as JSON with the route's status, and all else with a problem document.
 */
export function answerRoute<R extends Route>(
  route: R, gate: GateOf<R>,
  answer: (request: RouteRequest<R>, refuse: Refuse<Refused<R>>, person: Person) => Promise<RouteAnswer<R>>,
): RouteHandler {
  return async (event) => {
    try {
      const person = await personOf(event, gate.verify).catch((error: unknown) => refused(event, error))
      const request = checkRequest(route, event)
      await letThrough(route, request, person, gate).catch((error: unknown) => refused(event, error, person))
      const result = await answer(request, (kind, detail) => new Problem(kind, detail), person)
      if (route.access.does === 'writes') said(event, person)
      return { statusCode: route.answer.status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) }
    } catch (error) {
      return problemAnswer(asProblem(error, event))
    }
  }
}

const said = ({ routeKey, requestContext: { requestId }, pathParameters }: APIGatewayProxyEventV2, { subject, username }: Person): void =>
  logger.info('written', { routeKey, requestId, subject, username, ...pathParameters })

/** Who tries what he may not leaves a line. */
function refused(
  { routeKey, requestContext: { requestId }, pathParameters }: APIGatewayProxyEventV2, error: unknown, person?: Person,
): never {
  if (error instanceof Problem) {
    const { kind, message } = error
    const { subject, username } = person ?? {}
    logger.warn('refused', { routeKey, requestId, kind, reason: message, subject, username, ...pathParameters })
  }
  throw error
}

const POINTERS = { BAD_CURSOR: '#/query/cursor', BAD_LIMIT: '#/query/limit', BAD_RANGE: '#/query', TOO_MANY_READINGS: '#/query' } as const

function asProblem(error: unknown, { routeKey, requestContext: { requestId } }: APIGatewayProxyEventV2): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError)
    return new Problem('invalid-request', error.message, [{ pointer: POINTERS[error.code], detail: error.message }], { cause: error })
  logger.error('request failed', { routeKey, requestId, error: error instanceof Error ? error : String(error) })
  return new Problem('failed', `The request failed on our side; its id is ${requestId}.`)
}
