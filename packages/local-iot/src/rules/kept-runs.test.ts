import type { Message } from '@keg/mqtt-broker'
import { describe, expect, it } from 'vitest'
import type { RulePorts } from '@keg/rule-dsl'
import type { Deliver } from '../actions/action.ts'
import { functions, message, openEngine, roleArn, toQueue, toTopic } from '../testing/open-engine.ts'
import type { StoredRun } from './kept-runs.ts'

const source = { clientId: 'keg-1', hops: 0 }
const queue = (name: string) => toQueue(`http://sqs/1/${name}`)

/** Queues that take nothing until they are let go on; what went through, in order. */
function slowQueues() {
  const taken: string[] = []
  const waiting = new Map<string, { taken: () => void; refused: (error: Error) => void }>()
  const deliver: Deliver = functions({
    sqs: ({ QueueUrl, MessageBody }) => {
      const name = QueueUrl.split('/').at(-1) ?? ''
      return new Promise<void>((resolve, reject) => {
        waiting.set(name, { refused: reject, taken: () => { taken.push(`${name} ${MessageBody}`); resolve() } })
      })
    },
  })
  return { deliver, taken, waiting }
}

/** A message in an engine, and the time after which what is not through is kept. */
function routed({ engine, clock }: ReturnType<typeof openEngine>, one: Message) {
  const routing = engine.route(one, source)
  clock.advance(10)
  return routing
}

/** Lets everything run on that waits for no queue and no clock. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
const isOver = async (promise: Promise<void> | undefined) => {
  let over = promise === undefined
  void promise?.then(() => (over = true))
  await settled()
  return over
}
/** As the next process reads it from the disk. */
const asStored = (table: Map<string, StoredRun>) => new Map(structuredClone([...table]))

