import { expect, it } from 'vitest'
import type { DecodeFailure } from '../define-message.ts'
import { command, isPending, kegMessages, liveMessages, kegOrder, pour, type KegState, type Pour } from './index.ts'

const good: Pour = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId: 'p-1', volumeMl: 500, totaliserMl: 1_500 }
const bytes = (text: string) => new TextEncoder().encode(text)

it('gives back what it encoded', () => {
  expect(pour.decode(pour.encode(good))).toEqual({ ok: true, value: good })
})

it.each<[string, Uint8Array, DecodeFailure, RegExp]>([
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe), 'NOT_UTF8', /UTF-8/],
  ['text that is no JSON', bytes('{"v":1,'), 'NOT_JSON', /not JSON/],
  ['nothing', bytes(''), 'NOT_JSON', /not JSON/],
  ['another version', bytes(JSON.stringify({ ...good, v: 2 })), 'WRONG_VERSION', /version 2, expected 1/],
  ['a missing field', bytes(JSON.stringify({ ...good, volumeMl: undefined })), 'INVALID', /volumeMl/],
  ['half a millilitre', bytes(JSON.stringify({ ...good, volumeMl: 0.5 })), 'INVALID', /volumeMl/],
  ['beer that flows back', bytes(JSON.stringify({ ...good, volumeMl: -1 })), 'INVALID', /volumeMl/],
  ['a time that no date has', bytes(JSON.stringify({ ...good, takenAtMs: 9e15 })), 'INVALID', /takenAtMs/],
  ['a time after the last', bytes(JSON.stringify({ ...good, takenAtMs: Date.UTC(2100, 0) + 1 })), 'INVALID', /takenAtMs/],
  ['null', bytes('null'), 'INVALID', /payload/],
])('refuses %s and says why', (_, payload, failure, reason) => {
  expect(pour.decode(payload)).toMatchObject({ ok: false, failure, reason: expect.stringMatching(reason) })
})

it.each([0, Date.UTC(2100, 0)])('takes the clock of a keg that says %i', (takenAtMs) => {
  expect(pour.decode(pour.encode({ ...good, takenAtMs }))).toMatchObject({ ok: true, value: { takenAtMs } })
})

it.each([
  ['keg/berlin/k-1/pours', 'pour'],
  ['keg/berlin/k-1/telemetry', 'telemetry'],
  ['keg/berlin/k-1/state', 'state'],
  ['keg/berlin/k-1/commands/c-1', 'command'],
  ['keg/berlin/k-1/replies/c-1', 'reply'],
  ['keg/berlin/gateways/g-1/acks', 'batchAcks'],
  ['$aws/rules/keg_dev_batch/berlin/g-1', 'batch'],
  ['keg/berlin/k-1/summary', 'summary'],
  ['keg/berlin/summary', 'siteSummary'],
  ['keg/berlin/pours', undefined],
])('%s carries %s', (topic, name) => {
  expect(kegMessages.byTopic(topic)?.name).toBe(name)
})

it('carries a cancel as a command, which is no order of people', () => {
  const cancel = { v: 1 as const, issuedAtMs: 1, expiresAtMs: 2, order: { kind: 'cancel' as const } }
  expect(command.decode(command.encode(cancel))).toEqual({ ok: true, value: cancel })
  expect(kegOrder.safeParse(cancel.order).success).toBe(false)
})

it.each<[Pick<KegState, 'desired' | 'reported'>, boolean]>([
  [{ desired: { targetCelsius: 4 } }, true],
  [{ desired: { targetCelsius: 4 }, reported: { targetCelsius: 5 } }, true],
  [{ desired: { targetCelsius: 4 }, reported: { targetCelsius: 4 } }, false],
  [{ reported: { targetCelsius: 5 } }, false],
  [{ desired: { valve: 'closed' }, reported: { valve: 'open' } }, true],
  [{ desired: { siteId: 'berlin' } }, false],
  [{}, false],
])('%j pending: %s', (keg, pending) => {
  expect(isPending(keg)).toBe(pending)
})

it('has no more for a page to watch than one SUBSCRIBE of AWS takes', () => {
  expect(liveMessages.length).toBeLessThanOrEqual(8)
  expect(liveMessages.map(({ topic }) => topic.filter())).toEqual(expect.arrayContaining(['keg/+/+/replies/+', 'keg/+/gateways/+/status']))
})
