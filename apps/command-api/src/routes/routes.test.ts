import type { LedgerPour, QuarantineEntry, ReplayMessage, PresenceEvent, PresenceLog } from '@keg/store'
import { memoryAlerts } from '@keg/store/alerts/memory'
import { memoryChangeLog } from '@keg/store/change-log/memory'
import { memoryStore } from '@keg/store/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RouteHandler } from '../http/route.ts'
import type { KegRegistry, KegShadow, ReplayQueues } from '../ports.ts'
import { memoryShadows } from '../testing/memory-shadows.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { countQuarantine } from './count-quarantine.ts'
import { getFleet } from './get-fleet.ts'
import { getKeg } from './get-keg.ts'
import { getQuarantined } from './get-quarantined.ts'
import { listAlerts } from './list-alerts.ts'
import { listKegs } from './list-kegs.ts'
import { listPours } from './list-pours.ts'
import { listQuarantine } from './list-quarantine.ts'
import { putSettings } from './put-settings.ts'
import { replayQuarantined } from './replay-quarantined.ts'

type Request = Partial<Pick<APIGatewayProxyEventV2, 'pathParameters' | 'queryStringParameters' | 'headers' | 'body' | 'isBase64Encoded'>>

// Of the event, a route reads what `Request` names, and the request's id.
const call = async (handler: RouteHandler, request: Request = {}) => {
  const { statusCode, headers, body } = await handler({
    requestContext: { requestId: 'r-1' }, ...request, headers: { ...bearer(tokens.brewer), ...request.headers },
  } as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, type: headers?.['content-type'], body: JSON.parse(body ?? 'null') }
}

const pour: LedgerPour = {
  kegId: 'k-1', siteId: 'berlin', pourId: 'p-1', volumeMl: 300, bootId: 'b', seq: 0, takenAtMs: 1, receivedAtMs: 2, totaliserMl: 300,
}
const entry: QuarantineEntry = {
  quarantineId: 'q-1', flow: 'pours', reason: 'not JSON', topic: 'keg/berlin/k-1/pours', receivedAtMs: 3, payloadBase64: 'eA==',
}

const store = memoryStore()
const shadowOf = new Map<string, KegShadow>()
const shadows = memoryShadows(shadowOf)
const connected: PresenceEvent = {
  clientId: 'k-1', eventType: 'connected', atMs: 1_790_000_000_000, sessionIdentifier: 's', versionNumber: 0,
}
const presence: PresenceLog = { events: async (clientId) => (clientId === 'k-1' ? [connected] : []) }
const registry: KegRegistry = { has: async (kegId) => kegId === 'k-1' || kegId === 'k-new', siteOf: gate.siteOf }

beforeEach(async () => {
  shadowOf.clear()
  await store.recordPour(pour)
  await store.quarantine(entry)
})

