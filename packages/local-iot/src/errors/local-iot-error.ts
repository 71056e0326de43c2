/** Why something of the local AWS IoT Core could not be done. */
export type LocalIotErrorCode = 'POLICY_MALFORMED'
  | 'REQUEST_MALFORMED'
  | 'LISTEN_FAILED'
  | 'CLOSED'
  | 'PAYLOAD_TOO_LARGE'
  | 'CERTIFICATE_UNREADABLE'
  | 'NAME_TAKEN'
  | 'ANNOUNCE_FAILED'
  | 'DATA_UNREADABLE'
  | 'TEMPLATE_INVALID'
  | 'PARAMETER_MISSING'

/**
 * The error of this package. Errors that AWS itself answers are {@link ServiceException}s.
 *
 * @example
 * try {
 *   await createLocalIot({ ports: { mqtts: 8883 }, dataDir: 'data' })
 * } catch (error) {
 *   if (error instanceof LocalIotError) console.error(error.code, error.message)  // DATA_UNREADABLE …
 * }
 */
export class LocalIotError extends Error {
  override readonly name = 'LocalIotError'
  readonly code: LocalIotErrorCode
  constructor(code: LocalIotErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
