import type { Readable } from 'node:stream'

/** How much more than it may have is let go of a body, so that its sender gets to read why; whoever sends yet more is cut off. */
const IGNORED_BYTES_MAX = 16 * 1024 * 1024

/** A body; `undefined` for a longer one, of which no more than `bytesMax` is ever held. */
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
