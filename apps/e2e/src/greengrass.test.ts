import { GetThingShadowCommand, IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { busyEvening, killPoint, seeded, settle, startSystem, type System } from '@keg/system'
import { expect, it, onTestFailed, vi } from 'vitest'

const LIMIT_MS = 360_000
/** A question that the nucleus forgot is asked again after 2 s, then after 4, and so on. */
const SETTING_MS = 60_000

/**
 * A setting that is wished for goes down to the keg, and comes back as reported: in a batch, from which the cloud publishes it onto its own
 * topic.
 */
async function settingComesBack({ cloud }: System, thingName: string, targetCelsius: number): Promise<void> {
  const things = new IoTDataPlaneClient(cloud)
  await things.send(new UpdateThingShadowCommand({
    thingName, payload: Buffer.from(JSON.stringify({ state: { desired: { targetCelsius } } })),
  }))
  await vi.waitFor(async () => {
    const { payload } = await things.send(new GetThingShadowCommand({ thingName }))
    expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({ state: { reported: { targetCelsius } } })
  }, { timeout: SETTING_MS, interval: 100 })
}

it('balances behind a gateway under Greengrass whose nucleus answers, then forgets its spool, with kegs and gateway killed', async () => {
  const log: string[] = []
  onTestFailed(() => console.log(log.join('\n')))
  await using system = await startSystem({
    kegs: 2, behindGateway: 2, host: 'greengrass', forgetsShare: 0.3, simulation: busyEvening, log: (line) => log.push(line),
  })
  const [site] = system.sites
  if (site?.gateway?.nucleus === undefined) return expect.fail('There is no nucleus.')
  await settingComesBack(system, 'keg-01', 8)
  const random = seeded(1)
  for (const kill of ['gateway', 'both'] as const) await killPoint(site, kill, random)
  await settingComesBack(system, 'keg-02', 7)
  await system.devices.stop()
  const { poursSent, poursInLedger, mlPoured, mlInLedger, mlInQuarantine, quarantined } = await settle(system)
  expect({ pours: poursInLedger, ml: mlInLedger, mlInQuarantine, quarantined }).toEqual({
    pours: poursSent, ml: mlPoured, mlInQuarantine: 0, quarantined: 0,
  })
  expect(poursSent).toBeGreaterThan(2)
  // The fault was there.
  expect(site.gateway.nucleus.spool().forgotten).toBeGreaterThan(0)
}, LIMIT_MS)
