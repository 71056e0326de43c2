import { reported, type KegState, type PartialSettings } from '@keg/message-schemas/keg'
import { updateShadow, type ShadowRecord } from '@keg/shadow-client/document'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { LocalShadows, type KeptShadow } from './local-shadows.ts'

const kegId = 'keg-01'
const encode = (body: unknown) => new TextEncoder().encode(JSON.stringify(body))
const base = `$aws/things/${kegId}/shadow`

/** The shadow in the cloud, and the rule that brings what a gateway says into it. */
class Cloud {
  record: ShadowRecord | undefined
  nowSec = 1_000

  update(request: object): boolean {
    const result = updateShadow(this.record, encode(request), { thingName: kegId, nowSec: this.nowSec })
    this.record = result.record
    return result.accepted !== undefined
  }

  get state(): KegState {
    const { state, metadata, version } = this.record?.document ?? expect.fail('The cloud has no shadow yet.')
    // As the state rule tells it.
    return { kegId, version, ...state, desiredMetadata: metadata.desired ?? {}, timestampSec: this.nowSec } as KegState
  }

  hear(payload: Uint8Array): void {
    const decoded = reported.decode(payload)
    if (!decoded.ok) expect.fail(decoded.reason)
    const { v: _version, version, ...state } = decoded.value
    this.update({ state, ...(version === undefined ? {} : { version }) })
  }
}

let cloud: Cloud
let toCloud: Uint8Array[]
let toKeg: { topic: string; body: Record<string, unknown> }[]
let kept: KeptShadow | undefined
let shadows: LocalShadows
const YEAR_MS = 365 * 86_400_000
/** How far the gateway's clock is ahead, and whether it knows. */
let aheadMs: number
let isTimeKnown: boolean
const start = () => new LocalShadows({
  siteId: 'berlin', gatewayId: 'gw-01',
  memory: () => ({ read: () => kept, write: (value) => void (kept = value) }),
  publish: (topic, body) => void toKeg.push({ topic: topic.slice(base.length + 1), body: body as Record<string, unknown> }),
  tellCloud: async (_kegId, topic, payload) => {
    expect(topic).toBe('keg/berlin/keg-01/reported')
    toCloud.push(payload)
  },
  nowMs: () => cloud.nowSec * 1_000 + 500 + (isTimeKnown ? 0 : aheadMs),
  cloudClock: {
    get known() {
      return isTimeKnown
    },
    get offsetMs() {
      return isTimeKnown ? -aheadMs : 0
    },
  },
})
const settleWithCloud = async (state = async () => shadows.fromCloud(cloud.state)) => {
  for (let round = 0; round < 4; round++) {
    for (const payload of toCloud.splice(0)) cloud.hear(payload)
    await state()
  }
}
/** The gateway asks and the cloud answers: by that it learns the time. */
const asks = async () => {
  const askedAtMs = cloud.nowSec * 1_000 + 501 + aheadMs
  isTimeKnown = true
  await shadows.fromCloud({ ...cloud.state, askedBy: 'gw-01', askedAtMs })
}
/** Another process of the gateway, whose clock is off by so much and which does not know it. */
const restart = (byMs: number) => {
  ;[aheadMs, isTimeKnown] = [byMs, false]
  shadows = start()
}

beforeEach(() => {
  cloud = new Cloud()
  cloud.update({ state: { desired: { siteId: 'berlin', targetCelsius: 5 } } })
  toCloud = []
  toKeg = []
  kept = undefined
  ;[aheadMs, isTimeKnown] = [0, true]
  shadows = start()
})

describe('a keg', () => {
  it('learns its site from the gateway, with the line down, too', async () => {
    await shadows.handle(`${base}/get`, encode({ clientToken: 't' }))
    expect(toKeg).toMatchObject([{ topic: 'get/accepted', body: { state: { desired: { siteId: 'berlin' } }, clientToken: 't' } }])
  })

  it('hears of a wish of the cloud by a delta, and its report goes to the cloud', async () => {
    await shadows.fromCloud(cloud.state)
    expect(toKeg.find(({ topic }) => topic === 'update/delta')?.body['state']).toEqual({ siteId: 'berlin', targetCelsius: 5 })
    await shadows.handle(`${base}/update`, encode({ state: { reported: { siteId: 'berlin', targetCelsius: 5 } } }))
    for (const payload of toCloud.splice(0)) cloud.hear(payload)
    expect(cloud.state.reported).toEqual({ siteId: 'berlin', targetCelsius: 5 })
    expect(toKeg.at(-1)?.topic).toBe('update/accepted')
  })

  it('is told why a request is refused, and changes nothing by it', async () => {
    await shadows.handle(`${base}/update`, encode({ state: { reported: 7 } }))
    expect(toKeg).toMatchObject([{ topic: 'update/rejected', body: { code: 400 } }])
    expect(toCloud).toEqual([])
  })
})

