import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** One field of a request that was refused. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** A request that gets a problem document (RFC 9457) for an answer; what is thrown besides is ours, and answers 500. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: 400 | 404 | 409 | 500
  readonly errors: readonly FieldError[]
  constructor(status: Problem['status'], detail: string, errors: readonly FieldError[] = []) {
    super(detail)
    this.status = status
    this.errors = errors
  }
}

const TITLES = { 400: 'Bad Request', 404: 'Not Found', 409: 'Conflict', 500: 'Internal Server Error' } as const

/** The problem as an answer: `{ type, title, status, detail, errors? }` with the content type `application/problem+json`. */
export function problemAnswer({ status, message, errors }: Problem): APIGatewayProxyStructuredResultV2 {
  const body = { type: 'about:blank', title: TITLES[status], status, detail: message, ...(errors.length > 0 ? { errors } : {}) }
  return { statusCode: status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) }
}
