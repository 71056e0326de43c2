import { expect, it } from 'vitest'
import { simulateEvening, unitsOf } from './evening.ts'

// The bench's row, pnpm bench economics, with fewer kegs and half the time; simulated, every program the real one.
const BAR = { kegs: 8, minutes: 5 } as const

it('a gateway with all its kegs is billed less than one keg by itself, PUBACKs, rules and actions counted, and the ledger has every millilitre', async () => {
  const direct = await simulateEvening({ ...BAR, behindGateway: false })
  const gateway = await simulateEvening({ ...BAR, behindGateway: true })
  for (const evening of [direct, gateway])
    expect(evening).toMatchObject({ pours: 8, mlPoured: 2_400, mlInLedger: 2_400, mlInQuarantine: 0 })
  // Every keg measures every ten seconds, and every second while it pours.
  expect(direct.billed.messagesBy.in).toBeGreaterThan(BAR.kegs * 30)
  expect(gateway.billed.messagesBy.puback).toBeGreaterThan(0)
  expect(unitsOf(gateway)).toBeLessThan(unitsOf(direct) / BAR.kegs)
}, 30_000)