it('tells a report once, whatever else the keg reported that is no setting', async () => {
  await shadows.fromCloud(cloud.state)
  await shadows.handle(`${base}/update`, encode({ state: { reported: { targetCelsius: 5, firmware: '1.2' } } }))
  for (const payload of toCloud.splice(0)) cloud.hear(payload)
  await shadows.fromCloud(cloud.state)
  expect(toCloud).toEqual([])
})

it('passes over a state that is older than what it knew', async () => {
  await shadows.fromCloud(cloud.state)
  const before = cloud.state
  cloud.update({ state: { desired: { targetCelsius: 4 } } })
  await shadows.fromCloud(cloud.state)
  await shadows.fromCloud(before)
  expect(shadows.stateOf(kegId).desired).toMatchObject({ targetCelsius: 4 })
})

it('keeps a valve closed that a reaction closed, until a newer wish', async () => {
  cloud.update({ state: { desired: { valve: 'open' } } })
  await shadows.fromCloud(cloud.state)
  cloud.nowSec += 10
  await shadows.wish(kegId, { valve: 'closed', valveReason: 'overTemperature' })
  await shadows.fromCloud(cloud.state)
  expect(shadows.stateOf(kegId).desired).toMatchObject({ valve: 'closed', valveReason: 'overTemperature' })
  await settleWithCloud()
  expect(cloud.state.desired).toMatchObject({ valve: 'closed' })
  cloud.nowSec += 10
  cloud.update({ state: { desired: { valve: 'open', valveReason: null } } })
  await settleWithCloud()
  expect(shadows.stateOf(kegId).desired).toEqual({ siteId: 'berlin', targetCelsius: 5, valve: 'open' })
})

it('does not write over a wish of the cloud that it has not heard of yet', async () => {
  await shadows.fromCloud(cloud.state)
  await shadows.wish(kegId, { targetCelsius: 2 })
  cloud.nowSec += 60
  cloud.update({ state: { desired: { targetCelsius: 7 } } })
  await settleWithCloud()
  expect([cloud.state.desired?.targetCelsius, (shadows.stateOf(kegId).desired as PartialSettings).targetCelsius]).toEqual([7, 7])
})

describe('a wish that was made while the clock was wrong and nobody knew', () => {
  const valve = () => [cloud.state.desired?.valve, (shadows.stateOf(kegId).desired as PartialSettings).valve]
  beforeEach(async () => {
    cloud.nowSec = 1_700_000_000
    cloud.update({ state: { desired: { valve: 'open' } } })
    await shadows.fromCloud(cloud.state)
    cloud.nowSec += 10
  })

  it.each([
    ['ahead', YEAR_MS], ['behind', -YEAR_MS],
  ])('holds against an older one of the cloud, is told once, and gives way to a newer one (%s)', async (_, byMs) => {
    restart(byMs)
    await shadows.wish(kegId, { valve: 'closed' })
    toCloud.length = 0
    cloud.nowSec += 10
    await asks()
    expect(toCloud).toHaveLength(1)
    await settleWithCloud()
    expect([...valve(), toCloud]).toEqual(['closed', 'closed', []])
    cloud.nowSec += 10
    cloud.update({ state: { desired: { valve: 'open' } } })
    await settleWithCloud()
    expect(valve()).toEqual(['open', 'open'])
  })

  it.each([['ahead', YEAR_MS], ['behind', -YEAR_MS]])('gives way to one that the cloud made since (%s)', async (_, byMs) => {
    restart(byMs)
    await shadows.wish(kegId, { valve: 'closed' })
    toCloud.length = 0
    cloud.nowSec += 10
    cloud.update({ state: { desired: { valve: 'open' } } })
    cloud.nowSec += 10
    await asks()
    expect([...valve(), toCloud]).toEqual(['open', 'open', []])
  })

  it('is told no more often for each state where the cloud never takes it', async () => {
    await shadows.wish(kegId, { valve: 'closed' })
    const times = []
    for (let states = 0; states < 200; states++) {
      await shadows.fromCloud(cloud.state)
      times.push(...toCloud.splice(0))
    }
    expect(times.length).toBeLessThan(10)
    cloud.nowSec += 600
    await settleWithCloud()
    expect(valve()).toEqual(['closed', 'closed'])
  })
})

