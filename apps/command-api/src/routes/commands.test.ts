import type { Command } from '@keg/message-schemas/keg'
import { ANSWER_GRACE_MS, type NewCommand } from '@keg/store'
import { memoryChangeLog } from '@keg/store/change-log/memory'
import { memoryCommands } from '@keg/store/commands/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RouteHandler } from '../http/route.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { cancelCommand } from './cancel-command.ts'
import { getCommand } from './get-command.ts'
import { listCommands } from './list-commands.ts'
import { postCommand } from './post-command.ts'

const BEGIN_MS = 1_790_000_000_000
const pour = { kind: 'pour', volumeMl: 300 }

let nowAtMs: number
let told: [string, Command['order']['kind']][]
/** How many more messages are lost with the process that sends them. */
let lost: number
let api: ReturnType<typeof fresh>
beforeEach(() => {
  nowAtMs = BEGIN_MS
  told = []
  lost = 0
  api = fresh()
})

function fresh() {
  const nowMs = () => nowAtMs
  const commands = memoryCommands({ nowMs })
  const topic = {
    send: async ({ siteId, kegId, commandId }: NewCommand, { kind }: Command['order']) => {
      if (lost > 0 && lost--) throw new Error('killed')
      told.push([`${siteId}/${kegId}/${commandId}`, kind])
    },
  }
  const registry = { siteOf: async (kegId: string) => (kegId === 'k-1' ? 'berlin' : undefined) }
  let ids = 0
  return {
    commands,
    post: postCommand({ gate, commands, registry, topic, newId: () => `c-${++ids}`, log: memoryChangeLog(), nowMs }),
    list: listCommands({ gate, commands, nowMs }),
    get: getCommand({ gate, commands, nowMs }),
    cancel: cancelCommand({ gate, commands, topic, nowMs }),
  }
}

