import { priceUsd, type PriceTable, type Usage } from '@keg/local-iot'
import { totalOf, USAGE_KINDS, type TrafficLine } from './traffic.ts'

/** A line with its price. */
export interface PricedLine extends TrafficLine {
  readonly usd: number
}

/** What a month of a plan comes to. */
export interface Plan {
  readonly lines: readonly PricedLine[]
  readonly total: Usage
  readonly usdBy: Usage
  readonly usd: number
}

/** Prices a month. A line has its share of each kind's price, so that the lines add up where later units are cheaper. */
export function planOf(lines: readonly TrafficLine[], { prices }: PriceTable): Plan {
  const total = totalOf(lines)
  const usdOf = (kind: keyof Usage) => priceUsd(total[kind], prices[kind])
  // Every kind is named.
  const usdBy = Object.fromEntries(USAGE_KINDS.map((kind) => [kind, usdOf(kind)])) as Record<keyof Usage, number>
  const priced = lines.map((line) => ({
    ...line,
    usd: USAGE_KINDS.reduce((sum, kind) => sum + (total[kind] === 0 ? 0 : (usdBy[kind] * (line.units[kind] ?? 0)) / total[kind]), 0),
  }))
  return { lines: priced, total, usdBy, usd: USAGE_KINDS.reduce((sum, kind) => sum + usdBy[kind], 0) }
}
