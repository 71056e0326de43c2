/**
 * Why a shadow operation failed. Of the service: CONFLICT to REJECTED; of the way there: TIMEOUT to BAD_ANSWER; of this side: QUEUE_FULL,
 * HANDLER_FAILED.
 */
export type ShadowErrorCode =
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'TOO_LARGE'
  | 'THROTTLED'
  | 'REJECTED'
  | 'TIMEOUT'
  | 'DISCONNECTED'
  | 'CLOSED'
  | 'BAD_ANSWER'
  | 'QUEUE_FULL'
  | 'HANDLER_FAILED'

interface Evidence extends ErrorOptions {
  readonly status?: number
  readonly clientToken?: string
  readonly currentVersion?: number
}

/**
 * A shadow operation that failed. After TIMEOUT and DISCONNECTED it is open whether the service got the request: get, then decide.
 *
 * @example
 * const shadow = createShadowClient({ thingName: 'keg-1', transport: createMemoryShadowService({ nowSec: () => 0 }).transport() })
 * await shadow.get().catch((error: unknown) => {
 *   if (error instanceof ShadowError && error.code === 'TIMEOUT') return undefined  // asked again later
 *   throw error
 * })
 */
export class ShadowError extends Error {
  override readonly name = 'ShadowError'
  readonly code: ShadowErrorCode
  /** AWS's code, as HTTP status; absent when the service did not answer. */
  readonly status: number | undefined
  /** The token that the request carried, to be found in the service's log. */
  readonly clientToken: string | undefined
  /** Of a CONFLICT: the shadow's version now; absent when it could not be learned. */
  readonly currentVersion: number | undefined
  constructor(code: ShadowErrorCode, message: string, { status, clientToken, currentVersion, ...options }: Evidence = {}) {
    super(message, options)
    this.code = code
    this.status = status
    this.clientToken = clientToken
    this.currentVersion = currentVersion
  }
}

const CODES: Readonly<Record<number, ShadowErrorCode>> = {
  401: 'FORBIDDEN', 403: 'FORBIDDEN', 409: 'CONFLICT', 413: 'TOO_LARGE', 429: 'THROTTLED',
}

/** The code for a status that the service rejected with. */
export const codeOfStatus = (status: number): ShadowErrorCode => CODES[status] ?? 'REJECTED'
