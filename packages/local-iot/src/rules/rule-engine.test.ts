import type { ManualClock } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { LastingFailure } from '../actions/action.ts'
import type { ActionFunctions } from '../actions/requests.ts'
import type { Action } from '../model/model.generated.ts'
import { functions, message, openEngine, roleArn, text, toQueue, toTopic } from '../testing/open-engine.ts'

describe('rules', () => {
  it('send what they select to each action', async () => {
    const { put, route, queued, published } = openEngine()
    put('pours', "SELECT volumeMl, topic(3) AS kegId, clientid() AS clientId FROM 'keg/+/+/pours' WHERE volumeMl > 100", [
      toQueue('http://sqs/1/${topic(2)}'), toTopic('copy/${topic(3)}'),
    ])
    await route(message('keg/berlin/k-1/pours', '{"volumeMl":300,"more":1}'))
    await route(message('keg/berlin/k-1/pours', '{"volumeMl":50}'))
    await route(message('keg/berlin/k-1/telemetry', '{"volumeMl":300}'))
    expect(queued.map(({ queueUrl, body }) => [queueUrl, JSON.parse(body)])).toEqual([
      ['http://sqs/1/berlin', { volumeMl: 300, kegId: 'k-1', clientId: 'keg-1' }],
    ])
    expect(published.map(({ topic, payload, qos }) => [topic, JSON.parse(text(payload)), qos])).toEqual([
      ['copy/k-1', { volumeMl: 300, kegId: 'k-1', clientId: 'keg-1' }, 1],
    ])
  })
  it('ask others where their functions do, in the middle of WHERE too', async () => {
    const { put, route, queued } = openEngine({}, {
      thingShadow: async ({ thingName }) => ({ state: { reported: { open: thingName === 'k-1' } } }),
    })
    const sql = "SELECT get_thing_shadow(topic(2), 'role').state.reported AS reported FROM 'keg/+' WHERE get_thing_shadow(topic(2), 'role').state.reported.open"
    put('asks', sql, [toQueue('http://sqs/1/q')])
    await route(message('keg/k-1', '{}'))
    await route(message('keg/k-2', '{}'))
    expect(queued).toEqual([{ queueUrl: 'http://sqs/1/q', body: '{"reported":{"open":true}}' }])
  })
  it('say so where what they ask fails', async () => {
    const { put, route, queued, log } = openEngine({}, { thingShadow: () => Promise.reject(new Error('No shadow exists')) })
    put('asks', "SELECT get_thing_shadow('k-1', 'role') AS shadow FROM 'a'", [toQueue('http://sqs/1/q')])
    await route(message('a', '{}'))
    expect(queued).toEqual([])
    expect(log).toMatchObject([{ event: 'rule-failed', message: expect.stringContaining('FUNCTION_FAILED') }])
  })
  it('draw ids and chance from outside', async () => {
    const { put, route, queued } = openEngine()
    put('draws', "SELECT rand() AS chance, newuuid() AS id FROM 'a'", [toQueue('http://sqs/1/q')])
    await route(message('a', '{}'))
    expect(JSON.parse(queued[0]?.body ?? '')).toEqual({ chance: 0.5, id: expect.stringMatching(/^trace-/) })
  })
  it.each(["machinelearning_predict('m', 'role', *)"])('are refused with %s', (call) => {
    const { put } = openEngine()
    expect(() => put('asks', `SELECT ${call} AS x FROM 'a'`, [toQueue('http://sqs/1/q')])).toThrow(/not emulated/)
    expect(() => put('asks', "SELECT * FROM 'a'", [toQueue(`http://sqs/1/\${${call}}`)])).toThrow(/not emulated/)
  })
  it('pass any bytes on, in base64 where asked', async () => {
    const { put, route, queued } = openEngine()
    put('raw', "SELECT encode(*, 'base64') AS payload FROM 'a'", [toQueue('http://sqs/1/json')])
    put('base64', "SELECT * FROM 'a'", [{ sqs: { roleArn, queueUrl: 'http://sqs/1/base64', useBase64: true } }])
    const bytes = new Uint8Array([0xff, 0, 1])
    await route({ ...message('a', ''), payload: bytes })
    const base64 = Buffer.from(bytes).toString('base64')
    expect(queued).toEqual([
      { queueUrl: 'http://sqs/1/json', body: JSON.stringify({ payload: base64 }) }, { queueUrl: 'http://sqs/1/base64', body: base64 },
    ])
  })
  it('can be disabled, replaced and removed', async () => {
    const { engine, put, route, queued } = openEngine()
    put('r', "SELECT 1 AS one FROM 'a'", [toQueue('http://sqs/1/first')])
    put('r', "SELECT 2 AS two FROM 'b'", [toQueue('http://sqs/1/second')])
    await route(message('a', '{}'))
    await route(message('b', '{}'))
    put('r', "SELECT 2 AS two FROM 'b'", [toQueue('http://sqs/1/second')], { ruleDisabled: true })
    await route(message('b', '{}'))
    put('r', "SELECT 3 AS three FROM 'b'", [toQueue('http://sqs/1/third')])
    engine.remove('r')
    await route(message('b', '{}'))
    expect(queued).toEqual([{ queueUrl: 'http://sqs/1/second', body: '{"two":2}' }])
  })
  it('are reached by Basic Ingest alone, whatever their filter', async () => {
    const { put, route, queued, log } = openEngine()
    put('batch', 'SELECT topic() AS topic', [toQueue('http://sqs/1/batch')])
    put('other', "SELECT topic() AS topic FROM '#'", [toQueue('http://sqs/1/other')])
    await route(message('$aws/rules/batch/keg/k-1', '{}'))
    await route(message('$aws/rules/nobody/keg/k-1', '{}'))
    expect(queued).toEqual([{ queueUrl: 'http://sqs/1/batch', body: '{"topic":"keg/k-1"}' }])
    expect(log).toMatchObject([{ event: 'rule-not-found', ruleName: 'nobody' }])
  })
  it('log a statement that fails, and nothing more: the error action is for actions', async () => {
    const { put, route, log, queued } = openEngine()
    put('statement', "SET @big = text SELECT @big AS big FROM 'a'", [toQueue('http://sqs/1/q')], {
      errorAction: toQueue('http://sqs/1/quarantine'),
    })
    await route(message('a', JSON.stringify({ text: 'x'.repeat(140_000) })))
    expect(queued).toEqual([])
    expect(log).toMatchObject([
      { level: 'error', event: 'rule-failed', ruleName: 'statement', topic: 'a', message: expect.stringMatching(/VARIABLES_TOO_LARGE/) },
    ])
  })
  it('log what a template could not make', async () => {
    const { put, route, log, queued } = openEngine()
    put('template', "SELECT * FROM 'a'", [toQueue('http://sqs/1/${nowhere}')])
    await route(message('a', '{}'))
    expect(queued).toEqual([])
    expect(log.at(-1)).toMatchObject({
      level: 'error', event: 'action-failed', ruleName: 'template', action: 'sqs', topic: 'a', clientId: 'keg-1',
    })
    expect(log.at(-1)?.message).toMatch(/substitution template/)
  })
  it('that feed each other come to an end', async () => {
    const { put, route, published, log } = openEngine()
    put('ping', "SELECT * FROM 'ping'", [toTopic('pong')])
    put('pong', "SELECT * FROM 'pong'", [toTopic('ping')])
    await route(message('ping', '{}'))
    expect(published).toHaveLength(10)
    expect(log.map(({ message: line }) => line)).toEqual([expect.stringMatching(/rules feed each other/)])
  })
  it('republish with headers, to reserved topics by $$', async () => {
    const { put, route, published } = openEngine()
    put('headers', "SELECT state FROM 'a'", [
      {
        republish: {
          roleArn, topic: '$$aws/things/${thing}/shadow/update',
          headers: {
            contentType: 'application/${kind}', correlationData: 'AQI=', messageExpiry: '${ttl}', payloadFormatIndicator: 'UTF8_DATA',
            userProperties: [{ key: 'k', value: '${thing}' }, { key: 'k', value: '2' }],
          },
        },
      },
    ])
    await route(message('a', '{"thing":"lamp","kind":"json","ttl":60,"state":1}'))
    expect(published).toMatchObject([
      {
        topic: '$aws/things/lamp/shadow/update', qos: 0, expiresAtMs: 1_700_000_060_000,
        properties: {
          contentType: 'application/json', correlationData: new Uint8Array([1, 2]), payloadFormatIndicator: true,
          userProperties: { k: ['lamp', '2'] },
        },
      },
    ])
  })
})

