/** Why something of the local AWS IoT Core could not be done. */
export type LocalIotErrorCode = 'POLICY_MALFORMED' | 'REQUEST_MALFORMED' | 'LISTEN_FAILED' | 'CLOSED' | 'PAYLOAD_TOO_LARGE' | 'CERTIFICATE_UNREADABLE' | 'NAME_TAKEN' | 'ANNOUNCE_FAILED' | 'DATA_UNREADABLE'

/** The error of this package; AWS's own errors, as its operations answer them, are {@link ServiceException}s. */
export class LocalIotError extends Error {
  override readonly name = 'LocalIotError'
  readonly code: LocalIotErrorCode
  constructor(code: LocalIotErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
