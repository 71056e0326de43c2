import { noneWithheld } from '../residency.ts'
import type { Withheld, WithheldMessage } from '../withheld.ts'

/** What stays, in memory. */
export function memoryWithheld(): Withheld & { readonly kept: WithheldMessage[] } {
  const kept: WithheldMessage[] = []
  const since = noneWithheld()
  return {
    kept,
    secret: Buffer.alloc(32, 7),
    keep(message) {
      kept.push(message)
      since[message.reason] += 1
    },
    status: () => ({ rows: kept.length, bytes: 0, maxBytes: Infinity, since }),
  }
}
