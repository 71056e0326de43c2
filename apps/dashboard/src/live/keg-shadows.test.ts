import { ApiError } from '@keg/flows/client'
import { state, type PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient, type LiveShadowClient } from '@keg/shadow-client'
import { createMemoryShadowService } from '@keg/shadow-client/memory'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createKegShadows, type KegShadows } from './keg-shadows.ts'

const kegId = 'keg-01'
let keg: LiveShadowClient<PartialSettings>
let shadows: KegShadows

/** The way of a shadow to the page and back: a rule puts its documents on the line, the API reads and writes it. */
beforeEach(() => {
  const service = createMemoryShadowService({ nowSec: () => 1 })
  keg = createShadowClient({ thingName: kegId, transport: service.transport() })
  const behindApi = createShadowClient<ReturnType<typeof service.transport>, PartialSettings>({
    thingName: kegId, transport: service.transport(),
  })
  shadows = createKegShadows({
    settings: () => behindApi.get(),
    setSettings: async (_, desired, version) => {
      if (desired.targetCelsius === 12) throw new ApiError('REFUSED', 'There is no keg keg-01.', { status: 404 })
      if (version !== undefined && version !== behindApi.state?.version)
        throw new ApiError('REFUSED', 'The settings are not at this version.', { status: 412 })
      return behindApi.setDesired(desired)
    },
  })
  const topic = state.topic.format({ siteId: 'berlin', kegId })
  void (async () => {
    for await (const document of behindApi.watch()) {
      if (document) shadows.receive(
        topic, state.encode({ kegId, version: document.version, desired: document.desired, reported: document.reported, timestampSec: 1 }),
      )
    }
  })()
})
afterEach(() => keg.close())

it('has one client for a keg', () => {
  expect(shadows.of(kegId)).toBe(shadows.of(kegId))
})

it('reads a keg by the API before the line is known, and nothing where there is no shadow', async () => {
  expect(await shadows.of(kegId).get()).toBeUndefined()
  await keg.report({ targetCelsius: 5 })
  expect(await shadows.of(kegId).get()).toMatchObject({ reported: { targetCelsius: 5 }, version: 1 })
})

it('wishes by the API and hears of the report over the line', async () => {
  keg.onDesired((change, { report }) => void report(change))
  shadows.setConnected(true)
  const { version } = await shadows.of(kegId).setDesired({ targetCelsius: 3 })
  const confirmed = await shadows.of(kegId).waitUntilReported(({ targetCelsius }) => targetCelsius === 3)
  expect(confirmed.version).toBeGreaterThan(version)
})

it('reads again what changed while the line was away', async () => {
  shadows.setConnected(true)
  const watched = shadows.of(kegId).watch()
  expect((await watched.next()).value).toBeUndefined()
  shadows.setConnected(false)
  await keg.report({ targetCelsius: 7 })
  shadows.setConnected(true)
  let seen = (await watched.next()).value
  while (seen === undefined) seen = (await watched.next()).value
  expect(seen.reported).toEqual({ targetCelsius: 7 })
})

it.each<[string, (client: LiveShadowClient<PartialSettings>) => Promise<unknown>, object]>([
  ['what the API refuses', (client) => client.setDesired({ targetCelsius: 12 }), {
    code: 'REJECTED', status: 404, message: 'There is no keg keg-01.',
  }],
  ['a version that is not there any more', (client) => client.setDesired({ targetCelsius: 3 }, { ifVersion: 9 }), { code: 'CONFLICT' }],
  ['a setting that the API does not take', (client) => client.setDesired({ valve: 'closed' }), {
    code: 'REJECTED', status: 400, message: expect.stringContaining('valve'),
  }],
  ['a report: that is for the keg', (client) => client.report({ targetCelsius: 3 }), { code: 'REJECTED', status: 405 }],
])('rejects %s', async (_, ask, error) => {
  await expect(ask(shadows.of(kegId))).rejects.toMatchObject(error)
})

it.each([
  ['bytes that are no state', 'keg/berlin/keg-01/state', Uint8Array.of(1, 2, 3)],
  ['a topic of nobody', 'beer/berlin', state.encode({ kegId, version: 9, timestampSec: 1 })],
])('leaves out %s', async (_, topic, payload) => {
  shadows.setConnected(true)
  const watched = shadows.of(kegId).watch()
  await watched.next()
  shadows.receive(topic, payload)
  await keg.report({ targetCelsius: 4 })
  expect((await watched.next()).value).toMatchObject({ version: 1 })
})
