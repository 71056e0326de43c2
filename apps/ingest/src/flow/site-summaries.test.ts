import { MAX_SITE_KEGS, siteSummary } from '@keg/message-schemas/keg'
import { memoryStore } from '@keg/store/memory'
import { memoryReadings } from '@keg/store/readings/memory'
import type { NewestReading, Reading } from '@keg/store'
import { expect, it } from 'vitest'
import { publishSummary, summaries } from './site-summaries.ts'

const T = 1_790_000_000_000
const reading = (kegId: string, more: Partial<NewestReading> = {}): NewestReading => ({
  kegId, siteId: 'berlin', bootId: 'b-1', seq: 0, takenAtMs: T, receivedAtMs: T, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
  storedAtMs: T, ...more,
})
const kegsIn = (payload: Uint8Array): string[] => {
  const decoded = siteSummary.decode(payload)
  return decoded.ok ? decoded.value.kegs.map(({ kegId }) => kegId) : expect.fail(decoded.reason)
}

function site() {
  const readings = memoryReadings({ minutes: memoryStore() })
  const sent: [topic: string, kegs: string[]][] = []
  const publish = async (topic: string, payload: Uint8Array) => void sent.push([topic, kegsIn(payload)])
  const tell = (nowMs: number, to = publish) => publishSummary('berlin', { readings, publish: to, nowMs: () => nowMs })
  const record = (storedAtMs: number, ...given: Reading[]) => readings.recordReadings(given, storedAtMs)
  return { sent, tell, record }
}

it('tells of the kegs that have something new, once a second, whoever is asked; what was held back comes with the next', async () => {
  const { sent, tell, record } = site()
  await record(T, reading('k-1'), reading('k-2'))
  await Promise.all([tell(T), tell(T), tell(T + 1)])
  await record(T + 500, reading('k-3'))
  await tell(T + 999)
  expect(sent).toEqual([['keg/berlin/summary', ['k-1', 'k-2']]])
  await record(T + 9_000, reading('k-1', { seq: 1 }))
  await tell(T + 9_000)
  await record(T + 19_000, reading('k-2', { seq: 1 }))
  await tell(T + 19_000)
  // A second time of what was stored just before the first, which need not have been listed yet.
  expect(sent.slice(1)).toEqual([['keg/berlin/summary', ['k-1', 'k-2', 'k-3']], ['keg/berlin/summary', ['k-1', 'k-2']]])
})

it('leaves out kegs whose gateway tells of them, and sends nothing where there are no others', async () => {
  const { sent, tell, record } = site()
  await record(T, reading('k-1', { gatewayId: 'gw-1' }))
  await tell(T)
  expect(sent).toEqual([])
})

it('leaves it to the next where it can not be told', async () => {
  const { sent, tell, record } = site()
  await record(T, reading('k-1'))
  await expect(tell(T, () => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled')
  await tell(T + 1)
  expect(sent).toEqual([['keg/berlin/summary', ['k-1']]])
})

it.each([
  0, 1, MAX_SITE_KEGS, MAX_SITE_KEGS + 1, 1_234,
])('fits %i kegs into messages of 500 and 128 KB, also with the longest names', (count) => {
  for (const letters of [4, 128]) {
    const kegs = Array.from({ length: count }, (_, index) =>
      reading(String(index).padEnd(letters, '-'), { bootId: 'b'.repeat(letters / 2) }))
    const payloads = summaries(kegs, T)
    expect(payloads.flatMap(kegsIn)).toEqual(kegs.map(({ kegId }) => kegId))
    for (const payload of payloads) expect(payload.length).toBeLessThanOrEqual(131_072)
    expect(payloads.length).toBeLessThanOrEqual(2 * Math.ceil(count / MAX_SITE_KEGS))
  }
})
