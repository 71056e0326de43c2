import type { ServiceException } from '../service-exception.ts'

/** An operation's input: members as AWS names them. Times are seconds, bytes base64. */
export type Input = Readonly<Record<string, unknown>>

/** One call of an operation, whatever protocol it came by. */
export interface Call {
  readonly operation: string
  readonly input: Input
  /** Numbers, flags and times in its input are texts, as in a form. */
  readonly isOfTexts?: true
  /** How an operation that is not there is refused. Absent: `UnknownOperationException`. */
  readonly unknownOperation?: string
  /** Members with `undefined` are left out; a `Date` is a time. */
  answer(output: Readonly<Record<string, unknown>>): Response
  refuse(error: ServiceException): Response
}

/** The codes that clients of the query protocol know errors by, where they are not the shapes' names. */
export type QueryCodes = Readonly<Record<string, string>>

/** How a service is spoken to. */
export interface Protocol {
  /** What it makes of a request; `undefined` where the request speaks another. Rejects with `ServiceException` for a body that can't be read. */
  read(request: Request): Promise<Call> | undefined
}

/** The header that tells clients of a later protocol what an error's code was in the query protocol. */
export function queryError({ name, statusCode }: ServiceException, codes: QueryCodes = {}): Record<string, string> {
  return { 'x-amzn-query-error': `${codes[name] ?? name};${statusCode < 500 ? 'Sender' : 'Receiver'}` }
}
