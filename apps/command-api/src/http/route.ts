import { Logger } from '@aws-lambda-powertools/logger'
import { StoreError } from '@keg/store'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod'
import { Problem, problemAnswer, type FieldError } from './problem.ts'

const logger = new Logger({ serviceName: 'command-api' })

/** What a route takes from a request; a part that is absent is not looked at. */
export interface RouteInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
}

/** The Lambda handler of one HTTP route. */
export type RouteHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/**
 * Makes a Lambda handler of a route: checks what comes in, answers what `answer` returns as JSON with status 200 (or
 * `status`), and bad input with a problem document that names the fields.
 */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  input: RouteInput<Params, Query, Body> & { readonly status?: number },
  answer: (request: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> }) => Promise<unknown>,
): RouteHandler {
  return async (event) => {
    try {
      const checked = {
        params: check(input.params, event.pathParameters ?? {}, 'path'),
        query: check(input.query, event.queryStringParameters ?? {}, 'query'),
        body: input.body && check(input.body, readJson(event), 'body'),
      }
      // `check` has answered for each part that `answer` was typed with.
      const result = await answer(checked as Parameters<typeof answer>[0])
      return { statusCode: input.status ?? 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) }
    } catch (error) {
      return problemAnswer(asProblem(error, event))
    }
  }
}

function asProblem(error: unknown, event: APIGatewayProxyEventV2): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError) return new Problem(400, error.message)
  logger.error('request failed', {
    routeKey: event.routeKey, requestId: event.requestContext.requestId, error: error instanceof Error ? error : String(error),
  })
  return new Problem(500, `The request failed on our side; its id is ${event.requestContext.requestId}.`)
}

function check<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown, where: string): z.output<Schema> | undefined {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue): FieldError => ({ field: issue.path.join('.') || where, message: issue.message }))
  throw new Problem(400, errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors)
}

function readJson({ body, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? ''))
  } catch {
    throw new Problem(400, 'The body is not JSON.', [{ field: 'body', message: 'not JSON' }])
  }
}