// republish-rule-action.html; a rule of Nordic's asset tracker republishes below get/accepted, which its firmware subscribes to
describe('republishing to topics under $aws', () => {
  it.each([
    ['$$aws/things/k-1/shadow/update', '$aws/things/k-1/shadow/update'],
    ['$$aws/things/${topic(3)}/shadow/name/cfg/update', '$aws/things/k-1/shadow/name/cfg/update'],
    ['${topic()}/desired/cfg', '$aws/things/k-1/shadow/get/accepted/desired/cfg'],
    ['$${topic()}/desired/cfg', '$aws/things/k-1/shadow/get/accepted/desired/cfg'],
    ['$$aws/rules/other/a', '$aws/rules/other/a'],
  ])('%s goes to %s', async (template, topic) => {
    const { put, route, published, log } = openEngine()
    put('r', "SELECT * FROM '$aws/things/+/shadow/get/accepted'", [toTopic(template)])
    await route(message('$aws/things/k-1/shadow/get/accepted', '{}'))
    expect(log.filter(({ event }) => event === 'action-failed')).toEqual([])
    expect(published.map((one) => one.topic)).toEqual([topic])
  })
  it.each([
    '$$aws/things/k-1/jobs/get', '$$aws/things/k-1/jobs/1/update', '$$aws/things/k-1/jobs/notify-next',
    '$$aws/things/k-1/defender/metrics/json', '$$aws/things/k-1/shadow/update/delta', '$$aws/events/presence/connected/k-1', '$$SYS/a',
    '$$aws/things/+/shadow/update',
  ])(
    '%s is refused, with the topic in the log', async (template) => {
      const { put, route, published, log } = openEngine()
      put('r', "SELECT * FROM 'a'", [toTopic(template)])
      await route(message('a', '{}'))
      expect([published, log.map(({ event }) => event)]).toEqual([[], ['action-failed']])
      expect(log[0]?.message).toContain(template.slice(1))
    },
  )
})

