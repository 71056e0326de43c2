import { pour } from '@keg/message-schemas/keg'
import { busyEvening, ledgerTotals, runEvening, settle, startSystem, watchLive, type Accounts, type System } from '@keg/system'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

// The law of the house: Σ ledger + Σ quarantine = Σ totalisers, whatever is repeated or killed.

const LIMIT_MS = 360_000

let system: System
const log: string[] = []
beforeAll(async () => {
  system = await startSystem({ kegs: 4, simulation: { ...busyEvening, duplicateShare: 1 / 3 }, log: (line) => log.push(line) })
}, LIMIT_MS)
afterAll(() => system?.close(), LIMIT_MS)
// What the parts had to say is shown where the law does not hold.
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(log.join('\n'))))

const expectBalance = ({ poursSent, poursInLedger, quarantined, mlPoured, mlInLedger, mlInQuarantine }: Accounts) =>
  expect({ pours: poursInLedger + quarantined, ml: mlInLedger + mlInQuarantine }).toEqual({ pours: poursSent, ml: mlPoured })

it('balances after an evening in which every third pour is sent twice', async () => {
  const evening = await runEvening(system, 5)
  expectBalance(evening)
  expect(evening.poursSent).toBeGreaterThan(4)
  expect(evening.duplicatesSent).toBeGreaterThan(0)
  expect(evening.bill.rulesTriggered).toBeGreaterThan(evening.poursSent)
  expect(evening.commandRoundTripMs.p50).toEqual(expect.any(Number))
}, LIMIT_MS)

it('balances after the device program was killed in the middle of pours, again and again', async () => {
  const { pours: before } = await ledgerTotals(system.api)
  let poured: () => void = () => undefined
  const nextPours = async (count: number) => {
    for (let seen = 0; seen < count; seen++) await new Promise<void>((resolve) => (poured = resolve))
  }
  await using _live = await watchLive(system, [pour.topic.filter()], () => poured())
  // The evening before has stopped it, or there was none.
  for (let kills = 0; kills < 4; kills++) {
    await system.devices.kill()
    await system.restartDevices()
    // When one keg's pour is on its way, unacknowledged, the other taps are open or about to be.
    await nextPours(3)
  }
  await system.devices.stop()
  const accounts = await settle(system)
  expectBalance(accounts)
  expect(accounts.poursInLedger).toBeGreaterThan(before)
}, LIMIT_MS)
