import { crc32 } from 'node:zlib'

// The event stream encoding: total length, length of the headers, CRC of these two; headers; payload; CRC of all before. Big-endian.
// https://smithy.io/2.0/aws/amazon-eventstream.html

/** A header's value: a number is an int32. */
export type HeaderValue = string | number | boolean | bigint | Uint8Array

/** A message of an event stream. */
export interface Frame {
  readonly headers: Readonly<Record<string, HeaderValue>>
  readonly payload: Uint8Array
}

/** Bytes that are no event stream. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
}

const PRELUDE_BYTES = 12
const CRC_BYTES = 4
const MAX_FRAME_BYTES = 24 * 1_024 * 1_024
const INT32 = 4
const STRING = 7

/** Writes a frame; its headers are numbers and strings, which is all that this protocol sends. */
export function encodeFrame({ headers, payload }: Frame): Buffer {
  const encoded = Buffer.concat(Object.entries(headers).map(([name, value]) => encodeHeader(name, value)))
  const frame = Buffer.alloc(PRELUDE_BYTES + encoded.length + payload.length + CRC_BYTES)
  frame.writeUInt32BE(frame.length, 0)
  frame.writeUInt32BE(encoded.length, 4)
  frame.writeUInt32BE(crc32(frame.subarray(0, 8)), 8)
  frame.set(encoded, PRELUDE_BYTES)
  frame.set(payload, PRELUDE_BYTES + encoded.length)
  frame.writeUInt32BE(crc32(frame.subarray(0, -CRC_BYTES)), frame.length - CRC_BYTES)
  return frame
}

function encodeHeader(name: string, value: HeaderValue): Buffer {
  const start = Buffer.from(`\0${name}\0`)
  start[0] = start.length - 2
  if (typeof value === 'number') {
    start[start.length - 1] = INT32
    const number = Buffer.alloc(4)
    number.writeInt32BE(value)
    return Buffer.concat([start, number])
  }
  if (typeof value !== 'string') throw new FrameError(`The header ${name} is neither a number nor a string.`)
  start[start.length - 1] = STRING
  const text = Buffer.from(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length)
  return Buffer.concat([start, length, text])
}

/** Reads a whole frame. Throws {@link FrameError} where a checksum or a header is wrong. */
export function decodeFrame(frame: Buffer): Frame {
  const headersEnd = PRELUDE_BYTES + frame.readUInt32BE(4)
  const payloadEnd = frame.length - CRC_BYTES
  if (crc32(frame.subarray(0, 8)) !== frame.readUInt32BE(8)) throw new FrameError('The checksum of the prelude is wrong.')
  if (crc32(frame.subarray(0, payloadEnd)) !== frame.readUInt32BE(payloadEnd)) throw new FrameError('The checksum of the message is wrong.')
  if (headersEnd > payloadEnd) throw new FrameError('The headers are longer than the message.')
  return { headers: decodeHeaders(frame.subarray(PRELUDE_BYTES, headersEnd)), payload: frame.subarray(headersEnd, payloadEnd) }
}

function decodeHeaders(bytes: Buffer): Record<string, HeaderValue> {
  const headers: Record<string, HeaderValue> = {}
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = at + 1 + bytes.readUInt8(at)
    const name = bytes.toString('utf8', at + 1, nameEnd)
    const { value, end } = decodeValue(bytes, nameEnd + 1, bytes.readUInt8(nameEnd))
    headers[name] = value
    at = end
  }
  return headers
}

function decodeValue(bytes: Buffer, at: number, type: number): { value: HeaderValue; end: number } {
  switch (type) {
    case 0: return { value: true, end: at }
    case 1: return { value: false, end: at }
    case 2: return { value: bytes.readInt8(at), end: at + 1 }
    case 3: return { value: bytes.readInt16BE(at), end: at + 2 }
    case INT32: return { value: bytes.readInt32BE(at), end: at + 4 }
    case 5: case 8: return { value: bytes.readBigInt64BE(at), end: at + 8 }
    case 6: case STRING: {
      const end = at + 2 + bytes.readUInt16BE(at)
      if (end > bytes.length) throw new FrameError('A header is longer than all headers.')
      const value = bytes.subarray(at + 2, end)
      return { value: type === STRING ? value.toString() : value, end }
    }
    case 9: return { value: bytes.subarray(at, at + 16), end: at + 16 }
    default: throw new FrameError(`There is no header of type ${type}.`)
  }
}

/** Cuts what comes in, piece by piece, into frames. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0)

  /** The frames that are whole with this piece. Throws {@link FrameError} for a length that no frame has. */
  push(piece: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const frames: Frame[] = []
    while (this.#rest.length >= PRELUDE_BYTES) {
      const total = this.#rest.readUInt32BE(0)
      if (total < PRELUDE_BYTES + CRC_BYTES || total > MAX_FRAME_BYTES) throw new FrameError(`No frame has ${total} bytes.`)
      if (this.#rest.length < total) break
      frames.push(decodeFrame(this.#rest.subarray(0, total)))
      this.#rest = this.#rest.subarray(total)
    }
    return frames
  }
}
