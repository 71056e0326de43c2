import { describe, expect, it } from 'vitest'
import type { ActionFunctions } from '../actions/requests.ts'
import type { ManualClock } from '../testing/manual-clock.ts'
import { functions, message, openEngine, roleArn, text, toQueue, toTopic } from '../testing/open-engine.ts'

describe('rules', () => {
  it('send what they select to each action', async () => {
    const { put, route, queued, published } = openEngine()
    put('pours', "SELECT volumeMl, topic(3) AS kegId, clientid() AS clientId FROM 'keg/+/+/pours' WHERE volumeMl > 100", [toQueue('http://sqs/1/${topic(2)}'), toTopic('copy/${topic(3)}')])
    await route(message('keg/berlin/k-1/pours', '{"volumeMl":300,"more":1}'))
    await route(message('keg/berlin/k-1/pours', '{"volumeMl":50}'))
    await route(message('keg/berlin/k-1/telemetry', '{"volumeMl":300}'))
    expect(queued.map(({ queueUrl, body }) => [queueUrl, JSON.parse(body)])).toEqual([['http://sqs/1/berlin', { volumeMl: 300, kegId: 'k-1', clientId: 'keg-1' }]])
    expect(published.map(({ topic, payload, qos }) => [topic, JSON.parse(text(payload)), qos])).toEqual([['copy/k-1', { volumeMl: 300, kegId: 'k-1', clientId: 'keg-1' }, 1]])
  })
  it('ask others where their functions do, in the middle of WHERE too', async () => {
    const { put, route, queued } = openEngine({}, { thingShadow: async ({ thingName }) => ({ state: { reported: { open: thingName === 'k-1' } } }) })
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
    expect(queued).toEqual([{ queueUrl: 'http://sqs/1/json', body: JSON.stringify({ payload: base64 }) }, { queueUrl: 'http://sqs/1/base64', body: base64 }])
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
    put('statement', "SET @big = text SELECT @big AS big FROM 'a'", [toQueue('http://sqs/1/q')], { errorAction: toQueue('http://sqs/1/quarantine') })
    await route(message('a', JSON.stringify({ text: 'x'.repeat(140_000) })))
    expect(queued).toEqual([])
    expect(log).toMatchObject([{ level: 'error', event: 'rule-failed', ruleName: 'statement', topic: 'a', message: expect.stringMatching(/VARIABLES_TOO_LARGE/) }])
  })
  it('log what a template could not make', async () => {
    const { put, route, log, queued } = openEngine()
    put('template', "SELECT * FROM 'a'", [toQueue('http://sqs/1/${nowhere}')])
    await route(message('a', '{}'))
    expect(queued).toEqual([])
    expect(log.at(-1)).toMatchObject({ level: 'error', event: 'action-failed', ruleName: 'template', action: 'sqs', topic: 'a', clientId: 'keg-1' })
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
          headers: { contentType: 'application/${kind}', correlationData: 'AQI=', messageExpiry: '${ttl}', payloadFormatIndicator: 'UTF8_DATA', userProperties: [{ key: 'k', value: '${thing}' }, { key: 'k', value: '2' }] },
        },
      },
    ])
    await route(message('a', '{"thing":"lamp","kind":"json","ttl":60,"state":1}'))
    expect(published).toMatchObject([
      {
        topic: '$aws/things/lamp/shadow/update', qos: 0, expiresAtMs: 1_700_000_060_000,
        properties: { contentType: 'application/json', correlationData: new Uint8Array([1, 2]), payloadFormatIndicator: true, userProperties: { k: ['lamp', '2'] } },
      },
    ])
  })
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
    const { put, route, clock, log } = openEngine({ deliver: functions({ sqs, lambda: () => Promise.reject(new Error('no such function')) }) })
    const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
    put('r', "SELECT * FROM 'a'", [toQueue('http://sqs/1/broken'), { lambda: { functionArn } }], { errorAction: toQueue('http://sqs/1/quarantine') })
    await settle(clock, route(message('a', '{"x":1}')))
    expect(sent.map(({ queueUrl }) => queueUrl)).toEqual(['http://sqs/1/quarantine'])
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      ruleName: 'r', topic: 'a', cloudwatchTraceId: 'trace-1', clientId: 'keg-1', base64OriginalPayload: Buffer.from('{"x":1}').toString('base64'),
      failures: [
        { failedAction: 'SqsAction', failedResource: 'http://sqs/1/broken', errorMessage: expect.stringContaining('queue is gone') },
        { failedAction: 'LambdaAction', failedResource: functionArn, errorMessage: expect.stringContaining('no such function') },
      ],
    })
    expect(log.map(({ event, ruleName, action }) => [event, ruleName, action])).toEqual([['action-failed', 'r', 'sqs'], ['action-failed', 'r', 'lambda']])
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
  it.each([{ payload: '{"a":1}', event: { a: 1 } }, { payload: 'no json', event: Buffer.from('no json').toString('base64') }])('hands over $payload as $event', async ({ payload, event }) => {
    const events: unknown[] = []
    const { put, route } = openEngine({ deliver: functions({ lambda: async (given) => events.push(given) }) })
    put('r', "SELECT * FROM 'a'", [{ lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' } }])
    await route(message('a', payload))
    expect(events).toEqual([event])
  })
})
