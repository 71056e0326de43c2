import { constants, gunzipSync } from 'node:zlib'

/** The first bytes of what is gzipped. */
const GZIP = [0x1f, 0x8b] as const
/** A gateway fills a batch up to 128 KB before it is compressed. */
const MAX_UNZIPPED_BYTES = 1_024 * 1_024

/** A large batch comes gzipped. What can't be unzipped is left as it is, and read as the batch that it is not. */
export function unzipped(bytes: Uint8Array): Uint8Array {
  if (GZIP.some((byte, index) => bytes[index] !== byte)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNZIPPED_BYTES })
  } catch {
    return bytes
  }
}

/** So much gzip holds the beginning, and unzips to no more than a gateway sends: gzip packs a thousand to one. */
const BEGINNING_BYTES = 1_000

/** The text with which something gzipped begins that can't be unzipped whole; empty where it is nothing of the kind. */
export function unzippedBeginning(bytes: Uint8Array): string {
  if (GZIP.some((byte, index) => bytes[index] !== byte)) return ''
  try {
    return gunzipSync(bytes.subarray(0, BEGINNING_BYTES), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 * MAX_UNZIPPED_BYTES })
      .toString()
  } catch {
    return ''
  }
}
