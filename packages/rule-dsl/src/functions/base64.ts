const CHUNK = 8192
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) binary += asCharacters(bytes.subarray(start, start + CHUNK))
  return btoa(binary)
}

// Not spread: that asks an iterator for each byte. `apply` takes any array-like, though its type names arrays alone.
const asCharacters = (bytes: Uint8Array): string => Reflect.apply(String.fromCharCode, undefined, bytes)

/** The bytes that the text encodes, `undefined` when it is no base64. */
export const decodeBase64 = (text: string): Uint8Array | undefined =>
  BASE64.test(text) ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : undefined
