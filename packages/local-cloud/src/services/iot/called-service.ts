import type { ServiceException } from '@keg/aws-service'

/** How a service is called here: a request that a client of its protocol would send, and what its answer says. */
export interface CalledService {
  /** By what name requests to it are signed. */
  readonly signedAs: string
  /** `headers` are those that name the service. Throws `ServiceException` for an input that no request can carry. */
  request(operation: string, input: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>>): Request
  /** The output, its bytes as `Uint8Array`, of an answer that is no error. */
  output(text: string): unknown
  /** The same of an answer whose headers or bytes say it. Absent: `output` does. */
  read?(operation: string, response: Response): Promise<unknown>
  /** The error that any other answer says. */
  error(statusCode: number, text: string): ServiceException
  /** What the SDK calls errors, by their codes, where it is another name. Absent: it is the same. */
  readonly errorNames?: ReadonlyMap<string, string>
}
