/** A failure that the client is told, by the name of its shape in the service's model. */
export class IpcError extends Error {
  override readonly name = 'IpcError'
  readonly shape: string
  readonly body: Readonly<Record<string, unknown>>
  constructor(shape: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.shape = shape
    // The SDK does not keep the shape's name; the nucleus tells it again as `_errorCode`.
    this.body = { message, ...more, _service: 'aws.greengrass#GreengrassCoreIPC', _message: message, _errorCode: shape }
  }
}

/** What the caller asked for does not exist. */
export const notFound = (message: string, resourceType: string, resourceName: string) =>
  new IpcError('ResourceNotFoundError', message, { resourceType, resourceName })
/** What the caller asked for can't be done now. */
export const serviceError = (message: string) => new IpcError('ServiceError', message)
/** What the caller asked for makes no sense. */
export const invalidArguments = (message: string) => new IpcError('InvalidArgumentsError', message)
