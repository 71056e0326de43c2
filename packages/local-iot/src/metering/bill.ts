import { usEast1PriceTable } from './price-table.ts'
import type { Usage } from './usage-meter.ts'

/** US dollars per million units of each kind of use. */
export type Prices = Readonly<Record<keyof Usage, number>>

/**
 * The first tier of {@link usEast1PriceTable}, in US dollars for a million; without the free tier.
 *
 * @example const cheaper = { ...usEast1Prices, messages: 0.8 }
 */
export const usEast1Prices: Prices =
  // The table names every kind of use.
  Object.fromEntries(Object.entries(usEast1PriceTable.prices).map(([kind, { tiers }]) => [kind, tiers[0]?.perMillion ?? 0])) as Record<
    keyof Usage, number
  >

/**
 * What AWS IoT Core would charge for the usage, in US dollars. What rules send to (queues, functions, tables) is not included.
 *
 * @example
 * await using iot = await createLocalIot()
 * await iot.publish('keg/k-1/pours', '{"volumeMl":300}')
 * billUsd(iot.usage())
 */
export const billUsd = (usage: Usage, prices: Prices = usEast1Prices): number =>
  // The prices name every kind of use.
  (Object.keys(prices) as (keyof Usage)[]).reduce((sum, kind) => sum + (usage[kind] * prices[kind]) / 1_000_000, 0)