describe('a thing that was deleted and made anew, whose versions begin again', () => {
  beforeEach(async () => {
    for (let version = 0; version < 20; version++) cloud.update({ state: { desired: { targetCelsius: 4 } } })
    await shadows.fromCloud(cloud.state)
    cloud.record = undefined
    cloud.update({ state: { desired: { siteId: 'berlin', targetCelsius: 9 } } })
  })
  const target = () => (shadows.stateOf(kegId).desired as PartialSettings).targetCelsius

  it('is believed where its state is later', async () => {
    cloud.nowSec += 1
    await shadows.fromCloud(cloud.state)
    await shadows.wish(kegId, { targetCelsius: 3 })
    cloud.nowSec += 1
    await settleWithCloud()
    expect([target(), cloud.state.desired?.targetCelsius]).toEqual([3, 3])
  })

  it('is believed where this gateway asked since it heard of the old one', async () => {
    await shadows.fromCloud({ ...cloud.state, askedBy: 'gw-02', askedAtMs: cloud.nowSec * 1_000 + 900 })
    await shadows.fromCloud({ ...cloud.state, askedBy: 'gw-01', askedAtMs: cloud.nowSec * 1_000 + 400 })
    expect(target()).toBe(4)
    await asks()
    expect(target()).toBe(9)
  })
})

const setting = fc.oneof(
  fc.record({ targetCelsius: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ valve: fc.constantFrom('open' as const, 'closed' as const) }),
  fc.record({ intervalSec: fc.integer({ min: 1, max: 60 }) }),
)
const event = fc.oneof(
  fc.record({ kind: fc.constantFrom('cloud' as const, 'here' as const, 'keg' as const), patch: setting }),
  fc.record({ kind: fc.constantFrom('state' as const, 'asks' as const, 'hear' as const, 'lose' as const) }),
  fc.record({ kind: fc.constant('restart' as const), aheadMs: fc.constantFrom(0, YEAR_MS, -YEAR_MS) }),
)

it('comes to the same on both sides, whatever is wished where while the line comes and goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ event, afterSec: fc.nat(3) }), { maxLength: 30 }), async (steps) => {
      cloud = new Cloud()
      cloud.update({ state: { desired: { siteId: 'berlin', targetCelsius: 5 } } })
      ;[toCloud, toKeg, kept, aheadMs, isTimeKnown] = [[], [], undefined, 0, true]
      shadows = start()
      for (const { event: one, afterSec } of steps) {
        cloud.nowSec += afterSec
        if (one.kind === 'cloud') cloud.update({ state: { desired: one.patch } })
        else if (one.kind === 'here') await shadows.wish(kegId, one.patch)
        else if (one.kind === 'keg') await shadows.handle(`${base}/update`, encode({ state: { reported: one.patch } }))
        else if (one.kind === 'state') await shadows.fromCloud(cloud.state)
        else if (one.kind === 'asks') await asks()
        else if (one.kind === 'hear') for (const payload of toCloud.splice(0)) cloud.hear(payload)
        // What the cloud refused, or a queue gave up.
        else if (one.kind === 'lose') toCloud.length = 0
        else if ('aheadMs' in one) restart(one.aheadMs)
      }
      await settleWithCloud(asks)
      const { desired, reported: told } = shadows.stateOf(kegId)
      expect({ desired, told: told ?? {} }).toEqual({ desired: cloud.state.desired, told: cloud.state.reported ?? {} })
      await shadows.fromCloud(cloud.state)
      expect(toCloud).toEqual([])
    }),
  )
})
