import { pour } from '@keg/message-schemas/keg'
import { balances, busyEvening, runEvening, settle, startSystem, watchLive } from '@keg/system'
import { expect, it } from 'vitest'

// The law of the house: Σ ledger + Σ quarantine = Σ totalisers, whatever is repeated or killed.

it('balances after an evening in which every third pour is sent twice', async () => {
  await using system = await startSystem({ kegs: 4, simulation: { ...busyEvening, duplicateShare: 1 / 3 } })
  const evening = await runEvening(system, 5)
  expect(evening).toSatisfy(balances)
  expect(evening.poursSent).toBeGreaterThan(4)
  expect(evening.duplicatesSent).toBeGreaterThan(0)
  expect(evening.bill.rulesTriggered).toBeGreaterThan(evening.poursSent)
  expect(evening.commandRoundTripMs.p50).toEqual(expect.any(Number))
}, 120_000)

it('balances after the device program was killed in the middle of pours, again and again', async () => {
  await using system = await startSystem({ kegs: 4, simulation: busyEvening })
  let poured: () => void = () => undefined
  const nextPours = async (count: number) => {
    for (let seen = 0; seen < count; seen++) await new Promise<void>((resolve) => (poured = resolve))
  }
  await using _live = await watchLive(system.url, [pour.topic.filter()], () => poured())
  for (let kills = 0; kills < 3; kills++) {
    // When one keg's pour is on its way, unacknowledged, the other taps are open or about to be.
    await nextPours(3)
    await system.devices.kill()
    await system.restartDevices()
  }
  await nextPours(2)
  await system.devices.stop()
  const accounts = await settle(system)
  expect(accounts).toSatisfy(balances)
  expect(accounts.poursInLedger).toBeGreaterThanOrEqual(8)
}, 120_000)
