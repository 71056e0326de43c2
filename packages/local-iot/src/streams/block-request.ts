import { StreamError } from './stream-error.ts'

/** Which blocks of which file a device asks for. */
export interface BlockRequest {
  readonly fileId: number
  readonly blockBytes: number
  /** The numbers of blocks, in order; those past the end of the file are not there. */
  readonly blocks: readonly number[]
  /** Absent: whatever version there is. */
  readonly streamVersion: number | undefined
}

// The limits of iot-core.html#limits_iot, MQTT-based file delivery.
const BLOCK_BYTES = [256, 131_072] as const
const MAX_BLOCKS = 98_304
const MAX_BITMAP_BYTES = 12_288
/** What one request is answered with at most. */
const MAX_ANSWER_BYTES = 131_072

/**
 * Reads a GetStream request. Throws StreamError.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/mqtt-based-file-delivery-in-devices.html#mqtt-based-file-delivery-getstream-request
 */
export function readBlockRequest({ s, f, l, o, n, b }: Readonly<Record<string, unknown>>): BlockRequest {
  const fileId = whole(f, [0, 255], 'InvalidRequest', 'The file ID')
  const blockBytes = whole(l, BLOCK_BYTES, 'BlockSizeOutOfBounds', 'The block size')
  const offset = whole(o ?? 0, [0, MAX_BLOCKS], 'OffsetOutOfBounds', 'The block offset')
  const most = Math.floor(MAX_ANSWER_BYTES / blockBytes)
  const count = whole(n ?? most, [0, MAX_BLOCKS], 'BlockCountLimitExceeded', 'The number of blocks')
  const streamVersion = s === undefined ? undefined : whole(s, [0, 65_535], 'InvalidRequest', 'The stream version')
  const wanted = b === undefined ? Array.from({ length: Math.min(count, most) }, (_, at) => at) : bitsOf(bitmapOf(b))
  return { fileId, blockBytes, streamVersion, blocks: wanted.slice(0, Math.min(count, most)).map((at) => offset + at) }
}

function whole(value: unknown, [least, most]: readonly [number, number], code: StreamError['code'], what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new StreamError('InvalidRequest', `${what} must be an integer`)
  if (value < least || value > most) throw new StreamError(code, `${what} must be in the range ${least} to ${most}`)
  return value
}

/** The bytes of a bitmap: CBOR has them, a text is hexadecimal, else base64. */
function bitmapOf(value: unknown): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value, /^([0-9a-f]{2})*$/i.test(value) ? 'hex' : 'base64') : value
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw new StreamError('InvalidRequest', 'The bitmap is none')
  if (bytes.length < MAX_BITMAP_BYTES) return bytes
  throw new StreamError('BlockBitmapLimitExceeded', `The bitmap must have less than ${MAX_BITMAP_BYTES} bytes`)
}

/** The numbers of the bits that are set: the first byte has bits 7 to 0. */
const bitsOf = (bytes: Uint8Array): number[] =>
  [...bytes].flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte >> bit) & 1).map((bit) => at * 8 + bit))
