/** @see https://docs.aws.amazon.com/iot/latest/developerguide/mqtt-based-file-delivery-in-devices.html#mqtt-based-file-delivery-errors */
export type StreamErrorCode =
  | 'InvalidJson'
    | 'InvalidCbor'
    | 'InvalidRequest'
    | 'Unauthorized'
    | 'BlockSizeOutOfBounds'
    | 'OffsetOutOfBounds'
    | 'BlockCountLimitExceeded'
  | 'BlockBitmapLimitExceeded'
    | 'ResourceNotFound'
    | 'VersionMismatch'
    | 'InternalError'

/** Why a device's request for a file is rejected. */
export class StreamError extends Error {
  override readonly name = 'StreamError'
  readonly code: StreamErrorCode

  constructor(code: StreamErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
