import * as z from 'zod'

/** What the API refuses requests with, by the end of the problem's type. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'Bad Request', says: 'A part of the request is not what the route takes; `errors` says which.' },
  unauthenticated: { status: 401, title: 'Unauthorized', says: 'There is no access token, or it is not good, or has run out: sign in.' },
  forbidden: { status: 403, title: 'Forbidden', says: 'Who is signed in may not do this.' },
  'not-found': { status: 404, title: 'Not Found', says: 'There is no such thing.' },
  conflict: { status: 409, title: 'Conflict', says: 'What is asked for does not go with how things stand.' },
  'precondition-failed': { status: 412, title: 'Precondition Failed', says: 'Somebody has changed it meanwhile: read it again.' },
  'body-too-large': { status: 413, title: 'Content Too Large', says: 'The body is larger than 128 KB.' },
  'precondition-required': { status: 428, title: 'Precondition Required', says: 'The route takes no request without `If-Match`.' },
  failed: { status: 500, title: 'Internal Server Error', says: 'The API failed; `detail` has the id of the request.' },
} as const

export type ProblemKind = keyof typeof PROBLEMS

/** What each route may refuse with. */
export const EVERY_ROUTES_PROBLEMS = [
  'invalid-request', 'unauthenticated', 'forbidden', 'body-too-large', 'failed',
] as const satisfies readonly ProblemKind[]

/** The largest body that the API takes, in bytes. */
export const MAX_BODY_BYTES = 128 * 1024

/**
 * The type of a problem, a URI that leads nowhere.
 *
 * @example problemType('not-found')  // 'urn:problem-type:keg:not-found'
 */
export const problemType = <Kind extends ProblemKind>(kind: Kind) => `urn:problem-type:keg:${kind}` as const

/**
 * One part of a request that is refused. `pointer` leads to it by RFC 6901, as if the request were
 * `{ params, query, headers, body }`: `#/body/targetCelsius`.
 */
export const requestError = z.object({ pointer: z.string(), detail: z.string() }).meta({ id: 'RequestError' })

export type RequestError = z.output<typeof requestError>

/** What the API answers where it refuses a request, as `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A sentence for people. */
  detail: z.string(),
  errors: z.array(requestError).optional(),
})

export type ProblemDocument = z.output<typeof problem>
