/** An error as an AWS service answers it: a name from its model, the HTTP status, and AWS's wording, so that SDK clients make their exception of it. */
export class ServiceException extends Error {
  override readonly name: string
  readonly statusCode: number
  /** Further members of the error's shape. */
  readonly members: Readonly<Record<string, string>>
  constructor(name: string, statusCode: number, message: string, members: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = name
    this.statusCode = statusCode
    this.members = members
  }

  /** From the body of an answer of AWS's JSON protocols. */
  static from(statusCode: number, body: Readonly<Record<string, unknown>>): ServiceException {
    const name = String(body['__type'] ?? 'UnknownError').replace(/^.*#/, '')
    return new ServiceException(name, statusCode, String(body['message'] ?? body['Message'] ?? name))
  }
}
