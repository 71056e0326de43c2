import type { PourOrder } from '../hardware/hardware.ts'

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
  /**
   * Lets `elapsedMs` go by; answers the whole millilitres that flowed. `flowShare` is how fast it flows, of what the habits say; `mostMl`
   * what is there to flow.
   */
  step(elapsedMs: number, flowShare?: number, mostMl?: number): number
  /** Opens it for a volume, once nobody else is at it. */
  order(volumeMl: number): PourOrder
  /** Ends every pour that is under way or ordered. */
  cut(): void
  /** Ends the pours that were ordered; a guest's goes on. */
  cutOrders(): void
  /** Closes it for good. */
  close(): void
}

/** A tap used by `habits`, by `random` numbers from 0 to 1. */
export function createTap(habits: TapHabits, random: () => number): Tap {
  const between = ([least, most]: readonly [number, number]) => least + random() * (most - least)
  const orders: { readonly volumeMl: number; outcome: PourOrder['outcome'] }[] = []
  // The first guest is at the bar already.
  let waitMs = random() * habits.pauseMs[0]
  let leftMl = 0
  let dripMl = 0
  let closed = false
  let ordered = false
  const openTap = () => {
    ordered = orders[0] !== undefined
    if (ordered) leftMl = orders[0]?.volumeMl ?? 0
    else {
      leftMl = Math.max(1, Math.round(between(habits.volumeMl)))
      waitMs = between(habits.pauseMs)
    }
  }
  const endOrder = (outcome: 'poured' | 'cut') => {
    const order = orders.shift()
    if (order) order.outcome = outcome
    ordered = false
  }
  const cutOrders = () => {
    if (ordered) leftMl = 0
    while (orders.length > 0) endOrder('cut')
  }
  const cut = () => {
    cutOrders()
    leftMl = 0
    dripMl = 0
  }
  return {
    get open() {
      return leftMl > 0
    },
    step(elapsedMs, flowShare = 1, mostMl = Infinity) {
      if (closed) return 0
      if (leftMl === 0) {
        waitMs -= elapsedMs
        if (orders.length > 0 || waitMs <= 0) openTap()
        return 0
      }
      dripMl += (elapsedMs / 1_000) * habits.mlPerSec * flowShare
      const flowedMl = Math.min(leftMl, Math.floor(dripMl), mostMl)
      dripMl = Math.min(dripMl - flowedMl, 1)
      leftMl -= flowedMl
      if (leftMl === 0 && ordered) endOrder('poured')
      return flowedMl
    },
    order(volumeMl) {
      const order: (typeof orders)[number] = { volumeMl, outcome: undefined }
      orders.push(order)
      if (closed) cut()
      return order
    },
    cut,
    cutOrders,
    close() {
      closed = true
      cut()
    },
  }
}
