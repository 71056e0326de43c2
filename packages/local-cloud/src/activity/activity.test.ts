import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { Activity, type ActivityOptions, type Happening } from './activity.ts'

type Handler = Parameters<ActivityOptions['subscribe']>[0]

function activityAt(clock: { nowMs: number }) {
  const handlers = new Set<Handler>()
  const activity = new Activity({
    nowMs: () => clock.nowMs,
    subscribe(handler) {
      handlers.add(handler)
      return () => void handlers.delete(handler)
    },
  })
  return { activity, handlers }
}

const invocation = { functionName: 'f', requestId: 'r-1', input: '{}', output: 'null', failed: false, startedAtMs: 5 }

it('remembers invocations with their lines, the latest first', () => {
  const clock = { nowMs: 7 }
  const { activity } = activityAt(clock)
  activity.logged({ level: 'info', source: 'function', message: 'one', functionName: 'f', requestId: 'r-1' })
  activity.logged({ level: 'info', source: 'function', message: 'other', functionName: 'f', requestId: 'r-2' })
  activity.invoked(invocation)
  activity.invoked({ ...invocation, requestId: 'r-3', input: 'x'.repeat(30_000) })
  expect(activity.invocations.map(({ requestId, lines, durationMs, input }) => [requestId, lines, durationMs, input.length])).toEqual([
    ['r-3', [], 2, 20_001], ['r-1', ['one'], 2, 2],
  ])
  expect(activity.lines.map(({ message }) => message)).toEqual(['other', 'one'])
})

it('keeps of a long input no more than it shows', () => {
  setFlagsFromString('--expose-gc')
  // The flag makes a global of it, in contexts that come later.
  const collect = runInNewContext('gc') as () => void
  const { activity } = activityAt({ nowMs: 0 })
  collect()
  const before = process.memoryUsage().heapUsed
  // Read from bytes, as requests are: a text of its own each.
  for (let index = 0; index < 50; index += 1) activity.invoked({ ...invocation, input: Buffer.alloc(1_000_000, `${index} `).toString() })
  collect()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000)
  expect(activity.invocations[0]?.input).toHaveLength(20_001)
})

it('forgets the oldest', () => {
  const { activity } = activityAt({ nowMs: 0 })
  for (let index = 0; index < 300; index += 1) {
    activity.logged({ level: 'info', source: 'function', message: String(index), functionName: 'f', requestId: `r-${index}` })
    activity.invoked({ ...invocation, requestId: `r-${index}` })
  }
  expect([activity.invocations.length, activity.lines.length, activity.invocations[0]?.requestId, activity.invocations.at(-1)?.requestId])
    .toEqual([200, 200, 'r-299', 'r-100'])
})

it('tells who follows, messages included, and nobody else', () => {
  const { activity, handlers } = activityAt({ nowMs: 1 })
  const seen: Happening[] = []
  expect(handlers.size).toBe(0)
  const end = activity.follow((happening) => seen.push(happening))
  for (const handler of handlers) {
    handler({ topic: 'a', payload: Buffer.from('{"b":1}'), qos: 1, retain: false })
    handler({ topic: 'a', payload: Buffer.from([0xff]), qos: 0, retain: true })
  }
  activity.logged({ level: 'warn', source: 'iam', message: 'no' })
  end()
  activity.invoked(invocation)
  expect(seen).toEqual([
    { kind: 'message', atMs: 1, topic: 'a', payload: '{"b":1}', qos: 1, retain: false },
    { kind: 'message', atMs: 1, topic: 'a', payloadBase64: '/w==', qos: 0, retain: true },
    { kind: 'log', atMs: 1, level: 'warn', source: 'iam', message: 'no' },
  ])
  expect(handlers.size).toBe(0)
})