// Of the event, a route reads these, and the request's id.
const call = async (
  handler: RouteHandler, pathParameters: Record<string, string>, body?: object, headers: Record<string, string> = {}, query = {},
) => {
  const { statusCode, body: answer = '' } = await handler({
    requestContext: { requestId: 'r-1' }, pathParameters, headers: { ...bearer(tokens.brewer), ...headers }, queryStringParameters: query,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(answer) }
}
const post = (body: object, { kegId = 'k-1', key }: { kegId?: string; key?: string } = {}) =>
  call(api.post, { kegId }, body, key === undefined ? {} : { 'idempotency-key': key })
const command = { kegId: 'k-1', commandId: 'c-1' }
const get = () => call(api.get, command)
const cancel = () => call(api.cancel, command)
const reply = (status: 'IN_PROGRESS' | 'SUCCEEDED' | 'TIMED_OUT') =>
  api.commands.recordReply({ ...command, status, receivedAtMs: nowAtMs })

const created = {
  ...command, siteId: 'berlin', order: pour, status: 'CREATED', createdAtMs: BEGIN_MS, expiresAtMs: BEGIN_MS + 60_000,
  updatedAtMs: BEGIN_MS,
}

describe('a command', () => {
  it('is kept, and told to its keg where it stands', async () => {
    expect(await post({ order: pour })).toEqual({ status: 202, body: created })
    expect(told).toEqual([['berlin/k-1/c-1', 'pour']])
    expect(await get()).toEqual({ status: 200, body: created })
  })

  it.each<[string, object, string, number, string]>([
    ['a keg that there is not', { order: pour }, 'k-9', 404, 'not-found'],
    ['no order', {}, 'k-1', 400, 'invalid-request'],
    ['an order that no keg knows', { order: { kind: 'dance' } }, 'k-1', 400, 'invalid-request'],
    ['a cancel', { order: { kind: 'cancel' } }, 'k-1', 400, 'invalid-request'],
    ['more than a keg holds', { order: { kind: 'pour', volumeMl: 60_001 } }, 'k-1', 400, 'invalid-request'],
    ['no time', { order: pour, expiresInSec: 0 }, 'k-1', 400, 'invalid-request'],
    ['more than twelve hours', { order: pour, expiresInSec: 43_201 }, 'k-1', 400, 'invalid-request'],
    ['more than that', { order: pour, at: 1 }, 'k-1', 400, 'invalid-request'],
  ])('for %s is refused, and neither kept nor told', async (_, body, kegId, status, problem) => {
    expect(await post(body, { kegId })).toMatchObject({ status, body: { type: `urn:problem-type:keg:${problem}` } })
    expect([told, (await api.commands.commands(kegId)).items]).toEqual([[], []])
  })

  it.each([1, 43_200])('may wait for %i s', async (expiresInSec) => {
    expect((await post({ order: pour, expiresInSec })).body.expiresAtMs).toBe(BEGIN_MS + expiresInSec * 1_000)
  })

  it('that was killed before its keg was told is told by the same request under its key, under the same id', async () => {
    lost = 1
    expect((await post({ order: pour }, { key: 'key-1' })).status).toBe(500)
    expect([told, (await get()).body]).toEqual([[], created])
    nowAtMs += 1_000
    expect(await post({ order: pour }, { key: 'key-1' })).toEqual({ status: 202, body: created })
    expect(await post({ order: pour }, { key: 'key-1' })).toEqual({ status: 202, body: created })
    expect(told).toEqual([['berlin/k-1/c-1', 'pour']])
    expect((await api.commands.commands('k-1')).items).toHaveLength(1)
    expect((await post({ order: { kind: 'reboot' } }, { key: 'key-1' })).status).toBe(409)
  })

  it.each<[string, () => unknown, object]>([
    ['that was cancelled meanwhile', cancel, { status: 'FAILED', statusReason: { reasonCode: 'CANCELLED' } }],
    ['whose time is over', () => (nowAtMs += 60_000 + ANSWER_GRACE_MS), { status: 'TIMED_OUT' }],
    ['that its keg did meanwhile', () => reply('SUCCEEDED'), { status: 'SUCCEEDED' }],
  ])('%s is not told by the request that comes again', async (_, meanwhile, stands) => {
    lost = 1
    await post({ order: pour }, { key: 'key-1' })
    await meanwhile()
    expect(await post({ order: pour }, { key: 'key-1' })).toMatchObject({ status: 202, body: stands })
    expect(told.map(([, kind]) => kind)).not.toContain('pour')
  })

  it('that nobody has answered in time reads as timed out, wherever it is read, until its keg answers', async () => {
    await post({ order: pour })
    nowAtMs = BEGIN_MS + 60_000 + ANSWER_GRACE_MS
    const timedOut = {
      ...created, status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' }, updatedAtMs: nowAtMs,
    }
    expect([(await get()).body, (await call(api.list, { kegId: 'k-1' })).body]).toEqual([timedOut, { items: [timedOut] }])
    await reply('SUCCEEDED')
    expect((await get()).body).toEqual({ ...created, status: 'SUCCEEDED', updatedAtMs: nowAtMs })
  })

  it('that there is not is not found, of another keg neither', async () => {
    await post({ order: pour })
    for (const handler of [api.get, api.cancel]) {
      expect((await call(handler, { kegId: 'k-1', commandId: 'c-9' })).status).toBe(404)
      expect((await call(handler, { kegId: 'k-2', commandId: 'c-1' })).status).toBe(404)
    }
    expect(told).toHaveLength(1)
  })
})

it('lists the commands of a keg, newest first, page by page', async () => {
  for (let n = 0; n < 3; n++) await post({ order: pour })
  const page = (query: object) => call(api.list, { kegId: 'k-1' }, undefined, {}, query)
  const { body: { items, cursor } } = await page({ limit: '2' })
  expect(items.map(({ commandId }: NewCommand) => commandId)).toEqual(['c-3', 'c-2'])
  expect((await page({ limit: '2', cursor })).body).toMatchObject({ items: [{ commandId: 'c-1' }] })
  expect(await page({ cursor: 'x' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/query/cursor' }] } })
  expect((await call(api.list, { kegId: 'k-2' })).body).toEqual({ items: [] })
})

describe('a cancel', () => {
  const cancelled = { ...created, status: 'FAILED', statusReason: { reasonCode: 'CANCELLED' } }

  it('of what is CREATED is kept, and told on the same topic', async () => {
    await post({ order: pour })
    nowAtMs += 5
    expect(await cancel()).toEqual({ status: 202, body: { ...cancelled, updatedAtMs: nowAtMs } })
    expect(told).toEqual([['berlin/k-1/c-1', 'pour'], ['berlin/k-1/c-1', 'cancel']])
  })

  it('that was killed before its keg was told is told again', async () => {
    await post({ order: pour })
    lost = 1
    expect((await cancel()).status).toBe(500)
    expect(await cancel()).toEqual({ status: 202, body: cancelled })
    expect(told.map(([, kind]) => kind)).toEqual(['pour', 'cancel'])
  })

  it('is told no more once its command would have expired', async () => {
    await post({ order: pour })
    await cancel()
    nowAtMs = created.expiresAtMs
    expect(await cancel()).toEqual({ status: 202, body: cancelled })
    expect(told).toHaveLength(2)
  })

  it.each<[string, () => unknown, string]>([
    ['what its keg has begun', () => reply('IN_PROGRESS'), 'IN_PROGRESS'],
    ['what its keg has done', () => reply('SUCCEEDED'), 'SUCCEEDED'],
    ['what came too late', () => reply('TIMED_OUT'), 'TIMED_OUT'],
    ['what has expired', () => (nowAtMs += 60_000 + ANSWER_GRACE_MS), 'TIMED_OUT ($NO_RESPONSE_FROM_DEVICE)'],
  ])('of %s is refused, and told to nobody', async (_, meanwhile, stands) => {
    await post({ order: pour })
    await meanwhile()
    expect(await cancel()).toMatchObject({
      status: 409,
      body: { type: 'urn:problem-type:keg:conflict', detail: `The command c-1 of k-1 is ${stands}; what is CREATED alone can be taken back.` },
    })
    expect(told).toHaveLength(1)
  })

  it('gives way to what the keg did all the same', async () => {
    await post({ order: pour })
    await cancel()
    await reply('IN_PROGRESS')
    expect((await get()).body).toEqual({ ...created, status: 'IN_PROGRESS' })
    expect((await cancel()).status).toBe(409)
  })
})
