import { createServerClock } from '@keg/uplink'
import { partialSettings, type PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient, type ShadowTransport } from '@keg/shadow-client'
import { createMemoryShadowService } from '@keg/shadow-client/memory'
import { expect, it } from 'vitest'
import { followShadow } from './follow-shadow.ts'
import { timedTransport } from './timed-transport.ts'

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A shadow that can only be asked for, as over HTTPS; `down` fails what is asked. */
function pollingBench() {
  const service = createMemoryShadowService({ nowSec: () => 1_000 })
  const { request } = service.transport()
  const state = { down: false, requests: 0 }
  const serverClock = createServerClock()
  const overHttps: ShadowTransport = {
    async request(...given) {
      state.requests++
      if (state.down) throw new Error('no answer')
      return request(...given)
    },
  }
  const app = createShadowClient({ thingName: 'k-1', transport: service.transport(), schema: partialSettings })
  const shadow = createShadowClient({
    thingName: 'k-1', transport: timedTransport(overHttps, () => 5_000, serverClock.learn), schema: partialSettings,
  })
  const told: unknown[] = []
  const errors: unknown[] = []
  const { tick } = followShadow(shadow, {
    pollMs: 10_000,
    learn: (snapshot) => told.push({ learned: snapshot?.desired }),
    change: (change: PartialSettings) => told.push({ changed: change }),
    onError: (error) => errors.push(error),
  })
  return { app, tick, told, errors, state, serverClock }
}

it('looks at a shadow that can\'t be subscribed to every so often, and reports what it applied', async () => {
  const { app, tick, told, state } = pollingBench()
  await app.setDesired({ targetCelsius: 4 })
  for (let nowMs = 0; nowMs < 10_000; nowMs += 100) tick(nowMs)
  await turns()
  expect(told).toEqual([{ learned: { targetCelsius: 4 } }, { changed: { targetCelsius: 4 } }])
  expect((await app.get())?.reported).toEqual({ targetCelsius: 4 })
  tick(10_000)
  await turns()
  expect(told).toHaveLength(2)
  expect(state.requests).toBe(3)
})

it('goes on after a look that failed', async () => {
  const { app, tick, told, errors, state } = pollingBench()
  await app.setDesired({ valve: 'closed' })
  state.down = true
  tick(0)
  await turns()
  expect([told.length, errors.length]).toEqual([0, 1])
  state.down = false
  tick(10_000)
  await turns()
  expect(told).toContainEqual({ changed: { valve: 'closed' } })
})

it('learns the server\'s time from what the service accepts', async () => {
  const { app, tick, serverClock } = pollingBench()
  await app.setDesired({ targetCelsius: 4 })
  tick(0)
  await turns()
  expect(serverClock).toMatchObject({ known: true, offsetMs: 1_000_500 - 5_000 })
})
