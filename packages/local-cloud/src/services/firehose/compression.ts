import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { ObjectDestination } from './destination.ts'

/** What compressing an object comes to. */
export interface CompressedObject {
  readonly body: Buffer
  /** Of the key. */
  readonly extension: string
  readonly contentEncoding?: string
}

/** Compresses an object as its destination says. @see https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html */
export function compressed(body: Buffer, format: ObjectDestination['compression'], entryName: string): CompressedObject {
  switch (format) {
    case 'GZIP': return { body: gzipSync(body), extension: '.gz', contentEncoding: 'gzip' }
    case 'ZIP': return { body: zipped(body, entryName), extension: '.zip', contentEncoding: 'zip' }
    case 'UNCOMPRESSED': return { body, extension: '' }
  }
}

/** A ZIP archive of one entry. @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16 */
function zipped(body: Buffer, entryName: string): Buffer {
  const name = Buffer.from(entryName)
  const data = deflateRawSync(body)
  const entry = Buffer.alloc(26)
  // Version 2.0, deflated, and the first day that the format knows.
  entry.writeUInt16LE(20, 0)
  entry.writeUInt16LE(8, 4)
  entry.writeUInt16LE(0x21, 8)
  entry.writeUInt32LE(crc32(body), 10)
  entry.writeUInt32LE(data.length, 14)
  entry.writeUInt32LE(body.length, 18)
  entry.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry, name, data])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), entry, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}
