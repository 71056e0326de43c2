import { expect, it } from 'vitest'
import { usEast1Prices } from './bill.ts'
import { priceUsd, usEast1PriceTable } from './price-table.ts'

const { messages } = usEast1PriceTable.prices

// Tiers: https://aws.amazon.com/iot-core/pricing/
it.each([
  [0, 0],
  [1_000_000, 1],
  [1e9, 1_000],
  [2e9, 1_800],
  [6e9, 1_000 + 3_200 + 700],
])('%d messages a month cost $%d', (units, usd) => {
  expect(priceUsd(units, messages)).toBeCloseTo(usd)
})

it('is what the bill of a run takes its first tier from', () => {
  expect(usEast1Prices).toEqual({
    connectionMinutes: 0.08, messages: 1, rulesTriggered: 0.15, actionsExecuted: 0.15, shadowOperations: 1.25, registryOperations: 1.25,
  })
})