describe('an action that fails', () => {
  const failing = (times: number) => {
    let left = times
    const sent: { queueUrl: string; body: string }[] = []
    const sqs: ActionFunctions['sqs'] = async ({ QueueUrl: queueUrl, MessageBody: body }) => {
      if (queueUrl.endsWith('/broken') && left-- > 0) throw new Error('queue is gone')
      sent.push({ queueUrl, body })
    }
    return { sent, sqs }
  }
  /** Lets retries fall due until the work is done. */
  const settle = async (clock: ManualClock, work: Promise<void>) => {
    let done = false
    const ended = work.finally(() => (done = true))
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      clock.advance(2000)
    }
    return ended
  }

  it('is tried again, and nothing is said when it then succeeds', async () => {
    const { sent, sqs } = failing(3)
    const { put, route, clock, log } = openEngine({ deliver: functions({ sqs }) })
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/broken')])
    await settle(clock, route(message('a', '{"x":1}')))
    expect([sent, log]).toEqual([[{ queueUrl: 'http://sqs/1/broken', body: '{"x":1}' }], []])
  })
  it('leads to the error action, with one document about all that failed', async () => {
    const { sent, sqs } = failing(Number.POSITIVE_INFINITY)
    const { put, route, clock, log } = openEngine({
      deliver: functions({ sqs, lambda: () => Promise.reject(new LastingFailure('no such function')) }),
    })
    const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/broken'), { lambda: { functionArn } }], {
      errorAction: toQueue('http://sqs/1/quarantine'),
    })
    await settle(clock, route(message('a', '{"x":1}')))
    expect(sent.map(({ queueUrl }) => queueUrl)).toEqual(['http://sqs/1/quarantine'])
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      ruleName: 'r', topic: 'a', cloudwatchTraceId: 'trace-1', clientId: 'keg-1',
      base64OriginalPayload: Buffer.from('{"x":1}').toString('base64'),
      failures: [
        { failedAction: 'SqsAction', failedResource: 'http://sqs/1/broken', errorMessage: expect.stringContaining('queue is gone') },
        { failedAction: 'LambdaAction', failedResource: functionArn, errorMessage: expect.stringContaining('no such function') },
      ],
    })
    expect(log.map(({ event, ruleName, action }) => [event, ruleName, action])).toEqual([
      ['action-failed', 'r', 'sqs'], ['action-failed', 'r', 'lambda'],
    ])
  })
  it('and whose error action fails too is still said', async () => {
    const { sqs } = failing(Number.POSITIVE_INFINITY)
    const { put, route, clock, log } = openEngine({ deliver: functions({ sqs }) })
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/broken')], { errorAction: toQueue('http://sqs/2/broken') })
    await settle(clock, route(message('a', '{}')))
    expect(log.map(({ event }) => event)).toEqual(['action-failed', 'error-action-failed'])
  })
  it('is not waited for by closing longer than one more try', async () => {
    const { sqs } = failing(Number.POSITIVE_INFINITY)
    const { engine, put, route, clock, log } = openEngine({ deliver: functions({ sqs }) })
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/broken')])
    const routed = route(message('a', '{}'))
    await engine.close()
    await routed
    expect([log.map(({ event }) => event), clock.pending]).toEqual([['action-failed'], 0])
  })
})

