/** An error of an AWS service: a name from its model, the HTTP status and AWS's message. SDK clients turn it into their own exception. */
export class ServiceException extends Error {
  override readonly name: string
  readonly statusCode: number
  /** Further members of the error's shape, by name. */
  readonly members: Readonly<Record<string, string>>
  constructor(name: string, statusCode: number, message: string, members: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = name
    this.statusCode = statusCode
    this.members = members
  }

  /** Reads the error from the body of a response in one of AWS's JSON protocols. */
  static from(statusCode: number, body: Readonly<Record<string, unknown>>): ServiceException {
    const name = String(body['__type'] ?? 'UnknownError').replace(/^.*#/, '')
    return new ServiceException(name, statusCode, String(body['message'] ?? body['Message'] ?? name))
  }
}