describe('reading', () => {
  it('lists kegs, pours and the quarantine', async () => {
    expect((await call(listKegs({ gate, store }))).body.items).toEqual([
      { kegId: 'k-1', siteId: 'berlin', pours: 1, totalMl: 300, lastReceivedAtMs: 2 },
    ])
    const ofSite = async (siteId: string) =>
      (await call(listKegs({ gate, store }), { queryStringParameters: { siteId } })).body.items.length
    expect([await ofSite('berlin'), await ofSite('munich')]).toEqual([1, 0])
    expect((await call(getFleet({ gate, store }))).body).toEqual({ pours: 1, totalMl: 300 })
    expect((await call(listPours({ gate, store }), { pathParameters: { kegId: 'k-1' } })).body.items).toEqual([pour])
    expect((await call(listQuarantine({ gate, store }))).body.items).toEqual([entry])
    expect((await call(countQuarantine({ gate, store }))).body).toEqual({ count: 1 })
  })

  it.each<[string, KegShadow | undefined, unknown]>([
    ['none', undefined, undefined],
    ['pending', { version: 2, desired: { targetCelsius: 4 }, reported: { targetCelsius: 5 } }, { version: 2, pending: true }],
    ['done', { version: 3, desired: { targetCelsius: 4 }, reported: { targetCelsius: 4 } }, { version: 3, pending: false }],
  ])('shows a keg with settings: %s', async (_, shadow, settings) => {
    if (shadow) shadowOf.set('k-1', shadow)
    const { status, body } = await call(getKeg({ gate, store, shadows, registry, presence, nowMs: () => 1_790_000_060_000 }), {
      pathParameters: { kegId: 'k-1' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ kegId: 'k-1', total: { totalMl: 300 }, presence: { connected: true, sinceMs: 1_790_000_000_000 } })
    if (settings) expect(body.settings).toMatchObject(settings)
    else expect(body.settings).toBeUndefined()
  })

  it.each<[string, RouteHandler, Request, number, string]>([
    [
      'an unknown keg', getKeg({ gate, store, shadows, registry, presence, nowMs: () => 1_790_000_060_000 }),
      { pathParameters: { kegId: 'k-9' } }, 404, 'k-9',
    ],
    [
      'a keg id that is none', getKeg({ gate, store, shadows, registry, presence, nowMs: () => 1_790_000_060_000 }),
      { pathParameters: { kegId: 'a/b' } }, 400, 'kegId',
    ],
    ['a limit that is none', listKegs({ gate, store }), { queryStringParameters: { limit: 'all' } }, 400, 'limit'],
    ['a limit of 0', listKegs({ gate, store }), { queryStringParameters: { limit: '0' } }, 400, 'limit'],
    ['a site that is none', listKegs({ gate, store }), { queryStringParameters: { siteId: 'a/b' } }, 400, 'siteId'],
    ['a made-up cursor', listKegs({ gate, store }), { queryStringParameters: { cursor: 'x' } }, 400, 'cursor'],
  ])('answers %s with a problem', async (_, handler, request, status, named) => {
    const answer = await call(handler, request)
    expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status } })
    expect(answer.body.detail).toContain(named)
    if (status === 400) expect(answer.body.errors[0].pointer).toMatch(new RegExp(`^#/(params|query)/${named}$`))
  })
})

describe('alerts', () => {
  const alerts = memoryAlerts()
  const list = (queryStringParameters: Request['queryStringParameters'] = {}) => call(listAlerts({ gate, alerts }), { queryStringParameters })
  const named = ({ body }: Awaited<ReturnType<typeof list>>) =>
    body.items.map(({ siteId, alertId }: { siteId: string; alertId: string }) => `${siteId}/${alertId}`)

  it('lists those that are open, of all sites or of one, page by page', async () => {
    for (const [siteId, alertId, receivedAtMs] of [['berlin', 'a-1', 1], ['munich', 'a-2', 3], ['berlin', 'a-3', 2]] as const) {
      await alerts.recordAlert({
        kegId: 'k-1', alertId, siteId, kind: 'gasLow', event: 'raised', word: { takenAtMs: 0, receivedAtMs, message: 'm' },
      })
    }
    expect(named(await list())).toEqual(['berlin/a-3', 'berlin/a-1', 'munich/a-2'])
    expect(named(await list({ siteId: 'munich' }))).toEqual(['munich/a-2'])
    const first = await list({ siteId: 'berlin', limit: '1' })
    expect([named(first), named(await list({ siteId: 'berlin', limit: '1', cursor: first.body.cursor }))])
      .toEqual([['berlin/a-3'], ['berlin/a-1']])
  })

  it.each([
    [{ siteId: 'a/b' }, 'siteId'], [{ limit: '0' }, 'limit'], [{ cursor: 'x' }, 'cursor'],
  ])('refuses %j with a problem', async (query, named) => {
    expect(await list(query)).toMatchObject({
      status: 400, type: 'application/problem+json', body: { detail: expect.stringContaining(named) },
    })
  })
})

