import { memoryChangeLog } from '@keg/store/change-log/memory'
import { memorySwaps } from '@keg/store/swaps/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, expect, it } from 'vitest'
import type { RouteHandler } from '../http/route.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { deliverSwap, failSwap } from './end-swap.ts'
import { getSwap } from './get-swap.ts'

const swap = { kegId: 'k-1', siteId: 'berlin', swapId: 's-1', alertId: 'a-1', orderedAtMs: 1_790_000_000_000 }
let swaps = memorySwaps()
let told: string[] = []
let waits = true
const tell = async (...words: string[]): Promise<boolean> => (waits && told.push(words.join(' ')), waits)
let log = memoryChangeLog()
const ports = () => ({
  gate,
  swaps,
  log,
  nowMs: () => 1_790_000_000_000,
  tasks: { succeed: (token: string) => tell('success', token), fail: (token: string, reason: string) => tell('failure', token, reason) },
})
// Of the event, a route reads these, and the request's id.
const call = async (handler: RouteHandler, kegId: string, body?: object, headers: Record<string, string> = {}) => {
  const { statusCode, body: answer = '' } = await handler({
    requestContext: { requestId: 'r-1' }, pathParameters: { kegId }, headers: { ...bearer(tokens.brewer), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2)
  expect(answer).not.toContain('secret')
  return { status: statusCode, body: JSON.parse(answer) }
}

beforeEach(async () => {
  swaps = memorySwaps()
  log = memoryChangeLog()
  told = []
  waits = true
  await swaps.order({ ...swap, token: 'secret' })
})

it('shows a swap, without the token', async () => {
  expect(await call(getSwap(ports()), 'k-1')).toEqual({ status: 200, body: { ...swap, state: 'ordered' } })
})

it('tells who waits that the keg is there, or why it is not', async () => {
  expect(await call(deliverSwap(ports()), 'k-1')).toEqual({ status: 202, body: { kegId: 'k-1', swapId: 's-1', state: 'delivered' } })
  expect(await call(failSwap(ports()), 'k-1', { reason: ' sold out ' })).toEqual({
    status: 202, body: { kegId: 'k-1', swapId: 's-1', state: 'failed' },
  })
  expect(told).toEqual(['success secret', 'failure secret sold out'])
})

it('finds no swap of a keg for which none was ordered', async () => {
  for (const handler of [getSwap(ports()), deliverSwap(ports())])
    expect(await call(handler, 'k-2')).toMatchObject({ status: 404, body: { detail: 'No keg was ordered for k-2.' } })
  expect(await call(failSwap(ports()), 'k-2', { reason: 'a' })).toMatchObject({ status: 404 })
})

it('tells nobody of a swap that has ended, or that nobody waits for', async () => {
  waits = false
  expect(await call(deliverSwap(ports()), 'k-1')).toMatchObject({ status: 409, body: { detail: 'The swap s-1 of k-1 has ended.' } })
  await swaps.end('k-1', 's-1', { state: 'timedOut', endedAtMs: 1 })
  expect(await call(failSwap(ports()), 'k-1', { reason: 'a' })).toMatchObject({
    status: 409, body: { detail: 'The swap s-1 of k-1 has ended (timedOut).' },
  })
  expect(told).toEqual([])
})

it.each<[string, object]>([
  ['no reason', {}], ['an empty reason', { reason: ' ' }], ['a long one', { reason: 'x'.repeat(501) }],
  ['more than a reason', { reason: 'a', token: 'secret' }],
])('takes no failure with %s', async (_, body) => {
  expect(await call(failSwap(ports()), 'k-1', body)).toMatchObject({ status: 400 })
})

it('takes one failure for a key, and refuses another under the same', async () => {
  const fail = (reason: string) => call(failSwap(ports()), 'k-1', { reason }, { 'idempotency-key': 'key-1' })
  const first = await fail('sold out')
  expect(await fail('sold out')).toEqual(first)
  expect(await fail('lost')).toMatchObject({ status: 409, body: { type: 'urn:problem-type:keg:conflict' } })
  expect(told).toEqual(['failure secret sold out'])
})
