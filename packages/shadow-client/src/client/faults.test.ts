import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createShadowClient } from '../index.ts'
import { faultyTransport, seeded } from '../testing/faulty-transport.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createMemoryShadowService } from '../transports/memory.ts'

type Event =
  | { readonly do: 'set' | 'report'; readonly celsius: number | null; readonly valve: 'open' | 'closed' }
  | { readonly do: 'remove' | 'cut' | 'restore' | 'delete' | 'throw' }
  | { readonly do: 'wait'; readonly ms: number }

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('set' as const, 'report' as const), celsius: fc.integer({ min: 0, max: 3 }),
      valve: fc.constantFrom('open' as const, 'closed' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 20_000 }) }) },
  ...(['remove', 'cut', 'restore', 'delete', 'throw'] as const).map((name) => fc.record({ do: fc.constant(name) })),
)
// Longer than what is late, times out, and is tried again after that.
const QUIET_MS = 600_000

async function live(events: readonly Event[], seed: number) {
  const clock = createManualClock()
  const service = createMemoryShadowService({ nowSec: () => Math.floor(clock.nowMs() / 1000) })
  const connection = service.transport()
  const transport = faultyTransport(connection, clock, seeded(seed))
  const appTransport = service.transport()
  const device = createShadowClient({ thingName: 't', transport, clock })
  const app = createShadowClient({ thingName: 't', transport: appTransport, clock, limits: { perSecond: Infinity } })
  let throws = 0
  device.onDesired(async (change, { report }) => {
    if (throws-- > 0) throw new Error('the valve is stuck')
    await report(change)
  })
  for (const it of events) {
    if (it.do === 'set') await app.setDesired({ celsius: it.celsius, valve: it.valve })
    else if (it.do === 'report') device.report({ celsius: it.celsius, valve: it.valve }).catch(() => undefined)
    else if (it.do === 'remove') await app.setDesired({ celsius: null })
    else if (it.do === 'delete')
      await appTransport.request({ kind: 'delete', thingName: 't' }, {}, { signal: new AbortController().signal })
    else if (it.do === 'wait') await clock.advance(it.ms)
    else if (it.do === 'throw') throws = 2
    else connection.setConnected(it.do === 'restore')
  }
  transport.quieten()
  connection.setConnected(true)
  await clock.advance(QUIET_MS)
  const snapshot = await app.get()
  await device.close()
  await app.close()
  return { snapshot, timersLeft: clock.waiting }
}

it('an obedient device has reported what is desired once the network is quiet, whatever happened on the way', { timeout: 120_000 }, async () => {
  const property = fc.asyncProperty(fc.array(event, { maxLength: 15 }), fc.nat(), async (events, seed) => {
    const { snapshot, timersLeft } = await live(events, seed)
    expect(snapshot?.delta).toBeUndefined()
    expect(timersLeft).toBe(0)
  })
  await fc.assert(property, { numRuns: 3000 })
})
