import { rowBytes } from '../row-bytes.ts'
import type { Kind, Spooled } from '../spool.ts'

/** A message that says its number; all of a kind and a payload size take the same on the disk. */
export function numbered(number: number, of: { kind?: Kind; kegId?: string; payloadBytes?: number } = {}): Spooled {
  const { kind = 'pour', kegId = 'keg-01', payloadBytes = 40 } = of
  const payload = new TextEncoder().encode(JSON.stringify({ number }).padEnd(payloadBytes))
  return { kind, kegId, topic: `keg/berlin/${kegId}/${kind}`, payload, takenAtMs: 1_700_000_000_000 + number }
}

/** The number that a message says. */
export function numberOf({ payload }: { readonly payload: Uint8Array }): number {
  const { number } = JSON.parse(new TextDecoder().decode(payload)) as { number: number }
  return number
}

/** What one of {@link numbered}'s takes on the disk. */
export const bytesOf = (kind: Kind): number => rowBytes(numbered(0, { kind }))

/** Bytes that compress badly, the same each time. */
export function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}
