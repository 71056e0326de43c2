/** How guests use the tap: how long nobody pours, how much a pour is, and how fast it flows. */
export interface TapHabits {
  readonly pauseMs: readonly [least: number, most: number]
  readonly volumeMl: readonly [least: number, most: number]
  readonly mlPerSec: number
}

/** A bar on a calm evening. */
export const calmEvening: TapHabits = { pauseMs: [2_000, 12_000], volumeMl: [200, 500], mlPerSec: 150 }

/** The tap: somebody opens it now and then. */
export interface Tap {
  readonly open: boolean
  /** Lets `elapsedMs` go by; answers the whole millilitres that flowed. */
  step(elapsedMs: number): number
  /** Closes it for good. */
  close(): void
}

/** A tap used by `habits`, by `random` numbers from 0 to 1. */
export function createTap(habits: TapHabits, random: () => number): Tap {
  const between = ([least, most]: readonly [number, number]) => least + random() * (most - least)
  // The first guest is at the bar already.
  let waitMs = random() * habits.pauseMs[0]
  let leftMl = 0
  let dripMl = 0
  let closed = false
  const openTap = () => {
    leftMl = Math.max(1, Math.round(between(habits.volumeMl)))
    waitMs = between(habits.pauseMs)
  }
  return {
    get open() {
      return leftMl > 0
    },
    step(elapsedMs) {
      if (closed) return 0
      if (leftMl === 0) {
        waitMs -= elapsedMs
        if (waitMs <= 0) openTap()
        return 0
      }
      dripMl += (elapsedMs / 1_000) * habits.mlPerSec
      const flowedMl = Math.min(leftMl, Math.floor(dripMl))
      dripMl -= flowedMl
      leftMl -= flowedMl
      return flowedMl
    },
    close() {
      closed = true
      leftMl = 0
    },
  }
}
