import type { ServiceException } from '../service-exception.ts'

/** The input of an operation, its members under AWS's names. Times are seconds, bytes are base64. */
export type Input = Readonly<Record<string, unknown>>

/** A call of an operation, independent of the protocol that carried it. */
export interface Call {
  readonly operation: string
  readonly input: Input
  /** Set where numbers, flags and times in the input are texts, as in a form. */
  readonly isOfTexts?: true
  /** The name of the error for an unknown operation. Absent: `UnknownOperationException`. */
  readonly unknownOperation?: string
  /** Serializes an output. Members that are `undefined` are left out; a `Date` is written as a time. */
  answer(output: Readonly<Record<string, unknown>>): Response
  refuse(error: ServiceException): Response
}

/** Error codes of the query protocol by the name of the error's shape, where the two differ. */
export type QueryCodes = Readonly<Record<string, string>>

/** A protocol of AWS's: how requests are read, and answers written. */
export interface Protocol {
  /** Reads a request; returns `undefined` for one of another protocol. Rejects with `ServiceException` for a body that can't be read. */
  read(request: Request): Promise<Call> | undefined
}

/** The header from which clients of a newer protocol read the error's code in the query protocol. */
export function queryError({ name, statusCode }: ServiceException, codes: QueryCodes = {}): Record<string, string> {
  return { 'x-amzn-query-error': `${codes[name] ?? name};${statusCode < 500 ? 'Sender' : 'Receiver'}` }
}