describe('settings', () => {
  const put = (body: string, kegId = 'k-1', headers: Request['headers'] = { 'if-match': '*' }) =>
    call(putSettings({ gate, shadows, registry }), { pathParameters: { kegId }, headers, body })

  it.each([{ targetCelsius: 3.5 }, { valve: 'closed' }, { intervalSec: 30 }, { targetCelsius: 4, valve: 'open', intervalSec: 1 }])(
    'wishes %j', async (desired) => {
      expect(await put(JSON.stringify(desired))).toMatchObject({ status: 202, body: { kegId: 'k-1', version: 1, desired } })
      expect(shadowOf.get('k-1')?.desired).toEqual(desired)
    },
  )

  it.each([
    ['out of range', '{"targetCelsius":40}', '#/body/targetCelsius'],
    ['no number', '{"targetCelsius":"cold"}', '#/body/targetCelsius'],
    ['missing', '{}', '#/body'],
    ['beside a valve that is neither', '{"targetCelsius":4,"valve":"ajar"}', '#/body/valve'],
    ['beside an interval that is none', '{"targetCelsius":4,"intervalSec":0.5}', '#/body/intervalSec'],
    ['with a stranger beside it', '{"targetCelsius":4,"siteId":"x"}', '#/body'],
    ['no object', '[[[1]]]', '#/body'],
    ['no JSON', '{', '#/body'],
    ['nothing', '', '#/body'],
  ])('refuses a target that is %s, and points to it', async (_, body, pointer) => {
    expect(await put(body)).toMatchObject({
      status: 400, type: 'application/problem+json',
      body: { type: 'urn:problem-type:keg:invalid-request', title: 'Bad Request', errors: [{ pointer, detail: expect.any(String) }] },
    })
    expect(shadowOf.size).toBe(0)
  })

  it('points to all that is wrong, in whichever part of the request', async () => {
    const { body } = await put('{"targetCelsius":40}', 'a/b')
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/params/kegId', '#/body/targetCelsius'])
  })

  it.each([
    ['128 KB', 128 * 1024, false, 202], ['a byte more', 128 * 1024 + 1, false, 413],
    ['128 KB in base64', 128 * 1024, true, 202], ['a byte more in base64', 128 * 1024 + 1, true, 413],
  ])('reads a body of %s: %i bytes, base64 %s, is answered %i', async (_, bytes, isBase64Encoded, status) => {
    const text = '{"targetCelsius":4}'.padEnd(bytes)
    const body = isBase64Encoded ? Buffer.from(text).toString('base64') : text
    const answer = await call(putSettings({ gate, shadows, registry }), {
      pathParameters: { kegId: 'k-1' }, headers: { 'if-match': '*' }, body, isBase64Encoded,
    })
    expect(answer.status).toBe(status)
    if (status === 413) expect(answer.body).toMatchObject({ type: 'urn:problem-type:keg:body-too-large', status: 413 })
  })

  it.each<[string, KegShadow | undefined, Record<string, string>, number, string]>([
    ['the version that is', { version: 7 }, { 'if-match': '"7"' }, 202, ''],
    ['any version', { version: 7 }, { 'if-match': '*' }, 202, ''],
    ['any version, of a keg without settings', undefined, { 'if-match': '*' }, 202, ''],
    ['a version that was', { version: 7 }, { 'if-match': '"6"' }, 412, 'precondition-failed'],
    ['a version of a keg without settings', undefined, { 'if-match': '"1"' }, 412, 'precondition-failed'],
    ['no version', { version: 7 }, {}, 428, 'precondition-required'],
    ['a version without quotes', { version: 7 }, { 'if-match': '7' }, 400, 'invalid-request'],
    ['a weak tag', { version: 7 }, { 'if-match': 'W/"7"' }, 400, 'invalid-request'],
    ['an empty tag', { version: 7 }, { 'if-match': '' }, 400, 'invalid-request'],
  ])('wishes for %s: %j with %j is answered %i', async (_, shadow, headers, status, problem) => {
    if (shadow) shadowOf.set('k-1', shadow)
    const answer = await put('{"targetCelsius":4}', 'k-1', headers)
    expect(answer.status).toBe(status)
    if (problem !== '') expect(answer.body.type).toBe(`urn:problem-type:keg:${problem}`)
    expect(shadowOf.get('k-1')?.desired?.targetCelsius).toBe(status === 202 ? 4 : undefined)
  })

  it('answers 404 for an unknown keg', async () => {
    expect(await put('{"targetCelsius":4}', 'k-9')).toMatchObject({ status: 404, type: 'application/problem+json' })
  })
})