describe('the lambda action', () => {
  const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
  const toFunction: Action = { lambda: { functionArn } }
  const quarantine = { errorAction: toQueue('http://sqs/1/quarantine') }
  /** Ends what goes on without the clock. */
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  it('waits for no function, and closing does', async () => {
    const running = Promise.withResolvers<undefined>()
    const events: unknown[] = []
    const { engine, put, route } = openEngine({ deliver: functions({ lambda: (event) => (events.push(event), running.promise) }) })
    put('r', "SELECT * FROM 'a'", [toFunction])
    await route(message('a', '{"a":1}'))
    expect(events).toEqual([{ a: 1 }])
    let closed = false
    const closing = engine.close().then(() => (closed = true))
    await turn()
    expect(closed).toBe(false)
    running.resolve(undefined)
    await closing
  })
  // invocation-async-error-handling.html: a minute before the second attempt, two before the third
  it.each([
    { what: 'always fails', failures: Number.POSITIVE_INFINITY, tries: [1, 1, 2, 2, 3, 3], logged: ['action-failed'] },
    { what: 'fails twice', failures: 2, tries: [1, 1, 2, 2, 3, 3], logged: [] },
    { what: 'fails once', failures: 1, tries: [1, 1, 2, 2, 2, 2], logged: [] },
  ])('tries a function that $what again after one and two minutes, and runs no error action', async ({ failures, tries, logged }) => {
    let calls = 0
    const sent: unknown[] = []
    const lambda = async () => {
      calls += 1
      if (calls <= failures) throw new Error('out of beer')
    }
    const { put, route, clock, log } = openEngine({ deliver: functions({ lambda, sqs: async (request) => sent.push(request) }) })
    put('r', "SELECT * FROM 'a'", [toFunction], quarantine)
    await route(message('a', '{}'))
    const seen: number[] = []
    for (const ms of [0, 59_999, 1, 119_999, 1, 10_000_000]) {
      clock.advance(ms)
      await turn()
      seen.push(calls)
    }
    expect(seen).toEqual(tries)
    expect(sent).toEqual([])
    expect(log.map(({ event }) => event)).toEqual(logged)
    if (logged.length > 0)
      expect(log[0]?.message).toBe(`Rule r, action lambda to ${functionArn} failed: out of beer (the function's last of 3 tries)`)
  })
  it('leads to the error action when the invocation is refused, also after a while', async () => {
    for (const delay of [() => Promise.resolve(), turn]) {
      const sent: string[] = []
      const lambda = async () => {
        await delay()
        throw new LastingFailure('Function not found')
      }
      const { put, route, log, clock } = openEngine({
        deliver: functions({ lambda, sqs: async ({ MessageBody }) => sent.push(MessageBody) }),
      })
      put('r', "SELECT * FROM 'a'", [toFunction], quarantine)
      await route(message('a', '{}'))
      await turn()
      await turn()
      expect(sent.map((body) => JSON.parse(body) as unknown)).toMatchObject([
        { failures: [{ failedAction: 'LambdaAction', failedResource: functionArn }] },
      ])
      expect(log.map(({ event }) => event)).toEqual(['action-failed'])
      expect(clock.pending).toBe(0)
    }
  })
  it.each(['no json', '', '{"a":', '\xff'])('is not invoked with %j, which leads to the error action', async (payload) => {
    const [events, sent]: unknown[][] = [[], []]
    const { put, route } = openEngine({
      deliver: functions({ lambda: async (given) => events?.push(given), sqs: async (request) => sent?.push(request) }),
    })
    put('r', "SELECT * FROM 'a'", [toFunction], quarantine)
    await route({ ...message('a', ''), payload: Buffer.from(payload, 'latin1') })
    expect([events, sent?.length]).toEqual([[], 1])
  })
  it('is not waited for by closing longer than one more try', async () => {
    const { engine, put, route, clock, log } = openEngine({
      deliver: functions({ lambda: () => Promise.reject(new Error('out of beer')) }),
    })
    put('r', "SELECT * FROM 'a'", [toFunction])
    await route(message('a', '{}'))
    await turn()
    await engine.close()
    expect([log.map(({ event }) => event), clock.pending]).toEqual([['action-failed'], 0])
  })
})