describe('a message whose actions take long', () => {
  it('is safe after a second, where nothing outlives the process', async () => {
    const { deliver, waiting } = slowQueues()
    const { engine, put, clock } = openEngine({ deliver })
    put('r', "SELECT * FROM 'a'", [queue('q')])
    const routing = engine.route(message('a', '{"x":1}'), source)
    clock.advance(999)
    expect(await isOver(routing?.safe)).toBe(false)
    clock.advance(1)
    expect(await isOver(routing?.safe)).toBe(true)
    expect(await isOver(routing?.done)).toBe(false)
    waiting.get('q')?.taken()
    await routing?.done
    expect(clock.pending).toBe(0)
  })
  it('is safe with its actions, where these are faster', async () => {
    const { deliver, waiting } = slowQueues()
    const { engine, put, clock } = openEngine({ deliver })
    put('r', "SELECT * FROM 'a'", [queue('q')])
    const routing = engine.route(message('a', '{"x":1}'), source)
    await settled()
    waiting.get('q')?.taken()
    expect([await isOver(routing?.safe), clock.pending]).toEqual([true, 0])
  })
  it('is safe as soon as it is kept, and kept no longer than it takes', async () => {
    const kept = new Map<string, StoredRun>()
    const { deliver, waiting } = slowQueues()
    const opened = openEngine({ deliver }, {}, kept)
    opened.put('r', "SELECT x FROM 'a'", [queue('q')])
    const routing = opened.engine.route(message('a', '{"x":1}'), source)
    expect([await isOver(routing?.safe), kept.size]).toEqual([false, 0])
    opened.clock.advance(10)
    expect([routing?.safe, kept.size]).toEqual([undefined, 1])
    await settled()
    waiting.get('q')?.taken()
    await routing?.done
    expect(kept.size).toBe(0)
  })
  it.each([
    ['QoS 0', { qos: 0 } as const, [queue('q')]],
    ['an action that asks nobody', {}, [toTopic('copy')]],
    ['a function that takes its event at once', {}, [{ lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' } }]],
  ])('is not kept for %s', async (_, more, actions) => {
    const kept = new Map<string, StoredRun>()
    const opened = openEngine({ deliver: slowQueues().deliver }, {}, kept)
    opened.put('r', "SELECT * FROM 'a'", actions)
    opened.engine.route(message('a', '{"x":1}', more), source)
    await settled()
    opened.clock.advance(10)
    expect(kept.size).toBe(0)
  })
  it('waits for the actions of the message that a rule republishes, and no longer than a second', async () => {
    const { engine, put, clock } = openEngine({ deliver: slowQueues().deliver })
    put('copies', "SELECT * FROM 'a'", [toTopic('b')])
    put('slow', "SELECT * FROM 'b'", [queue('q')])
    const routing = engine.route(message('a', '{"x":1}'), source)
    expect(await isOver(routing?.safe)).toBe(false)
    clock.advance(1000)
    expect([await isOver(routing?.safe), await isOver(routing?.done)]).toEqual([true, false])
  })
  it('is kept by the rule that is slow alone, when another one republished it', async () => {
    const kept = new Map<string, StoredRun>()
    const { engine, put, clock } = openEngine({ deliver: slowQueues().deliver }, {}, kept)
    put('copies', "SELECT * FROM 'a'", [toTopic('b')])
    put('slow', "SELECT * FROM 'b'", [queue('q')])
    const routing = engine.route(message('a', '{"x":1}'), source)
    await settled()
    clock.advance(10)
    expect(await isOver(routing?.safe)).toBe(true)
    expect([...kept.values()].map(({ ruleName }) => ruleName)).toEqual(['slow'])
  })
  it('is acknowledged after its actions, once too many are under way', async () => {
    const kept = new Map<string, StoredRun>()
    const { engine, put, clock } = openEngine({ deliver: slowQueues().deliver }, {}, kept)
    put('r', "SELECT 1 AS one FROM 'a'", [queue('q')])
    const payload = JSON.stringify({ text: 'x'.repeat(100 * 1024) })
    const routings = Array.from({ length: 700 }, () => engine.route(message('a', payload), source))
    clock.advance(10)
    const unsafe = routings.filter((routing) => routing?.safe !== undefined)
    expect(unsafe.length).toBe(700 - kept.size)
    expect(kept.size * payload.length).toBeLessThanOrEqual(64 * 1024 * 1024)
    expect(unsafe.length).toBeGreaterThan(0)
  })
  it('is acknowledged after its actions where it can not be kept, which is said', async () => {
    class Full extends Map<string, StoredRun> {
      override set(): this {
        throw new Error('disk full')
      }
    }
    const { deliver, waiting } = slowQueues()
    const opened = openEngine({ deliver }, {}, new Full())
    opened.put('r', "SELECT * FROM 'a'", [queue('q')])
    const routing = routed(opened, message('a', '{"x":1}'))
    expect(await isOver(routing?.safe)).toBe(false)
    expect(opened.log).toMatchObject([{ level: 'error', ruleName: 'r', message: expect.stringContaining('disk full') }])
    waiting.get('q')?.taken()
    expect(await isOver(routing?.safe)).toBe(true)
  })
})

describe('after a kill', () => {
  it('what was not delivered yet runs again, numbers exact, by the rule as it was', async () => {
    const kept = new Map<string, StoredRun>()
    const before = slowQueues()
    const first = openEngine({ deliver: before.deliver }, {}, kept)
    first.put('r', "SELECT x, newuuid() AS id, traceid() AS trace FROM 'a'", [queue('fast'), queue('slow'), queue('${topic()}')])
    routed(first, message('a', '{"x":12345678901234567890.125}'))
    await settled()
    before.waiting.get('fast')?.taken()
    await settled()
    const after = slowQueues()
    const second = openEngine({ deliver: after.deliver }, {}, asStored(kept))
    second.put('r', "SELECT 'another' AS rule FROM 'b'", [queue('other')])
    await second.engine.resume()
    await settled()
    for (const { taken } of after.waiting.values()) taken()
    const output = before.taken[0]?.slice('fast '.length) ?? ''
    expect(output).toContain('"x":12345678901234567890.125')
    expect(after.taken).toEqual([`slow ${output}`, `a ${output}`])
  })
  it('it is kept no longer once it went through', async () => {
    const kept = new Map<string, StoredRun>()
    const first = openEngine({ deliver: slowQueues().deliver }, {}, kept)
    first.put('r', "SELECT * FROM 'a'", [queue('q')])
    routed(first, message('a', 'no JSON'))
    const left = asStored(kept)
    const after = slowQueues()
    const second = openEngine({ deliver: after.deliver }, {}, left)
    await second.engine.resume()
    await settled()
    expect(left.size).toBe(1)
    after.waiting.get('q')?.taken()
    await settled()
    expect([after.taken, left.size]).toEqual([['q no JSON'], 0])
  })
  it('an item gets the numbers that the rule put out', async () => {
    const kept = new Map<string, StoredRun>()
    const items: unknown[] = []
    const first = openEngine({ deliver: () => new Promise(() => undefined) }, {}, kept)
    first.put('r', "SELECT x FROM 'a'", [{ dynamoDBv2: { roleArn, putItem: { tableName: 't' } } }])
    routed(first, message('a', '{"x":12345678901234567890.125}'))
    await openEngine({ deliver: functions({ dynamoDBv2: async ({ Item }) => items.push(Item) }) }, {}, asStored(kept)).engine.resume()
    await settled()
    expect(items).toEqual([{ x: { N: '12345678901234567890.125' } }])
  })
  it('a rule that was still asking asks again', async () => {
    const kept = new Map<string, StoredRun>()
    const asking: RulePorts = { thingShadow: () => new Promise(() => undefined) }
    const first = openEngine({}, asking, kept)
    first.put('asks', "SELECT get_thing_shadow('k-1', 'role').open AS open FROM 'a'", [queue('q')])
    expect(routed(first, message('a', '{}'))?.safe).toBe(undefined)
    const left = asStored(kept)
    const second = openEngine({}, { thingShadow: async () => ({ open: true }) }, left)
    await second.engine.resume()
    await settled()
    expect([second.queued.map(({ body }) => body), left.size]).toEqual([['{"open":true}'], 0])
  })
  it('an action that had failed fails again, and its error action hears of it', async () => {
    const kept = new Map<string, StoredRun>()
    const before = slowQueues()
    const first = openEngine({ deliver: before.deliver }, {}, kept)
    first.put('r', "SELECT * FROM 'a'", [queue('${nowhere}'), queue('slow')], { errorAction: queue('quarantine') })
    routed(first, message('a', '{"x":1}'))
    await settled()
    const after = slowQueues()
    await openEngine({ deliver: after.deliver }, {}, asStored(kept)).engine.resume()
    await settled()
    after.waiting.get('slow')?.taken()
    await settled()
    expect([...after.waiting.keys()]).toEqual(['slow', 'quarantine'])
  })
  it('a rule that can not be made again is said, and given up', async () => {
    const kept = new Map<string, StoredRun>()
    const first = openEngine({ deliver: slowQueues().deliver }, {}, kept)
    first.put('r', "SELECT * FROM 'a'", [queue('q')])
    routed(first, message('a', '{"x":1}'))
    const left = new Map([...kept].map(([key, run]) => [key, { ...run, definition: run.definition.replace('SELECT', 'SELCT') }]))
    const { engine, log } = openEngine({}, {}, left)
    await engine.resume()
    expect([log, left.size]).toEqual([[expect.objectContaining({ level: 'error', event: 'action-failed', ruleName: 'r', topic: 'a' })], 0])
  })
})

it('leaves to the next start what is cut short between two tries, and tells no error action', async () => {
  const kept = new Map<string, StoredRun>()
  const { deliver, waiting } = slowQueues()
  const { engine, put, log } = openEngine({ deliver }, {}, kept)
  put('r', "SELECT * FROM 'a'", [queue('q')], { errorAction: queue('quarantine') })
  // Before it was kept: closing keeps it.
  engine.route(message('a', '{"x":1}'), source)
  await settled()
  const closed = engine.close()
  waiting.get('q')?.refused(new Error('away'))
  await closed
  expect([kept.size, [...waiting.keys()], log]).toEqual([1, ['q'], [expect.objectContaining({ level: 'warn', event: 'action-left' })]])
})

describe('a Lambda function, which no PUBACK waits for', () => {
  const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
  const start = (lambda: () => Promise<unknown>, kept: Map<string, StoredRun>) => {
    const opened = openEngine({ deliver: functions({ lambda }) }, {}, kept)
    opened.put('r', "SELECT * FROM 'a'", [{ lambda: { functionArn } }], { errorAction: queue('quarantine') })
    return opened
  }

  it('has its event kept until it has run, and again after a kill', async () => {
    const kept = new Map<string, StoredRun>()
    const { engine } = start(() => new Promise(() => undefined), kept)
    const routing = engine.route(message('a', '{"x":1}'), source)
    await routing?.done
    expect([routing?.safe, kept.size]).toEqual([undefined, 1])
    const events: unknown[] = []
    const running = Promise.withResolvers<undefined>()
    const left = asStored(kept)
    await openEngine({ deliver: functions({ lambda: (event) => (events.push(event), running.promise) }) }, {}, left).engine.resume()
    await settled()
    expect([events, left.size]).toEqual([[{ x: 1 }], 1])
    running.resolve(undefined)
    await settled()
    expect(left.size).toBe(0)
  })
  it('that still has tries when the core closes has them after the next start', async () => {
    const kept = new Map<string, StoredRun>()
    const { engine, log } = start(() => Promise.reject(new Error('out of beer')), kept)
    await engine.route(message('a', '{"x":1}'), source)?.done
    await engine.close()
    expect([kept.size, log.map(({ event }) => event)]).toEqual([1, ['action-left']])
  })
  it('that failed for the last time is not kept any longer', async () => {
    const kept = new Map<string, StoredRun>()
    const { engine, clock, log } = start(() => Promise.reject(new Error('out of beer')), kept)
    await engine.route(message('a', '{"x":1}'), source)?.done
    for (const delayMs of [60_000, 120_000]) {
      await settled()
      clock.advance(delayMs)
    }
    await settled()
    expect([kept.size, log.map(({ event }) => event)]).toEqual([0, ['action-failed']])
  })
})
