/** A setting as somebody wished it: when, by the cloud's clock, and where. */
export interface Wish {
  readonly value: unknown
  readonly atMs: number
  readonly from: 'cloud' | 'here'
}

export type Wishes = Readonly<Record<string, Wish>>

/** What the cloud's shadow says: each setting and when it was set, in whole seconds as AWS has it. */
export interface CloudWishes {
  readonly desired: Readonly<Record<string, unknown>>
  readonly timesSec: Readonly<Record<string, number>>
}

/** Settings by which there is one wish, and those of this side that the cloud has still to hear of. */
export interface MergedWishes {
  readonly wishes: Wishes
  readonly untold: Readonly<Record<string, unknown>>
}

/**
 * The merge law, setting by setting: the cloud's wish wins, unless one made here is later by the cloud's clock. AWS has whole seconds, and
 * a tie goes to the cloud. A setting that the cloud has no more is gone, unless it was wished for here.
 */
export function mergeWishes(here: Wishes, { desired, timesSec }: CloudWishes): MergedWishes {
  const wishes: Record<string, Wish> = {}
  const untold: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(here), ...Object.keys(desired)])) {
    const mine = here[name]
    const theirs = Object.hasOwn(desired, name) ? { value: desired[name], atMs: (timesSec[name] ?? 0) * 1_000, from: 'cloud' as const } : undefined
    if (mine?.from === 'here' && (theirs === undefined || Math.floor(mine.atMs / 1_000) * 1_000 > theirs.atMs)) {
      wishes[name] = mine
      untold[name] = mine.value
    } else if (theirs !== undefined) wishes[name] = theirs
  }
  return { wishes, untold }
}
