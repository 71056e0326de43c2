import type { Usage } from './usage-meter.ts'

/** US dollars per million units of each kind of use. */
export type Prices = Readonly<Record<keyof Usage, number>>

/**
 * The first tier in us-east-1, on 2026-11-23, without the free tier. Rules and actions are from general knowledge, the others from
 * AWS's price page.
 */
export const usEast1Prices: Prices = {
  connectionMinutes: 0.08,
  messages: 1,
  rulesTriggered: 0.15,
  actionsExecuted: 0.15,
  shadowOperations: 1.25,
  registryOperations: 1.25,
}

/** What AWS IoT Core would charge for this, in US dollars; what rules lead to (queues, functions, tables) is not in it. */
export const billUsd = (usage: Usage, prices: Prices = usEast1Prices): number =>
  // The prices name every kind of use.
  (Object.keys(prices) as (keyof Usage)[]).reduce((sum, kind) => sum + (usage[kind] * prices[kind]) / 1_000_000, 0)
