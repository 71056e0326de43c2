import { afterEach, describe, expect, test } from 'vitest'
import { createShadowClient, ShadowError, type ShadowTransport } from '../index.ts'

/** What a transport needs for the suite: two of them to a service without shadows of the thing. */
export interface RequestFixture {
  readonly thingName: string
  readonly device: ShadowTransport
  readonly app: ShadowTransport
  close(): Promise<void> | void
}

/** The state that the suites report and desire. */
export interface Settings {
  readonly celsius?: number
  readonly valve?: 'open' | 'closed'
  readonly net?: { readonly ssid?: string; readonly rssi?: number }
}

/** Cases that a transport can not keep, and why. */
export interface SuiteOptions {
  readonly skip?: readonly { readonly case: string; readonly reason: string }[]
}

/** The promises of a shadow client, kept over any transport. */
export function requestSuite(name: string, create: () => Promise<RequestFixture> | RequestFixture, { skip = [] }: SuiteOptions = {}): void {
  const it = (title: string, run: () => Promise<void>) => {
    const skipped = skip.find((each) => each.case === title)
    test.skipIf(skipped !== undefined)(skipped === undefined ? title : `${title} (skipped: ${skipped.reason})`, run)
  }
  describe(name, () => {
    const open: { close(): Promise<void> | void }[] = []
    afterEach(async () => {
      for (const thing of open.splice(0).reverse()) await thing.close()
    })

    async function start(shadowName?: string) {
      const fixture = await create()
      const id = { thingName: fixture.thingName, ...(shadowName !== undefined && { shadowName }) }
      const options = { ...id, timeoutMs: 2000, retryDelayMs: () => 1, limits: { perSecond: Infinity } }
      const device = createShadowClient<ShadowTransport, Settings>({ ...options, transport: fixture.device })
      const app = createShadowClient<ShadowTransport, Settings>({ ...options, transport: fixture.app })
      open.push(fixture, device, app)
      return { device, app }
    }

    it('answers undefined for a shadow that is not there', async () => {
      const { device } = await start()
      expect(await device.get()).toBeUndefined()
      expect(device.state).toBeUndefined()
    })
    it('reads back what was reported and desired, of its own shadow alone', async () => {
      const { device, app } = await start('settings')
      expect(await device.report({ celsius: 6, net: { ssid: 'a', rssi: -40 } })).toEqual({ version: 1 })
      expect(await app.setDesired({ celsius: 4 })).toEqual({ version: 2 })
      expect(await device.report({ net: { rssi: null } })).toEqual({ version: 3 })
      const expected = { desired: { celsius: 4 }, reported: { celsius: 6, net: { ssid: 'a' } }, delta: { celsius: 4 }, version: 3 }
      expect(await app.get()).toEqual(expected)
    })
    it('tells of a conflict with the version that is', async () => {
      const { app } = await start()
      await app.setDesired({ celsius: 4 })
      await app.setDesired({ celsius: 5 }, { ifVersion: 1 })
      const conflict = await app.setDesired({ celsius: 6 }, { ifVersion: 1 }).catch((error: unknown) => error)
      expect(conflict).toBeInstanceOf(ShadowError)
      expect(conflict).toMatchObject({ code: 'CONFLICT', status: 409, currentVersion: 2, message: 'Version conflict' })
    })
    it('tells of other refusals', async () => {
      const { device } = await start()
      const tooLarge = device.report({ net: { ssid: 'x'.repeat(9000) } })
      await expect(tooLarge).rejects.toMatchObject({ code: 'TOO_LARGE', status: 413 })
    })
    it('keeps answers apart', async () => {
      const { device, app } = await start()
      const versions = await Promise.all([device, app, device, app].map((client, celsius) => client.setDesired({ celsius })))
      expect(versions.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4])
    })
    it('keeps reports in order, and makes one of those that wait', async () => {
      const { device, app } = await start()
      const versions = await Promise.all([
        device.report({ celsius: 1 }),
        device.report({ celsius: 2, valve: 'open' }),
        device.report({ net: { rssi: -40 } }),
      ])
      expect(versions).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }])
      expect((await app.get())?.reported).toEqual({ celsius: 2, valve: 'open', net: { rssi: -40 } })
    })
    it('asks at a conflict what to do with the shadow that is', async () => {
      const { app } = await start()
      await app.setDesired({ celsius: 4 })
      await app.setDesired({ celsius: 5 })
      const warmer = { ifVersion: 1, onConflict: ({ desired: { celsius = 0 } }: { desired: Settings }) => ({ celsius: celsius + 1 }) }
      expect(await app.setDesired({ celsius: 5 }, warmer)).toEqual({ version: 3 })
      expect((await app.get())?.desired).toEqual({ celsius: 6 })
      const leave = app.setDesired({ celsius: 7 }, { ifVersion: 1, onConflict: () => undefined })
      await expect(leave).rejects.toMatchObject({ code: 'CONFLICT', currentVersion: 3 })
    })
    it('waits until it is reported', async () => {
      const { device, app } = await start()
      const cold = app.waitUntilReported(({ celsius = 9 }) => celsius < 5, { pollMs: 1 })
      await device.report({ celsius: 7 })
      await device.report({ celsius: 4 })
      expect((await cold).reported).toEqual({ celsius: 4 })
      const frozen = app.waitUntilReported(({ celsius = 9 }) => celsius < 0, { timeoutMs: 50, pollMs: 1 })
      await expect(frozen).rejects.toMatchObject({ code: 'TIMEOUT' })
    })
    it('ends: pending and later requests are refused', async () => {
      const { device } = await start()
      const pending = [device.get(), device.report({ celsius: 1 })].map((request) =>
        expect(request).rejects.toMatchObject({ code: 'CLOSED' }))
      await device.close()
      await Promise.all(pending)
      await expect(device.get()).rejects.toMatchObject({ code: 'CLOSED' })
      await expect(device.report({ celsius: 1 })).rejects.toMatchObject({ code: 'CLOSED' })
    })
  })
}
