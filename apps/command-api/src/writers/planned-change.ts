import type { PartialSettings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import type { KegWishes, Settings, WishedOf } from './ports.ts'

/**
 * A change of what is wished of a keg, written down before it is made: who comes after a kill can tell by it what was done. `from` is what
 * was wished then of the settings that change, `version` the shadow's then; absent = there was none.
 */
export const plannedChange = z.object({
  from: z.record(z.string(), z.unknown()), to: z.record(z.string(), z.unknown()), version: z.int().optional(),
})

export interface PlannedChange {
  readonly from: Settings
  readonly to: PartialSettings
  readonly version?: number | undefined
}

/** No setting is a text as long: a plan is part of an item of the log. */
const MAX_WISH = 128
/** How often a shadow may change between reading it and writing it. */
const TRIES = 8

/** Plans a change of a keg with this shadow; `undefined` where all of it is wished already. */
export function planChange(shadow: WishedOf | undefined, to: PartialSettings): PlannedChange | undefined {
  const changed = Object.entries(to).filter(([name, value]) => shadow?.desired[name] !== value)
  if (changed.length === 0) return undefined
  const from = Object.fromEntries(
    changed.flatMap(([name]) => (shadow?.desired[name] === undefined ? [] : [[name, kept(shadow.desired[name])]])),
  )
  return { from, to: Object.fromEntries(changed), version: shadow?.version }
}

/**
 * What is no setting of a keg, and may be large, is kept as `null`, which no shadow holds: once the shadow is another, it counts as
 * somebody's wish.
 */
const kept = (wished: unknown): unknown =>
  (typeof wished === 'object' || (typeof wished === 'string' && wished.length > MAX_WISH) ? null : wished)

/**
 * Makes a planned change, however often it was begun before. `overtaken`: somebody has wished otherwise since it was planned, which stands.
 * Rejects with `WishRefused` what is refused each time.
 */
export async function makeChange(
  kegId: string, { from, to, version: plannedAt }: PlannedChange, wishes: KegWishes,
): Promise<'changed' | 'overtaken'> {
  let version = plannedAt
  for (let tries = 1; tries <= TRIES; tries++) {
    if (await wishes.wishAt(kegId, to, version)) return 'changed'
    const now = await wishes.read(kegId)
    const names = Object.keys(to)
    const isAt = (settings: Settings) => names.every((name) => now?.desired[name] === settings[name])
    if (isAt(to)) return 'changed'
    if (!isAt(from)) return 'overtaken'
    version = now?.version
  }
  throw new Error(`The shadow of ${kegId} changed each of ${TRIES} times that a wish was about to be written.`)
}
