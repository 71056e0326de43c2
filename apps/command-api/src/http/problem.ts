import { PROBLEMS, problemType, type ProblemDocument, type ProblemKind, type RequestError } from '@keg/flows/routes'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** A request that gets a problem document (RFC 9457) for an answer; what is thrown besides is ours, and answers 500. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly errors: readonly RequestError[]
  constructor(kind: ProblemKind, detail: string, errors: readonly RequestError[] = [], options?: ErrorOptions) {
    super(detail, options)
    this.kind = kind
    this.errors = errors
  }
}

/** The problem as an answer, with the content type `application/problem+json`. */
export function problemAnswer({ kind, message, errors }: Problem): APIGatewayProxyStructuredResultV2 {
  const { status, title } = PROBLEMS[kind]
  const body: ProblemDocument = {
    type: problemType(kind), title, status, detail: message, ...(errors.length > 0 ? { errors: [...errors] } : {}),
  }
  const challenge = kind === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}
  return { statusCode: status, headers: { 'content-type': 'application/problem+json', ...challenge }, body: JSON.stringify(body) }
}
