import { Logger } from '@aws-lambda-powertools/logger'
import type { ProblemKind, Route, RouteAnswer, RouteRequest } from '@keg/flows/routes'
import { StoreError } from '@keg/store'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { Problem, problemAnswer } from './problem.ts'
import { checkRequest } from './request.ts'

const logger = new Logger({ serviceName: 'command-api' })

/** The Lambda handler of one HTTP route. */
export type RouteHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** Makes a problem that the route may refuse with, to be thrown. */
export type Refuse<Kind extends ProblemKind> = (kind: Kind, detail: string) => Problem

/**
 * Makes the Lambda handler of a route of the map: checks what comes in by the route's schemas, answers what `answer` returns as JSON with
 * the route's status, and bad input with a problem document that points to what is wrong.
 */
export function answerRoute<R extends Route>(
  route: R, answer: (request: RouteRequest<R>, refuse: Refuse<R['problems'][number]>) => Promise<RouteAnswer<R>>,
): RouteHandler {
  return async (event) => {
    try {
      const result = await answer(checkRequest(route, event), (kind, detail) => new Problem(kind, detail))
      return { statusCode: route.answer.status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) }
    } catch (error) {
      return problemAnswer(asProblem(error, event))
    }
  }
}

const POINTERS = { BAD_CURSOR: '#/query/cursor', BAD_LIMIT: '#/query/limit', BAD_RANGE: '#/query', TOO_MANY_READINGS: '#/query' } as const

function asProblem(error: unknown, { routeKey, requestContext: { requestId } }: APIGatewayProxyEventV2): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError)
    return new Problem('invalid-request', error.message, [{ pointer: POINTERS[error.code], detail: error.message }], { cause: error })
  logger.error('request failed', { routeKey, requestId, error: error instanceof Error ? error : String(error) })
  return new Problem('failed', `The request failed on our side; its id is ${requestId}.`)
}
