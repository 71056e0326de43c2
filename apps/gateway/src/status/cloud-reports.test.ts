import { gatewayStatus, type GatewayStatus } from '@keg/message-schemas/keg'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { beforeEach, expect, it } from 'vitest'
import { SiteLine } from '../testing/site-line.ts'
import { CloudReports, type CloudReportsParts, type ReportedNow } from './cloud-reports.ts'

const NONE = { pour: 0, alert: 0, reply: 0, reported: 0, summary: 0, telemetry: 0 }
const spool: ReportedNow['spool'] = { rows: NONE, bytes: 0, maxBytes: 1_000, shed: NONE, refused: NONE, unsendable: { rows: 0 } }
const [SEC, MIN] = [1_000, 60_000]

let clock: ManualClock
let line: SiteLine
let now: ReportedNow
let told: string[]
const startedOn = (more: Partial<CloudReportsParts> = {}) => {
  const reports = new CloudReports({
    siteId: 'berlin', gatewayId: 'gw-01', line, clock, residency: { mayLeave: () => true }, now: () => now,
    log: (text) => void told.push(text), ...more,
  })
  reports.start()
  return reports
}
/** Lets time go by, so that each look comes at its time. */
const pass = async (ms: number) => {
  for (let passed = 0; passed < ms; passed += SEC) {
    clock.advance(SEC)
    await Promise.resolve()
  }
}
const sent = (): readonly GatewayStatus[] => line.published.map(({ topic, text }) => {
  expect(topic).toBe('keg/berlin/gateways/gw-01/status')
  const decoded = gatewayStatus.decode(new TextEncoder().encode(text))
  return decoded.ok ? decoded.value : expect.fail(decoded.reason)
})

beforeEach(() => {
  clock = new ManualClock()
  line = new SiteLine()
  told = []
  now = { spool, forwarder: {} }
  line.start()
})

it('tells how the gateway is, once it is there, and then each quarter of an hour', async () => {
  startedOn()
  await pass(10 * SEC)
  expect(sent()).toEqual([{ v: 1, takenAtMs: expect.any(Number), backlog: { messages: 0, bytes: 0, maxBytes: 1_000 }, dropped: [] }])
  await pass(15 * MIN)
  expect(sent()).toHaveLength(2)
})

it.each<[string, (nowMs: number) => ReportedNow, object]>([
  ['the first acknowledgement', (nowMs) => ({ spool, forwarder: { lastAcknowledgedAtMs: nowMs } }), { lastAckedAtMs: expect.any(Number) }],
  [
    'what was dropped, and why',
    () => ({ spool: { ...spool, shed: { ...NONE, summary: 2 }, refused: { ...NONE, pour: 1 }, unsendable: { rows: 3 } }, forwarder: {} }),
    { dropped: [{ reason: 'shed', kind: 'summary', count: 2 }, { reason: 'refused', kind: 'pour', count: 1 }, { reason: 'unsendable', count: 3 }] },
  ],
  ['a disk that fails', () => ({ spool: { ...spool, problem: 'full' }, forwarder: {} }), { problem: 'full' }],
  ['sessions that fail', () => ({ spool, forwarder: {}, problem: 'x'.repeat(501) }), { problem: 'x'.repeat(500) }],
])('tells of %s as it comes, a minute after the last report', async (_, next, report) => {
  startedOn()
  await pass(10 * SEC)
  now = next(clock.nowMs())
  await pass(45 * SEC)
  expect(sent()).toHaveLength(1)
  await pass(10 * MIN)
  expect(sent().slice(1)).toMatchObject([report])
})

it('tells once a minute of what is held up, and once that it is not any more', async () => {
  startedOn()
  const oldestTakenAtMs = clock.nowMs()
  const held: ReportedNow = { spool: { ...spool, rows: { ...NONE, pour: 2, summary: 1 }, bytes: 700, oldestTakenAtMs }, forwarder: {} }
  now = held
  await pass(10 * SEC)
  await pass(2 * MIN)
  // What waits for the next batch is not held up.
  expect(sent()).toHaveLength(1)
  await pass(4 * MIN)
  expect(sent().length).toBeGreaterThanOrEqual(4)
  expect(sent().at(-1)).toMatchObject({ backlog: { messages: 3, bytes: 700, maxBytes: 1_000, oldestTakenAtMs } })
  now = { spool, forwarder: {} }
  const before = sent().length
  await pass(10 * MIN)
  expect(sent().slice(before)).toMatchObject([{ backlog: { messages: 0 } }])
})

it('waits for the line, and says once a minute what it could not tell', async () => {
  line.state = 'disconnected'
  startedOn({ line: { get state() { return line.state }, publish: async () => { throw new Error('0x87') } } })
  await pass(5 * MIN)
  expect(told).toEqual([])
  line.become('connected')
  await pass(3 * MIN)
  expect(told.length).toBeGreaterThanOrEqual(2)
  expect(told.length).toBeLessThanOrEqual(4)
})

it('tells nothing on a topic that may not leave the site, and nothing after its end', async () => {
  startedOn({ residency: { mayLeave: () => false } })
  startedOn().stop()
  await pass(20 * MIN)
  expect(sent()).toEqual([])
})
