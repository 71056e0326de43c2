import type { PartialSettings } from '@keg/message-schemas/keg'
import { WishRefused, type KegWishes, type WishedOf } from '../writers/ports.ts'

/** Stands for a process that is killed: whatever was begun has an end here. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** Shadows in this process that tell how often each was written, and of which a call can be the last of a process. */
export function memoryWishes(desired: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = {}) {
  const shadows = new Map<string, WishedOf>()
  const written = new Map<string, PartialSettings[]>()
  for (const [kegId, wished] of Object.entries(desired))
    if (wished !== undefined) shadows.set(kegId, { version: 1, desired: wished, reported: {} })
  let callsLeft = Number.POSITIVE_INFINITY
  /** A killed process either did the call or did not, and never hears of it. */
  const call = <T>(work: () => T): T => {
    callsLeft -= 1
    if (callsLeft < -1) throw new Killed()
    const done = callsLeft === -1 ? undefined : { value: work() }
    if (callsLeft === 0) throw new Killed()
    if (done === undefined) throw new Killed()
    return done.value
  }
  const wish = (kegId: string, patch: Readonly<Record<string, unknown>>) => {
    const before = shadows.get(kegId) ?? { version: 0, desired: {}, reported: {} }
    shadows.set(kegId, { ...before, version: before.version + 1, desired: { ...before.desired, ...patch } })
  }
  const wishes: KegWishes = {
    read: async (kegId) => call(() => {
      if (kegId === 'keg-odd') throw new WishRefused('There is no thing of this name.')
      return shadows.get(kegId)
    }),
    wishAt: async (kegId, patch, version) => call(() => {
      if (kegId === 'keg-full') throw new WishRefused('The shadow is too large.')
      if (version !== undefined && shadows.get(kegId)?.version !== version) return false
      wish(kegId, patch)
      written.set(kegId, [...(written.get(kegId) ?? []), patch])
      return true
    }),
  }
  return {
    wishes,
    shadows,
    /** What was wished of each keg through `wishes`, in order. */
    written,
    /** What somebody else wishes of a keg. */
    wish,
    /** A keg reports something, which changes its shadow's version alone. */
    report: (kegId: string) => wish(kegId, {}),
    /** After so many calls the process is gone; again and again with each call. */
    killAfter: (calls: number) => void (callsLeft = calls),
  }
}

export type MemoryWishes = ReturnType<typeof memoryWishes>
