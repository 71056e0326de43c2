import { memoryStore } from '@keg/store/memory'
import { memoryReadings } from '@keg/store/readings/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeAll, describe, expect, it } from 'vitest'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listReadings } from './list-readings.ts'

const NOW_MS = 1_790_000_000_000
const HOUR_MS = 3_600_000
const readings = memoryReadings({ minutes: memoryStore() })
const list = async (queryStringParameters: Record<string, string>) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(tokens.brewer), pathParameters: { kegId: 'k-1' }, queryStringParameters }
  const { statusCode, body = '' } = await listReadings({ gate, readings, nowMs: () => NOW_MS })(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

// Warmer by a degree an hour, over the last two days.
beforeAll(() => readings.recordReadings(Array.from({ length: 48 }, (_, hour) => ({
  kegId: 'k-1', siteId: 'berlin', bootId: 'b', seq: hour, takenAtMs: NOW_MS - (48 - hour) * HOUR_MS, receivedAtMs: NOW_MS, celsius: hour,
  kilopascal: 200, pouring: false, cooling: true,
})), NOW_MS))

it.each<[string, Record<string, string>, number, number, number[]]>([
  ['the last day, where nothing is asked for', {}, NOW_MS - 24 * HOUR_MS, NOW_MS, Array.from({ length: 24 }, (_, hour) => 24 + hour)],
  [
    'the day before a time', { toMs: String(NOW_MS - 24 * HOUR_MS), points: '24' }, NOW_MS - 48 * HOUR_MS, NOW_MS - 24 * HOUR_MS,
    Array.from({ length: 24 }, (_, hour) => hour),
  ],
  ['what came since a time', { fromMs: String(NOW_MS - 2 * HOUR_MS) }, NOW_MS - 2 * HOUR_MS, NOW_MS, [46, 47]],
  ['all in few points', { fromMs: String(NOW_MS - 48 * HOUR_MS), points: '2' }, NOW_MS - 48 * HOUR_MS, NOW_MS, [11.5, 35.5]],
  ['nothing, before there was anything', { fromMs: '0', toMs: '1' }, 0, 1, []],
])('lists %s', async (_, query, fromMs, toMs, means) => {
  const { status, body } = await list(query)
  expect({ status, fromMs: body.fromMs, toMs: body.toMs }).toEqual({ status: 200, fromMs, toMs })
  expect(body.slots.map(({ celsius }: { celsius: { mean: number } }) => celsius.mean)).toEqual(means)
})

describe('refuses', () => {
  it.each<[Record<string, string>, string]>([
    [{ points: '0' }, '#/query/points'], [{ points: '1001' }, '#/query/points'], [{ fromMs: 'yesterday' }, '#/query/fromMs'],
    [{ toMs: '-1' }, '#/query/toMs'], [{ fromMs: '7', toMs: '7' }, '#/query'], [{ fromMs: String(NOW_MS + 1) }, '#/query'],
  ])('%j, and points to %s', async (query, pointer) => {
    expect(await list(query)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })
})