describe('the quarantine', () => {
  const queued: [string, ReplayMessage][] = []
  const queues: ReplayQueues = { has: (flow) => flow === 'pours' || flow === 'batch', send: async (...sent) => void queued.push(sent) }
  const request = (entryId: string): Request => ({ pathParameters: { entryId } })
  const fresh = async (...entries: Partial<QuarantineEntry>[]) => {
    const own = memoryStore()
    for (const more of entries) await own.quarantine({ ...entry, ...more })
    queued.length = 0
    return { own, replay: replayQuarantined({ gate, store: own, queues, log: memoryChangeLog(), nowMs: () => 1_790_000_500_000 }) }
  }

  it('shows one entry, open and closed', async () => {
    const { own } = await fresh({})
    expect(await call(getQuarantined({ gate, store: own }), request('q-1'))).toMatchObject({ status: 200, body: entry })
    await own.closeQuarantined({ quarantineId: 'q-1', failures: 1, replayedAtMs: 7 })
    expect((await call(getQuarantined({ gate, store: own }), request('q-1'))).body).toEqual({ ...entry, state: 'replayed', replayedAtMs: 7 })
  })

  it.each<[string, Partial<QuarantineEntry>, Partial<ReplayMessage>]>([
    ['a pour', {}, { flow: 'pours' }],
    ['a message with a client id', { clientId: 'k-1' }, { flow: 'pours', clientId: 'k-1' }],
    ['a message of a batch', { flow: 'batch', batchTopic: 'berlin/gw-1' }, { flow: 'batch', batchTopic: 'berlin/gw-1' }],
  ])('puts %s into the queue of its flow, as it came', async (_, more, expected) => {
    const { replay } = await fresh(more)
    const flow = more.flow ?? 'pours'
    expect(await call(replay, request('q-1'))).toMatchObject({
      status: 202, body: { quarantineId: 'q-1', flow, replayedAtMs: 1_790_000_500_000 },
    })
    const message = {
      payload: entry.payloadBase64, topic: entry.topic, receivedAtMs: entry.receivedAtMs,
      replay: { quarantineId: 'q-1', failures: 1, replayedAtMs: 1_790_000_500_000 },
    }
    expect(queued).toEqual([[flow, { ...message, ...expected }]])
  })

  it('does a request once for its key, and answers the same again', async () => {
    const { own, replay } = await fresh({}, { quarantineId: 'q-2' })
    const keyed = (entryId: string, key: string) => call(replay, { ...request(entryId), headers: { 'idempotency-key': key } })
    const first = await keyed('q-1', 'key-1')
    // What was asked for has happened: without its key, the request would be refused.
    await own.closeQuarantined({ quarantineId: 'q-1', failures: 1, replayedAtMs: 7 })
    expect(await keyed('q-1', 'key-1')).toEqual(first)
    expect(queued).toHaveLength(1)
    expect((await keyed('q-1', 'key-2')).status).toBe(409)
    expect(await keyed('q-2', 'key-1')).toMatchObject({ status: 409, body: { detail: expect.stringContaining('key-1') } })
    expect(queued).toHaveLength(1)
    expect(await keyed('q-2', 'no key')).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/headers/idempotency-key' }] } })
  })

  it('does a request again that failed under its key', async () => {
    const { own } = await fresh({})
    let failures = 1
    const send: ReplayQueues['send'] = async (...sent) => (failures-- > 0 ? Promise.reject(new Error('busy')) : queues.send(...sent))
    const flaky = { ...queues, send }
    const replay = replayQuarantined({ gate, store: own, queues: flaky, log: memoryChangeLog(), nowMs: () => 1_790_000_500_000 })
    const keyed = () => call(replay, { ...request('q-1'), headers: { 'idempotency-key': 'key-1' } })
    expect([(await keyed()).status, (await keyed()).status, (await keyed()).status]).toEqual([500, 202, 202])
    expect(queued).toHaveLength(1)
  })

  it.each<[string, string, number, string]>([
    ['an entry that there is not', 'q-9', 404, 'q-9'],
    ['an id that is none', 'q/1', 400, 'entryId'],
    ['an entry that was replayed', 'q-2', 409, '1970-01-01T00:00:00.007Z'],
    ['an entry of a flow that is gone', 'q-3', 409, 'no flow gone'],
  ])('replays not %s, and says why', async (_, id, status, named) => {
    const { own, replay } = await fresh({}, { quarantineId: 'q-2' }, { quarantineId: 'q-3', flow: 'gone' })
    await own.closeQuarantined({ quarantineId: 'q-2', failures: 1, replayedAtMs: 7 })
    expect(await call(replay, request(id))).toMatchObject({
      status, type: 'application/problem+json', body: { detail: expect.stringContaining(named) },
    })
    expect(queued).toEqual([])
  })
})

it('answers 500 with the request id alone when something of ours fails', async () => {
  const broken = { ...store, kegs: () => Promise.reject(new Error('password=hunter2')) }
  const answer = await call(listKegs({ gate, store: broken }))
  expect(answer).toMatchObject({ status: 500, body: { detail: expect.stringContaining('r-1') } })
  expect(JSON.stringify(answer.body)).not.toContain('hunter2')
})
