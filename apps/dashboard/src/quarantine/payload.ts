/** A payload as somebody can read it. */
export interface ReadablePayload {
  readonly kind: 'JSON' | 'text' | 'bytes'
  readonly text: string
}

/** Of a payload of 128 KB, nobody reads more than this. */
const SHOWN_CHARACTERS = 20_000

/** Reads the bytes of a message: JSON is laid out, what is no text is shown as hexadecimal digits. */
export function readPayload(base64: string): ReadablePayload {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const text = textOf(bytes)
  if (text === undefined) return { kind: 'bytes', text: cut([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')) }
  try {
    return { kind: 'JSON', text: cut(JSON.stringify(JSON.parse(text), undefined, 2)) }
  } catch {
    return { kind: 'text', text: cut(text) }
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const cut = (text: string): string => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text)
