/** A setting as somebody wished it: when, by the cloud's clock, and where. */
export interface Wish {
  readonly value: unknown
  readonly atMs: number
  readonly from: 'cloud' | 'here'
  /** Made here while the cloud's time was not known: `atMs` is of this machine's clock, however wrong it is. */
  readonly byOwnClock?: true | undefined
}

export type Wishes = Readonly<Record<string, Wish>>

/** What the cloud's shadow says: each setting and when it was set, in whole seconds as AWS has it. */
export interface CloudWishes {
  readonly desired: Readonly<Record<string, unknown>>
  readonly timesSec: Readonly<Record<string, number>>
  /** When it said so; absent = now. */
  readonly atSec?: number
}

/** Settings by which there is one wish, and those of this side that the cloud has still to hear of. */
export interface MergedWishes {
  readonly wishes: Wishes
  readonly untold: Readonly<Record<string, unknown>>
}

/**
 * How far this machine's clock is behind the cloud's, `undefined` = not known yet, and a time by the cloud's clock that no wish can be
 * later than; milliseconds.
 */
export interface CloudTime {
  readonly offsetMs: number | undefined
  readonly latestMs: number
}

/**
 * Wishes of this side by the cloud's clock: set right where they were made before it was known, and none later than now, whatever this
 * machine's clock said.
 */
export function byCloudClock(wishes: Wishes, { offsetMs, latestMs }: CloudTime): Wishes {
  return Object.fromEntries(Object.entries(wishes).map(([name, wish]): [string, Wish] => {
    const { byOwnClock = false, ...known } = wish
    if (wish.from === 'cloud' || (offsetMs === undefined && !(byOwnClock && wish.atMs > latestMs))) return [name, wish]
    return [name, { ...known, atMs: Math.min(wish.atMs + (byOwnClock ? (offsetMs ?? 0) : 0), latestMs) }]
  }))
}

/**
 * The merge law, setting by setting: the cloud's wish wins, unless one made here is later by the cloud's clock. AWS has whole seconds, and
 * a tie goes to the cloud. What both wish the cloud need not hear. A setting that the cloud has no more is gone, unless it was wished for
 * here.
 */
export function mergeWishes(here: Wishes, { desired, timesSec, atSec = Infinity }: CloudWishes): MergedWishes {
  const wishes: Record<string, Wish> = {}
  const untold: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(here), ...Object.keys(desired)])) {
    const mine = here[name]
    const theirs = Object.hasOwn(desired, name)
      ? { value: desired[name], atMs: (timesSec[name] ?? 0) * 1_000, from: 'cloud' as const }
      : undefined
    if (mine?.from === 'here' && (theirs === undefined || Math.floor(mine.atMs / 1_000) * 1_000 > theirs.atMs)) {
      const isSame = theirs !== undefined && JSON.stringify(theirs.value) === JSON.stringify(mine.value)
      // An earlier state that says the same does not settle it: a later one may have another wish that is still older than this.
      wishes[name] = isSame && atSec * 1_000 >= mine.atMs ? theirs : mine
      if (!isSame) untold[name] = mine.value
    } else if (theirs !== undefined) wishes[name] = theirs
  }
  return { wishes, untold }
}
