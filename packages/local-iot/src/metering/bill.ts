import { usEast1PriceTable } from './price-table.ts'
import type { Usage } from './usage-meter.ts'

/** US dollars per million units of each kind of use. */
export type Prices = Readonly<Record<keyof Usage, number>>

/** The first tier of {@link usEast1PriceTable}, without the free tier. */
export const usEast1Prices: Prices =
  // The table names every kind of use.
  Object.fromEntries(Object.entries(usEast1PriceTable.prices).map(([kind, { tiers }]) => [kind, tiers[0]?.perMillion ?? 0])) as Record<keyof Usage, number>

/** What AWS IoT Core would charge for this, in US dollars; what rules lead to (queues, functions, tables) is not in it. */
export const billUsd = (usage: Usage, prices: Prices = usEast1Prices): number =>
  // The prices name every kind of use.
  (Object.keys(prices) as (keyof Usage)[]).reduce((sum, kind) => sum + (usage[kind] * prices[kind]) / 1_000_000, 0)
