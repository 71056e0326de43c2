const SLAB_BYTES = 8192
const MAX_BYTES_PER_UNIT = 3

const encoder = new TextEncoder()
let slab = new Uint8Array(SLAB_BYTES)
let used = 0

/** The bytes of a text. Short ones share a buffer, as Node's do: allocating one for each costs more than encoding. */
export function encodeUtf8(text: string): Uint8Array {
  const most = text.length * MAX_BYTES_PER_UNIT
  if (most > SLAB_BYTES / 2) return encoder.encode(text)
  if (used + most > SLAB_BYTES) {
    slab = new Uint8Array(SLAB_BYTES)
    used = 0
  }
  const start = used
  used += encoder.encodeInto(text, start === 0 ? slab : slab.subarray(start)).written
  return slab.subarray(start, used)
}
