import { pour, telemetry } from '@keg/message-schemas/keg'
import { describe, expect, it } from 'vitest'
import { createResidency } from './residency.ts'
import { memoryWithheld } from './testing/memory-withheld.ts'
import type { Reason } from './withheld.ts'
import { residencyConfig, residencyProblem } from './residency-config.ts'

const POURS = 'keg/berlin/keg-01/pours'
const READINGS = 'keg/berlin/keg-01/telemetry'
const good = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 }
const reading = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, celsius: 5, kilopascal: 110, pouring: false, cooling: false }
const bytes = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
const text = (payload: Uint8Array | undefined) => (payload === undefined ? undefined : new TextDecoder().decode(payload))

function arrive(topic: string, body: unknown, topics: readonly string[] = []) {
  const withheld = memoryWithheld()
  const leaves = text(createResidency({ topics, withheld, nowMs: () => 7 }).arriving('keg-01', topic, bytes(body)))
  return {
    leaves: leaves === undefined ? undefined : (JSON.parse(leaves) as unknown),
    kept: withheld.kept.map(({ reason, payload }) => ({ reason, text: text(payload) })),
  }
}

it.each<[string, string, unknown, unknown, Reason | undefined]>([
  ['a message that is all its own', POURS, good, good, undefined],
  ['a marked field', POURS, { ...good, cardId: 'card-7' }, good, 'markedField'],
  ['an unknown field', POURS, { ...good, barman: 'Ada' }, good, 'unknownField'],
  ['an unknown field of a reading', READINGS, { ...reading, near: 'Ada' }, reading, 'unknownField'],
  ['a reading that can\'t be read', READINGS, { ...reading, celsius: 'cold' }, undefined, 'unreadable'],
  ['a reading that is no JSON', READINGS, '{"v":1,', undefined, 'unreadable'],
  ['a topic that nobody knows', 'keg/berlin/keg-01/notes', {}, undefined, 'unreadable'],
])('%s', (_, topic, body, leaves, reason) => {
  expect(arrive(topic, body)).toEqual({
    leaves, kept: reason === undefined ? [] : [{ reason, text: typeof body === 'string' ? body : JSON.stringify(body) }],
  })
})

it.each([
  ['a number in hex', {
    ...good, takenAtMs: 1_790_123_456_789, bootId: '3f2b8c1e-9d4a-4f6b-8a7c-5e1d2c3b4a59', pourId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    cardId: '04a2b3c4d5e6f7',
  }],
  ['a decimal number', { ...good, takenAtMs: 1_790_123_456_789, seq: 123_456, totaliserMl: 7_654_321, cardId: '0061945827' }],
  ['a short number, as much as was poured', { ...good, volumeMl: 5_000, totaliserMl: 5_000, cardId: '5000' }],
  ['a word and a number', { ...good, bootId: 'keg-pi-01', cardId: 'card-0042' }],
])('a pour whose card is %s leaves as it is, without it', (_, { cardId, ...rest }) => {
  expect(arrive(POURS, { ...rest, cardId })).toMatchObject({ leaves: rest, kept: [{ reason: 'markedField' }] })
})

it.each<[string, string, string, unknown]>([
  ['anywhere', POURS, `{"more":[{"a":1,"b":{"a":2}},{"a":1,"\\u0061":"x"}],${JSON.stringify(good).slice(1)}`, {
    withheld: true, stubId: expect.any(String), volumeMl: 300,
  }],
  ['of a pour, with more than a pour may hold', POURS, JSON.stringify({ ...good, volumeMl: 123_456_789 }).replace('{', '{"v":1,'), {
    withheld: true, stubId: expect.any(String),
  }],
  ['of a reading', READINGS, JSON.stringify(reading).replace('{', '{"celsius":4,'), undefined],
])('keeps what has a key twice: %s', (_, topic, body, leaves) => {
  expect(arrive(topic, body)).toEqual({ leaves, kept: [{ reason: 'unreadable', text: body }] })
})

it('lets keys and texts that look like keys stand in several objects', () => {
  const body = { ...good, more: [{ a: 'a' }, { a: ['a', '"a":', '\\'] }, 'more', { v: { v: 1 } }] }
  expect(arrive(POURS, body)).toMatchObject({ leaves: good, kept: [{ reason: 'unknownField' }] })
})

describe('of a pour that can\'t leave as it is goes a stub', () => {
  it.each<[string, unknown, object]>([
    ['with what can be read', { ...good, cardId: 'card-7', totaliserMl: -1 }, {
      v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 300,
    }],
    ['without an id that is the card', { ...good, cardId: 'card-7', pourId: 'x-card-7' }, {
      v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, volumeMl: 300, totaliserMl: 300,
    }],
    ['with a volume that no pour may have', { ...good, volumeMl: 70_000 }, { ...good, volumeMl: 70_000 }],
    ['without its version where that is another', { ...good, v: 2 }, {
      bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 300, totaliserMl: 300,
    }],
    ['that says nothing of what is no JSON', 'card-7', {}],
  ])('%s', (_, body, salvaged) => {
    const { leaves, kept } = arrive(POURS, body)
    expect(leaves).toEqual({ withheld: true, stubId: expect.stringMatching(/^[0-9a-f]{32}$/), ...salvaged })
    expect(kept).toHaveLength(1)
    expect(pour.decode(bytes(leaves)).ok).toBe(false)
  })

  it('the same for the same bytes, another for others', () => {
    expect(arrive(POURS, 'a').leaves).toEqual(arrive(POURS, 'a').leaves)
    expect(arrive(POURS, 'a').leaves).not.toEqual(arrive(POURS, 'b').leaves)
  })
})

it('takes a pour with something nested without end for a pour', () => {
  const deep = `{"nested":${'['.repeat(60_000)}${']'.repeat(60_000)},${JSON.stringify({ ...good, cardId: 'card-7' }).slice(1)}`
  expect(arrive(POURS, deep).leaves).toEqual(good)
  const broken = `{"nested":${'['.repeat(60_000)}${']'.repeat(60_000)},${JSON.stringify({ ...good, totaliserMl: -1 }).slice(1)}`
  expect(arrive(POURS, broken).leaves).toMatchObject({ withheld: true, volumeMl: 300 })
})

it('holds back a topic whole', () => {
  expect(arrive(READINGS, reading, ['keg/+/+/telemetry'])).toEqual({
    leaves: undefined, kept: [{ reason: 'topic', text: JSON.stringify(reading) }],
  })
})

it('tells the keg nothing where what stays can\'t be kept', () => {
  const withheld = { ...memoryWithheld(), keep: () => { throw new Error('disk full') } }
  const residency = createResidency({ topics: [], withheld, nowMs: () => 0 })
  expect(() => residency.arriving('keg-01', POURS, bytes({ ...good, cardId: 'card-7' }))).toThrow('disk full')
  expect(telemetry.decode(residency.arriving('keg-01', READINGS, bytes(reading)) ?? bytes('')).ok).toBe(true)
})

it.each([
  [['keg/+/+/telemetry', 'private/#'], undefined],
  [['keg/#'], /keg\/# matches pours/],
  [['keg/berlin/keg-02/+'], /keg-02/],
  [['keg/munich/#'], undefined],
])('the filters %j of a site', (topics, problem) => {
  const found = residencyProblem(topics, 'berlin', ['keg-01', 'keg-02'])
  if (problem === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(problem)
})

it('takes filters alone', () => {
  expect(residencyConfig.parse({})).toEqual({ topics: [], maxBytes: 16_777_216 })
  expect(residencyConfig.safeParse({ topics: ['a/#/b'] }).success).toBe(false)
})
