import type { Readable } from 'node:stream'

/**
 * How many bytes beyond the limit are read and dropped, so that the client gets to read the error. A client that sends even more is cut
 * off.
 */
const IGNORED_BYTES_MAX = 16 * 1024 * 1024

/** Reads a body; returns `undefined` for one longer than `bytesMax`. It never holds more than `bytesMax`. */
export async function readBody(incoming: Readable, bytesMax: number): Promise<Buffer<ArrayBuffer> | undefined> {
  let chunks: Uint8Array[] = []
  let bytes = 0
  // Whoever is cut off is answered first.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > bytesMax + IGNORED_BYTES_MAX) return undefined
    if (bytes <= bytesMax) chunks.push(chunk)
    else chunks = []
  }
  return bytes > bytesMax ? undefined : Buffer.concat(chunks)
}
