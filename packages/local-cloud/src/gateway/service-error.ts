/** An error of an AWS service: AWS's name, HTTP status and wording, so that SDK clients make their exception of it. */
export class ServiceError extends Error {
  override readonly name: string
  readonly statusCode: number
  constructor(name: string, statusCode: number, message: string) {
    super(message)
    this.name = name
    this.statusCode = statusCode
  }

  /** From the body of an answer of AWS's JSON protocols. */
  static from(statusCode: number, body: Readonly<Record<string, unknown>>): ServiceError {
    const name = String(body['__type'] ?? 'UnknownError').replace(/^.*#/, '')
    return new ServiceError(name, statusCode, String(body['message'] ?? body['Message'] ?? name))
  }
}
