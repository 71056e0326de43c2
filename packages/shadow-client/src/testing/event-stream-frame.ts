import { crc32 } from 'node:zlib'

/** A header's value: a number is an int32, a text a string. */
export type FrameHeaders = Readonly<Record<string, number | string>>
export interface Frame {
  readonly headers: FrameHeaders
  readonly payload: Buffer
}

const INT32 = 4
const STRING = 7
const PRELUDE_BYTES = 12
const CHECKSUM_BYTES = 4

/** A frame of `vnd.amazon.eventstream`: lengths, their checksum, headers, payload, checksum of all. */
export function encodeFrame({ headers, payload }: Frame): Buffer {
  const parts = Object.entries(headers).map(([name, value]) => {
    const head = Buffer.concat([Buffer.of(name.length), Buffer.from(name), Buffer.of(typeof value === 'number' ? INT32 : STRING)])
    const size = Buffer.alloc(typeof value === 'number' ? 4 : 2)
    if (typeof value === 'number') size.writeInt32BE(value)
    else size.writeUInt16BE(Buffer.byteLength(value))
    return Buffer.concat([head, size, Buffer.from(typeof value === 'number' ? '' : value)])
  })
  const body = Buffer.concat(parts)
  const prelude = Buffer.alloc(PRELUDE_BYTES)
  prelude.writeUInt32BE(PRELUDE_BYTES + body.length + payload.length + CHECKSUM_BYTES, 0)
  prelude.writeUInt32BE(body.length, 4)
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8)
  const frame = Buffer.concat([prelude, body, payload])
  const checksum = Buffer.alloc(CHECKSUM_BYTES)
  checksum.writeUInt32BE(crc32(frame))
  return Buffer.concat([frame, checksum])
}

function decodeFrame(bytes: Buffer): Frame {
  if (crc32(bytes.subarray(0, -CHECKSUM_BYTES)) !== bytes.readUInt32BE(bytes.length - CHECKSUM_BYTES))
    throw new Error('The checksum is wrong.')
  const end = PRELUDE_BYTES + bytes.readUInt32BE(4)
  const headers: Record<string, number | string> = {}
  for (let at = PRELUDE_BYTES; at < end; ) {
    const nameEnd = at + 1 + bytes.readUInt8(at)
    const name = bytes.toString('utf8', at + 1, nameEnd)
    const type = bytes.readUInt8(nameEnd)
    at = nameEnd + 1
    if (type === INT32) {
      headers[name] = bytes.readInt32BE(at)
      at += 4
    } else if (type === STRING) {
      const valueEnd = at + 2 + bytes.readUInt16BE(at)
      headers[name] = bytes.toString('utf8', at + 2, valueEnd)
      at = valueEnd
    } else throw new Error(`A header of type ${type}.`)
  }
  return { headers, payload: bytes.subarray(end, -CHECKSUM_BYTES) }
}

/** Takes bytes as they come and hands on whole frames. */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let left = Buffer.alloc(0)
  return (chunk) => {
    left = Buffer.concat([left, chunk])
    while (left.length >= PRELUDE_BYTES && left.length >= left.readUInt32BE(0)) {
      const total = left.readUInt32BE(0)
      onFrame(decodeFrame(left.subarray(0, total)))
      left = left.subarray(total)
    }
  }
}
