/** A call takes so many arguments in every browser. */
const PIECE_BYTES = 8_192

/**
 * A text's UTF-8 bytes as base64, however long it is.
 *
 * @example payloadBase64('é')  // 'w6k='
 */
export function payloadBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)))
  return btoa(pieces.join(''))
}
