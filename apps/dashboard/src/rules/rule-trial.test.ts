import { describe, expect, it } from 'vitest'
import { tryRule } from './rule-trial.ts'

const topic = 'keg/berlin/keg-01/telemetry'
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const warm = "SELECT topic(3) AS kegId, celsius FROM 'keg/+/+/telemetry' WHERE celsius > 8"

describe('a rule on a message', () => {
  it.each<[string, string, unknown, object | undefined]>([
    ['matches', topic, { celsius: 9 }, { kind: 'matched', text: '{"kegId":"keg-01","celsius":9}' }],
    ['does not', topic, { celsius: 7 }, { kind: 'notMatched', text: 'celsius > 8 is false: 7 > 8' }],
    ['misses a field', topic, {}, { kind: 'notMatched', text: expect.stringContaining('Undefined') }],
    ['is not for the topic', 'keg/berlin/keg-01/pours', { celsius: 9 }, undefined],
  ])('%s', (_, where, value, outcome) => {
    const made = tryRule(warm).take(where, bytes(value), 1_000)
    if (outcome === undefined) expect(made).toBeUndefined()
    else expect(made).toMatchObject({ topic: where, atMs: 1_000, ...outcome })
  })

  it('takes what is no JSON', () => expect(tryRule(warm).take(topic, Uint8Array.of(0xff), 0)?.kind).toBe('notMatched'))
})

it.each<[string, string, string]>([
  ['is no statement', "SELEC * FROM 'a'", 'SQL_SYNTAX'],
  ['has an unknown function', "SELECT beer(1) AS x FROM 'a'", 'UNKNOWN_FUNCTION'],
])('says where a statement %s, and runs nothing', (_, sql, code) => {
  const trial = tryRule(sql)
  expect(trial.diagnostics[0]).toMatchObject({ severity: 'error', code, at: { line: 1 } })
  expect([trial.runs, trial.take('a', bytes({}), 0)]).toEqual([false, undefined])
})

it('does not run a rule that asks other services', () => {
  const trial = tryRule("SELECT get_thing_shadow('k', 'arn:aws:iam::123456789012:role/r') AS s FROM 'a'")
  expect([trial.runs, trial.asks]).toEqual([false, ['get_thing_shadow']])
})

it('is evaluated no more once it has held up the page', () => {
  let clock = 0
  const trial = tryRule(warm, () => (clock += 101))
  expect([trial.isStopped(), trial.take(topic, bytes({ celsius: 9 }), 0)?.kind]).toEqual([false, 'matched'])
  expect([trial.isStopped(), trial.take(topic, bytes({ celsius: 9 }), 0)]).toEqual([true, undefined])
})
