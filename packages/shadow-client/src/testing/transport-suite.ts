import { afterEach, describe, expect, it } from 'vitest'
import { createShadowClient, type LiveShadowClient, ShadowError, shadowTopic, type SubscribingTransport } from '../index.ts'
import { eventually } from './eventually.ts'
import { type RequestFixture, requestSuite, type Settings, type SuiteOptions } from './request-suite.ts'

export { requestSuite, type RequestFixture, type SuiteOptions } from './request-suite.ts'

/** What a transport needs for the suite: two connections to a service without shadows of the thing, and a way to cut the first. */
export interface TransportFixture extends RequestFixture {
  readonly device: SubscribingTransport
  readonly app: SubscribingTransport
  /** Cuts or restores the device's connection. */
  setConnected(connected: boolean): Promise<void> | void
}

/** The promises of a shadow client, kept over any transport that can subscribe. */
export function transportSuite(name: string, create: () => Promise<TransportFixture> | TransportFixture, options?: SuiteOptions): void {
  requestSuite(name, create, options)
  describe(`${name}, subscribing`, () => {
    const open: { close(): Promise<void> | void }[] = []
    afterEach(async () => {
      for (const thing of open.splice(0).reverse()) await thing.close()
    })

    async function start() {
      const fixture = await create()
      const errors: ShadowError[] = []
      const invalid: unknown[] = []
      const options = {
        thingName: fixture.thingName, timeoutMs: 2000, retryDelayMs: () => 1, limits: { perSecond: Infinity },
        onError: (error: ShadowError) => void errors.push(error),
      }
      const device = createShadowClient<SubscribingTransport, Settings>({
        ...options, transport: fixture.device, onInvalid: (it) => void invalid.push(it),
      })
      const app = createShadowClient<SubscribingTransport, Settings>({ ...options, transport: fixture.app })
      open.push(fixture, device, app)
      return { ...fixture, device, app, errors, invalid }
    }

    /** A device that does and reports what it is asked; answers the changes it saw. */
    function obey(device: LiveShadowClient<Settings>) {
      const changes: unknown[] = []
      device.onDesired(async (change, { report }) => {
        changes.push(change)
        await report(change)
      })
      return changes
    }
    const eventuallyInSync = (client: LiveShadowClient<Settings>) =>
      eventually(async () => {
        const snapshot = await client.get()
        return snapshot !== undefined && snapshot.delta === undefined
      }, 'desired and reported agree')

    it('reports after the reconnect what was reported offline', async () => {
      const { device, app, setConnected } = await start()
      await device.report({ celsius: 1 })
      await setConnected(false)
      const reports = [device.report({ celsius: 2 }), device.report({ valve: 'open' })]
      await setConnected(true)
      await Promise.all(reports)
      expect((await app.get())?.reported).toEqual({ celsius: 2, valve: 'open' })
    })
    it('shows every document to who watches, the present one first, across reconnects and deletion', async () => {
      const { device, app, setConnected } = await start()
      const documents = device.watch()
      const next = async () => (await documents.next()).value
      expect(await next()).toBeUndefined()
      await app.setDesired({ celsius: 4 })
      expect(await next()).toEqual({ desired: { celsius: 4 }, reported: {}, delta: { celsius: 4 }, version: 1 })
      await setConnected(false)
      await app.report({ celsius: 4 })
      await setConnected(true)
      expect(await next()).toEqual({ desired: { celsius: 4 }, reported: { celsius: 4 }, version: 2 })
      await device.close()
      expect(await documents.next()).toEqual({ done: true, value: undefined })
    })
    it('waits until it is reported', async () => {
      const { device, app } = await start()
      const cold = app.waitUntilReported(({ celsius = 9 }) => celsius < 5)
      obey(device)
      await app.setDesired({ celsius: 7 })
      await app.setDesired({ celsius: 4 })
      expect((await cold).reported).toMatchObject({ celsius: 4 })
      const frozen = app.waitUntilReported(({ celsius = 9 }) => celsius < 0, { timeoutMs: 20 })
      await expect(frozen).rejects.toMatchObject({ code: 'TIMEOUT' })
    })
    it('delivers what is desired, before and after the handler is there', async () => {
      const { device, app } = await start()
      await app.setDesired({ celsius: 4 })
      const changes = obey(device)
      await eventually(() => changes.length === 1, 'the first change came')
      await eventuallyInSync(app)
      await app.setDesired({ valve: 'closed' })
      await eventually(() => changes.length === 2, 'the second change came')
      expect(changes).toEqual([{ celsius: 4 }, { valve: 'closed' }])
      await eventuallyInSync(app)
      // The service has taken the report; the device learns of it with the answer.
      await eventually(() => device.state?.reported.valve !== undefined, 'the device heard that its report was accepted')
      expect(device.state).toMatchObject({ desired: { celsius: 4, valve: 'closed' }, reported: { celsius: 4, valve: 'closed' } })
    })
    it('delivers after a reconnect what changed since', async () => {
      const { device, app, setConnected } = await start()
      const changes = obey(device)
      await app.setDesired({ celsius: 4 })
      await eventuallyInSync(app)
      await setConnected(false)
      await app.setDesired({ celsius: 5 })
      await app.setDesired({ celsius: 6, valve: 'open' })
      await setConnected(true)
      await eventually(() => changes.length === 2, 'the missed change came')
      expect(changes).toEqual([{ celsius: 4 }, { celsius: 6, valve: 'open' }])
      await eventuallyInSync(app)
    })
    it('delivers again what a handler threw at', async () => {
      const { device, app, errors } = await start()
      const seen: unknown[] = []
      device.onDesired(async (change, { report, version }) => {
        seen.push({ change, version })
        if (seen.length < 3) throw new Error('the valve is stuck')
        await report(change)
      })
      await app.setDesired({ valve: 'open' })
      await eventuallyInSync(app)
      expect(seen).toEqual(Array.from({ length: 3 }, () => ({ change: { valve: 'open' }, version: 1 })))
      expect(errors.map(({ code, cause }) => [code, String(cause)]))
        .toEqual(Array.from({ length: 2 }, () => ['HANDLER_FAILED', 'Error: the valve is stuck']))
    })
    it('calls the handler with the newest change, one call at a time', async () => {
      const { device, app } = await start()
      const seen: unknown[] = []
      const firstCall = Promise.withResolvers<undefined>()
      let running = 0
      device.onDesired(async ({ celsius }, { report }) => {
        expect((running += 1)).toBe(1)
        seen.push(celsius)
        if (seen.length === 1) await firstCall.promise
        await report({ celsius: celsius ?? null })
        running -= 1
      })
      await app.setDesired({ celsius: 1 })
      await eventually(() => seen.length === 1, 'the first change came')
      await app.setDesired({ celsius: 2 })
      await app.setDesired({ celsius: 3 })
      await eventually(() => device.state?.desired.celsius === 3, 'the last delta came')
      firstCall.resolve(undefined)
      await eventuallyInSync(app)
      expect(seen).toEqual([1, 3])
    })
    it('delivers nothing that an own report has settled', async () => {
      const { device, app } = await start()
      const seen: unknown[] = []
      const held = Promise.withResolvers<undefined>()
      device.onDesired(async (change) => {
        seen.push(change)
        if (seen.length === 1) await held.promise
      })
      await app.setDesired({ celsius: 1 })
      await eventually(() => seen.length === 1, 'the first change came')
      await app.setDesired({ celsius: 2 })
      await eventually(() => device.state?.desired.celsius === 2, 'the delta came')
      await device.report({ celsius: 2 })
      held.resolve(undefined)
      await eventuallyInSync(app)
      await app.setDesired({ valve: 'open' })
      await eventually(() => seen.length > 1, 'the next change came')
      expect(seen).toEqual([{ celsius: 1 }, { valve: 'open' }])
    })
    it('ends: pending and later requests are refused, the handler is not called', async () => {
      const { device, app } = await start()
      const changes = obey(device)
      const pending = device.get()
      await device.close()
      await expect(pending).rejects.toMatchObject({ code: 'CLOSED' })
      await expect(device.get()).rejects.toMatchObject({ code: 'CLOSED' })
      expect(() => device.onDesired(() => undefined)).toThrow(ShadowError)
      await app.setDesired({ celsius: 4 })
      await app.get()
      expect(changes).toEqual([])
    })
    it('stops calling a handler that was removed', async () => {
      const { device, app } = await start()
      const changes: unknown[] = []
      const stop = device.onDesired((change) => void changes.push(change))
      await app.setDesired({ celsius: 4 })
      await eventually(() => changes.length === 1, 'the change came')
      stop()
      await app.setDesired({ celsius: 5 })
      await device.get()
      expect(changes).toEqual([{ celsius: 4 }])
    })
    it('uses the topics of its shadow', () => {
      expect(shadowTopic({ thingName: 't' })).toBe('$aws/things/t/shadow')
      expect(shadowTopic({ thingName: 't', shadowName: 's' })).toBe('$aws/things/t/shadow/name/s')
    })
  })
}
