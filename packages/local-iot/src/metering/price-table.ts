import type { Usage } from './usage-meter.ts'

/** Where a price comes from: read on AWS's price page, general knowledge that nobody has checked there, or what a user states. */
export type PriceMark = 'page' | 'unverified' | 'yours'

/** US dollars per million units up to so many units a month; without `upTo` for all that follow. */
export interface PriceTier {
  readonly perMillion: number
  readonly upTo?: number | undefined
}

/** What a kind of use costs: its tiers in order, of which the last has no end. */
export interface Price {
  readonly tiers: readonly PriceTier[]
  readonly mark: PriceMark
}

/** What AWS IoT Core asks for each kind of use in a region, and when that was looked up; without the free tier. */
export interface PriceTable {
  /** The day of the look-up, as `2026-11-23`. */
  readonly asOf: string
  readonly region: string
  readonly prices: Readonly<Record<keyof Usage, Price>>
}

/**
 * The prices in us-east-1 on 2026-11-23. The first tier of messages is on AWS's page, the others are not verified.
 *
 * @example priceUsd(2e9, usEast1PriceTable.prices.messages)  // 1800
 */
export const usEast1PriceTable: PriceTable = {
  asOf: '2026-11-23',
  region: 'us-east-1',
  prices: {
    connectionMinutes: { tiers: [{ perMillion: 0.08 }], mark: 'page' },
    messages: { tiers: [{ perMillion: 1, upTo: 1e9 }, { perMillion: 0.8, upTo: 5e9 }, { perMillion: 0.7 }], mark: 'page' },
    rulesTriggered: { tiers: [{ perMillion: 0.15 }], mark: 'unverified' },
    actionsExecuted: { tiers: [{ perMillion: 0.15 }], mark: 'unverified' },
    shadowOperations: { tiers: [{ perMillion: 1.25 }], mark: 'page' },
    registryOperations: { tiers: [{ perMillion: 1.25 }], mark: 'page' },
  },
}

/**
 * What so many units of a kind cost in a month, in US dollars, computed tier by tier.
 *
 * @example priceUsd(2_000_000, { tiers: [{ perMillion: 1, upTo: 1e6 }, { perMillion: 0.8 }], mark: 'page' })  // 1.8
 */
export function priceUsd(units: number, { tiers }: Price): number {
  let usd = 0
  let from = 0
  for (const { perMillion, upTo = Infinity } of tiers) {
    usd += (Math.max(0, Math.min(units, upTo) - from) * perMillion) / 1_000_000
    from = upTo
  }
  return usd
}
