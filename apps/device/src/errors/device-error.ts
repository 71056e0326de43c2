/** What about it failed: `code` and `status` are AWS's own, where AWS refused. */
export interface DeviceErrorEvidence extends ErrorOptions {
  readonly awsCode?: string
  readonly statusCode?: number
}

/**
 * `REFUSED` = AWS refused what was asked. `NO_ANSWER` = it did not answer, as where the line was cut. `NOT_SERVED` = over a line that stood
 * it took no request, or gave no answer. `JOB_OVER` = a job has ended without us. `BAD_FIRMWARE` = a file is not what was signed, or no
 * program. `DOWNLOAD` = a file could not be fetched now. `NO_FILE` = whenever it is tried it can't.
 */
export type DeviceErrorCode = 'REFUSED' | 'NO_ANSWER' | 'NOT_SERVED' | 'JOB_OVER' | 'BAD_FIRMWARE' | 'DOWNLOAD' | 'NO_FILE'

const NO_TEXT = 'something that has no text'

/** What a device could not do. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError'
  readonly code: DeviceErrorCode
  readonly awsCode: string | undefined
  readonly statusCode: number | undefined
  constructor(code: DeviceErrorCode, message: string, { awsCode, statusCode, ...options }: DeviceErrorEvidence = {}) {
    super(message, options)
    this.code = code
    this.awsCode = awsCode
    this.statusCode = statusCode
  }
}

/** Whether it is a {@link DeviceError} of this code. Never throws, whatever it is given. */
export function isDeviceError(error: unknown, code: DeviceErrorCode): error is DeviceError {
  try {
    return error instanceof DeviceError && error.code === code
  } catch {
    // A proxy may throw when it is asked for its class.
    return false
  }
}

/** An error's message, or what was thrown instead of one. Never throws, whatever it is given: a firmware may throw anything. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error)
  } catch {
    // Its message, its class or its conversion to text throws.
    return NO_TEXT
  }
}

/** Where an error was thrown, as V8 writes it; empty where it does not say. Never throws, whatever it is given. */
export function stackOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.stack ?? '') : ''
  } catch {
    return ''
  }
}