describe('an action whose service is absent', () => {
  it('is said once, when the rule goes into service, and leads to the error action with each message', async () => {
    const sent: unknown[] = []
    const sqs: ActionFunctions['sqs'] = async (request) => sent.push(request)
    const timestream = () => Promise.reject(new LastingFailure('Amazon Timestream is not emulated'))
    const unavailable = (name: string) => (name === 'timestream' ? 'Amazon Timestream is not emulated' : undefined)
    const { put, route, log } = openEngine({ deliver: functions({ sqs, timestream }), unavailable })
    const action: Action = { timestream: { roleArn, databaseName: 'keg', tableName: 't', dimensions: [{ name: 'a', value: 'b' }] } }
    put('r', "SELECT * FROM 'a'", [action], { errorAction: toQueue('http://sqs/1/quarantine') })
    const said = [{
      event: 'action-unavailable', ruleName: 'r', action: 'timestream',
      message: 'Rule r, action timestream to t can not be delivered: Amazon Timestream is not emulated.',
    }]
    expect(log).toMatchObject(said)
    await route(message('a', '{}'))
    await route(message('a', '{}'))
    expect([sent.length, log.length]).toEqual([2, 1])
  })
  it('is not said of a rule that is disabled', () => {
    const { put, log } = openEngine({ unavailable: () => 'nothing is here' })
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/q')], { ruleDisabled: true })
    expect(log).toEqual([])
  })
})
