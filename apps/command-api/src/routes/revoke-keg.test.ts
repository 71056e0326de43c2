import { memoryChangeLog } from '@keg/store/change-log/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { KegRevocations } from '../ports.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { revokeKeg } from './revoke-keg.ts'

const NOW_MS = 7
/** A keg k-1 that is listed, connected, and gets a second certificate while its first is revoked. */
function lostKeg(more: Partial<KegRevocations> = {}) {
  const steps: string[] = []
  const certificates = ['c-1']
  let isConnected = true
  const revocations: KegRevocations = {
    isKeg: async (thingName) => thingName === 'k-1',
    block: async (kegId, { atMs, reason = 'no reason' }) => (steps.push(`block ${kegId} at ${atMs}: ${reason}`), kegId === 'k-1'),
    certificatesOf: async (kegId) => (kegId === 'k-1' ? [...certificates] : undefined),
    revoke: async (id) => {
      steps.push(`revoke ${id}`)
      if (id === 'c-1') certificates.push('c-2')
      // As AWS IoT ends it with its certificate.
      isConnected = false
    },
    disconnect: async (kegId) => {
      steps.push(`disconnect ${kegId}`)
      const had = isConnected
      isConnected = false
      return had
    },
    ...more,
  }
  return { revocations, steps }
}
const log = memoryChangeLog()
const revoke = async (revocations: KegRevocations, { kegId = 'k-1', body = {}, headers = {}, token = tokens.brewer } = {}) => {
  // Of the event, a route reads these, and the request's id.
  const { statusCode, body: answer = '' } = await revokeKeg({ gate, revocations, log, nowMs: () => NOW_MS })({
    requestContext: { requestId: 'r-1' }, headers: { ...bearer(token), ...headers }, pathParameters: { kegId }, body: JSON.stringify(body),
  } as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(answer) }
}

it('blocks a keg, ends its connection, revokes every certificate, one that has come meanwhile, too, and ends one that came back', async () => {
  const { revocations, steps } = lostKeg()
  expect(await revoke(revocations, { body: { reason: 'lost' } })).toEqual({
    status: 202, body: { kegId: 'k-1', revokedAtMs: NOW_MS, blocked: true, certificates: ['c-1', 'c-2'], disconnected: true },
  })
  expect(steps).toEqual([`block k-1 at ${NOW_MS}: lost`, 'disconnect k-1', 'revoke c-1', 'revoke c-2', 'disconnect k-1'])
})

it.each<[string, Partial<KegRevocations>, object]>([
  ['was let in by hand', { block: async () => false }, { blocked: false, certificates: ['c-1', 'c-2'] }],
  ['has not come yet', { certificatesOf: async () => undefined }, { blocked: true, certificates: [] }],
  ['is not connected', { disconnect: async () => false }, { disconnected: false }],
])('tells what there was of a keg that %s', async (_, more, answer) => {
  expect((await revoke(lostKeg(more).revocations)).body).toMatchObject(answer)
})

it('does it once for a key, and again where it failed', async () => {
  let isBroken = true
  const { revocations, steps } = lostKeg({
    disconnect: async () => {
      if (isBroken) throw new Error('AWS is away')
      return true
    },
  })
  const headers = { 'idempotency-key': 'lost-1' }
  expect((await revoke(revocations, { headers })).status).toBe(500)
  isBroken = false
  expect((await revoke(revocations, { headers })).status).toBe(202)
  const done = steps.length
  expect((await revoke(revocations, { headers })).status).toBe(202)
  expect(steps).toHaveLength(done)
  expect((await revoke(revocations, { headers, body: { reason: 'other' } })).status).toBe(409)
})

describe('refuses', () => {
  it('a thing that is no keg and not on the list, though it has certificates', async () => {
    const { revocations, steps } = lostKeg({ certificatesOf: async () => ['c-9'] })
    expect((await revoke(revocations, { kegId: 'gw-1' })).status).toBe(404)
    expect(steps).toHaveLength(1)
  })

  it.each([['#/body/reason', { reason: '' }], ['#/body/reason', { reason: 'x'.repeat(501) }], ['#/body', { other: 1 }]])('%s', async (pointer, body) => {
    expect(await revoke(lostKeg().revocations, { body })).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })

  it.each([tokens.berlin, tokens.viewer])('who is no brewer', async (token) => {
    const { revocations, steps } = lostKeg()
    expect([(await revoke(revocations, { token })).status, steps]).toEqual([403, []])
  })
})
