import { memoryChangeLog } from '@keg/store/change-log/memory'
import { expect, it } from 'vitest'
import { Killed, memoryWishes } from '../testing/memory-wishes.ts'
import { readAlarmEvent } from './alarm-event.ts'
import { lowered } from './lowered.ts'
import { lowerWarmKegs, type AlarmWriterPorts } from './lower-warm-kegs.ts'

const NOW_MS = 1_790_000_600_000
const ALARM = { alarmId: 'alarm/warm/1', begunAtMs: 1_790_000_500_000 }

/** Kegs with what is wished of them; those that are warm have said so a second ago, or `agoMs` before. */
function fleet(desired: Parameters<typeof memoryWishes>[0], warm: Readonly<Record<string, number>>) {
  const keg = memoryWishes(desired)
  const ports: AlarmWriterPorts = {
    ...keg,
    log: memoryChangeLog(), nowMs: () => NOW_MS, celsius: 8,
    readings: {
      async *newestAbove({ celsius }) {
        for (const [kegId, agoMs] of Object.entries(warm))
          yield { kegId, siteId: 'berlin', celsius: celsius + 1, takenAtMs: 1, receivedAtMs: ALARM.begunAtMs - agoMs }
      },
    },
  }
  return { ...keg, ports }
}
const targets = ({ shadows }: ReturnType<typeof memoryWishes>) =>
  Object.fromEntries([...shadows].map(([kegId, { desired }]) => [kegId, desired['targetCelsius']]))

it.each([
  [6, 4], [12, 10], [3.5, 1.5], [2.5, 1], [1.05, 1], [1, undefined], [0, undefined], [3.1, 1.1], [20, 12], [14, 12], [1e9, 12],
  [-1e9, undefined],
])('lowers a wish of %s °C to %s', (wish, lower) => {
  expect(lowered(wish)).toBe(lower)
})

it('lowers the kegs that are warm and no others, each once an alarm, and again at the next', async () => {
  const kegs = fleet({ 'k-1': { targetCelsius: 6 }, 'k-2': { targetCelsius: 5 }, 'k-3': { targetCelsius: 4 } }, {
    'k-1': 1_000, 'k-3': 1_000,
  })
  for (let times = 0; times < 3; times++) expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowered: 2 })
  expect(targets(kegs)).toEqual({ 'k-1': 4, 'k-2': 5, 'k-3': 2 })
  await lowerWarmKegs({ ...ALARM, alarmId: 'alarm/warm/2' }, kegs.ports)
  expect(targets(kegs)).toEqual({ 'k-1': 2, 'k-2': 5, 'k-3': 1 })
})

it('leaves a keg that was warm long before the alarm, one that is wished as cold as can be, and one of which nobody has wished anything', async () => {
  const kegs = fleet({ old: { targetCelsius: 6 }, cold: { targetCelsius: 1 }, odd: { targetCelsius: 'warm' }, bare: undefined }, {
    old: 16 * 60_000, cold: 0, odd: 0, bare: 0,
  })
  expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowest: 1, unwished: 2 })
  expect(kegs.written.size).toBe(0)
})

it('goes on where a keg is refused for good, and never tries it again', async () => {
  const kegs = fleet({ 'keg-odd': { targetCelsius: 6 }, 'keg-full': { targetCelsius: 6 }, 'k-1': { targetCelsius: 6 } }, {
    'keg-odd': 0, 'keg-full': 0, 'k-1': 0,
  })
  for (let times = 0; times < 2; times++) expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ refused: 2, lowered: 1 })
  expect(targets(kegs)).toMatchObject({ 'keg-full': 6, 'k-1': 4 })
})

it('lowers all others where one fails for now, and rejects so that it is told again', async () => {
  const desired = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`k-${index}`, { targetCelsius: 6 }]))
  const kegs = fleet(desired, Object.fromEntries(Object.keys(desired).map((kegId) => [kegId, 0])))
  const { read } = kegs.ports.wishes
  const failing = {
    ...kegs.ports,
    wishes: { ...kegs.ports.wishes, read: (kegId: string) => (kegId === 'k-0' ? Promise.reject(new Error('throttled')) : read(kegId)) },
  }
  await expect(lowerWarmKegs(ALARM, failing)).rejects.toThrow('throttled')
  expect(Object.entries(targets(kegs)).filter(([, target]) => target !== 4)).toEqual([['k-0', 6]])
  expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowered: 25 })
  expect([...kegs.written.values()].every(({ length }) => length === 1)).toBe(true)
})

it('goes by what a keg reports where nobody has wished', async () => {
  const kegs = fleet({}, { 'k-1': 0 })
  kegs.shadows.set('k-1', { version: 3, desired: {}, reported: { targetCelsius: 7 } })
  expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowered: 1 })
  expect(targets(kegs)).toEqual({ 'k-1': 5 })
})

it('leaves a wish that somebody has made since the alarm began, told again or not', async () => {
  const kegs = fleet({ 'k-1': { targetCelsius: 6 } }, { 'k-1': 0 })
  kegs.killAfter(1)
  await expect(lowerWarmKegs(ALARM, kegs.ports)).rejects.toBeInstanceOf(Killed)
  kegs.killAfter(Number.POSITIVE_INFINITY)
  // Nothing was planned before that kill.
  expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowered: 1 })
  kegs.wish('k-1', { targetCelsius: 8 })
  expect(await lowerWarmKegs(ALARM, kegs.ports)).toEqual({ lowered: 1 })
  expect(targets(kegs)).toEqual({ 'k-1': 8 })
})

it('lowers each keg once, wherever it is killed, and however often', async () => {
  const desired = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`k-${index}`, { targetCelsius: 6 }]))
  for (let calls = 1; calls <= 30; calls++) {
    const kegs = fleet(desired, Object.fromEntries(Object.keys(desired).map((kegId) => [kegId, 0])))
    for (const left of [calls, calls + 1, Number.POSITIVE_INFINITY]) {
      kegs.killAfter(left)
      await lowerWarmKegs(ALARM, kegs.ports).catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
    }
    expect(new Set(Object.values(targets(kegs))), `killed after ${calls} calls`).toEqual(new Set([4]))
    expect([...kegs.written.values()].every(({ length }) => length === 1)).toBe(true)
  }
})

const told = (value: string, timestamp = '2026-11-29T22:10:00.500+0000') => ({
  source: 'aws.cloudwatch', alarmArn: 'a', alarmData: { alarmName: 'warm', state: { value, timestamp, reason: 'r' } },
})

it('names an alarm by its name and when it began', () => {
  expect(readAlarmEvent(told('ALARM'))).toEqual({
    alarmId: 'alarm/warm/2026-11-29T22:10:00.500+0000', begunAtMs: Date.UTC(2026, 10, 29, 22, 10, 0, 500),
  })
})

it.each(['OK', 'INSUFFICIENT_DATA'])('has nothing to do where an alarm is %s', (value) =>
  expect(readAlarmEvent(told(value))).toBeUndefined())

it.each([
  ['nothing', undefined], ['an alarm of no name', { alarmData: { state: { value: 'ALARM', timestamp: 'x' } } }],
  ['no time', told('ALARM', 'soon')],
])('refuses what is no event of an alarm: %s', (_, event) => {
  expect(() => readAlarmEvent(event)).toThrow()
})
