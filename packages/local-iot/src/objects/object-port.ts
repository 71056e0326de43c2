/** An object in S3. */
export interface ObjectReference {
  readonly bucket: string
  readonly key: string
  /** Absent: the latest. */
  readonly version?: string | undefined
  /** By which role it is read. */
  readonly roleArn?: string | undefined
}

/** Reads objects of S3, for whatever room needs one. What rejects, rejects with {@link ObjectError}. */
export interface ObjectPort {
  /** The size in bytes. */
  size(object: ObjectReference): Promise<number>
  read(object: ObjectReference): Promise<Uint8Array>
  /** The bytes from `start`, at most `length`; none past the end. */
  readRange(object: ObjectReference, start: number, length: number): Promise<Uint8Array>
  /** A URL that whoever has it may get the object by, for so long; absent: there is no endpoint to make one of. */
  presign?(object: ObjectReference, expiresInSec: number): string
}

/** An object that S3 does not give. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError'
  readonly code: 'NOT_FOUND' | 'FORBIDDEN' | 'FAILED'

  constructor(code: ObjectError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
