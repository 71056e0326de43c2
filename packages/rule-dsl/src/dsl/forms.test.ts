import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { functionCatalog } from '../functions/catalog.ts'
import { compileRule, from, parseRule, printRule, RuleError, type RuleFunctions, type RuleOutput } from '../index.ts'

const telemetry = {
  topic: 'keg/+/+/telemetry',
  schema: z.object({
    celsius: z.number(),
    code: z.string(),
    valve: z.enum(['open', 'closed']).optional(),
    taps: z.array(z.object({ ml: z.number(), name: z.string().optional() })),
    place: z.object({ taps: z.array(z.number()) }).optional(),
  }),
}
const T = "FROM 'keg/+/+/telemetry'"

const withVariables = from(telemetry)
  .set((m) => ({ f: m.celsius.times(9).dividedBy(5).plus(32) }))
  .set((_m, fn, v) => ({ hot: v.f.greaterThan(80), shadow: fn.get_thing_shadow(fn.topic(3), 'arn:role') }))
  .select((_m, _fn, v) => ({ f: v.f, hot: v.hot }))
  .where((_m, _fn, v) => v.hot)
const withCase = from(telemetry).select((m, fn) => ({
  state: fn.caseOf(m.valve).when('open', 'pouring').when('closed', 'idle').otherwise('unknown'),
  ml: fn.caseOf(m.code).when('a', 1).end(),
}))
const withNested = from(telemetry).select((m, fn) => ({
  taps: fn.each(m.taps, (tap, f) => ({ ml: tap.ml, name: f.upper(tap.name) }), (tap) => tap.ml.greaterThan(0)),
  all: fn.eachValue(m.taps, (tap) => tap.ml),
}))
const withLiterals = from(telemetry).select((m, fn) => ({
  point: { at: { celsius: m.celsius }, tags: ['keg', fn.topic(2)] },
  below: m.celsius.negated(),
  number: fn.cast(m.code, 'Int'),
}))
const oneValue = from(telemetry).selectValue((m) => ({ c: m.celsius }))

describe('the builder', () => {
  it.each([
    [withVariables, `SET @f = celsius * 9 / 5 + 32, @hot = @f > 80, @shadow = get_thing_shadow(topic(3), 'arn:role') SELECT @f AS f, @hot AS hot ${T} WHERE @hot`],
    [withCase, `SELECT CASE valve WHEN 'open' THEN 'pouring' WHEN 'closed' THEN 'idle' ELSE 'unknown' END AS state, CASE code WHEN 'a' THEN 1 END AS ml ${T}`],
    [withNested, `SELECT (SELECT ml AS ml, upper(name) AS name FROM taps WHERE ml > 0) AS taps, (SELECT VALUE ml FROM taps) AS all ${T}`],
    [withLiterals, `SELECT {'at': {'celsius': celsius}, 'tags': ['keg', topic(2)]} AS point, -celsius AS below, cast(code AS Int) AS number ${T}`],
    [oneValue, `SELECT VALUE {'c': celsius} ${T}`],
  ])('prints rule %#', (rule, sql) => {
    expect(rule.sql).toBe(sql)
    expect(printRule(parseRule(sql))).toBe(sql)
    compileRule(rule.rule)
  })
  it('runs what it prints', () => {
    const payload = new TextEncoder().encode('{"celsius":30,"taps":[{"ml":250,"name":"left"},{"ml":0}]}')
    const run = (rule: Parameters<typeof compileRule>[0]) => compileRule(rule).evaluate({ topic: 'keg/berlin/k-1/telemetry', payload }, { nowMs: 0 })
    expect(run(withNested.rule)).toMatchObject({ kind: 'matched', output: { taps: [{ ml: 250, name: 'LEFT' }], all: [250, 0] } })
    expect(run(withCase.rule)).toMatchObject({ kind: 'matched', output: {} })
    expect(run(withLiterals.rule)).toMatchObject({ output: { point: { at: { celsius: 30 }, tags: ['keg', 'berlin'] }, below: -30 } })
  })
  it.each([
    ['a name that is no variable', () => from(telemetry).set(() => ({ 'my-name': 1 })), 'BAD_ALIAS'],
    ['a variable set twice', () => from(telemetry).set(() => ({ a: 1 })).set(() => ({ a: 2 })), 'BAD_ALIAS'],
    ['eleven variables', () => from(telemetry).set(() => Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`v${n}`, n]))), 'BAD_ALIAS'],
    ['a CASE without WHEN', () => from(telemetry).select((m, fn) => ({ a: fn.caseOf(m.valve).end() })), 'BAD_LITERAL'],
    ['a nested query of a call', () => from(telemetry).select((m, fn) => ({ a: fn.eachValue(fn.nanvl(m.taps, []), () => 1) })), 'BAD_LITERAL'],
  ])('refuses %s', (_name, build, code) => {
    expect(build).toThrow(RuleError)
    expect(build).toThrow(expect.objectContaining({ code }))
  })
})

describe('types of the output', () => {
  it('follow variables, CASE, nested queries and literals', () => {
    expectTypeOf<RuleOutput<typeof withVariables>>().toEqualTypeOf<{ f: number; hot: boolean }>()
    expectTypeOf<RuleOutput<typeof withCase>>().toEqualTypeOf<{ state?: 'pouring' | 'idle' | 'unknown'; ml?: 1 }>()
    expectTypeOf<RuleOutput<typeof withNested>>().toEqualTypeOf<{ taps?: { ml: number; name?: string }[]; all?: number[] }>()
    expectTypeOf<RuleOutput<typeof withLiterals>>().toEqualTypeOf<{ point: { at: { celsius: number }; tags: ['keg', string] }; below: number; number?: number }>()
    expectTypeOf<RuleOutput<typeof oneValue>>().toEqualTypeOf<{ c: number }>()
  })
  it('refuse what makes no sense', () => {
    from(telemetry).set((m) => ({ f: m.celsius })).select((m, fn, v) => {
      // @ts-expect-error no such variable
      void v.g
      // @ts-expect-error not one of the valve's values
      void fn.caseOf(m.valve).when('half', 1)
      // @ts-expect-error a number is no array
      void fn.eachValue(m.celsius, () => 1)
      // @ts-expect-error no such field of an item
      void fn.each(m.taps, (tap) => ({ a: tap.liters }))
      // @ts-expect-error no such type
      void fn.cast(m.code, 'Integer')
      // @ts-expect-error no such operation
      void fn.get_registry_data('ListThings', 'a', 'r')
      return { f: v.f }
    })
  })
})

it('names every documented function', () => {
  // The type is a list of names only the compiler sees: this one is checked against it.
  const names = {
    isNull: 0, isUndefined: 0, abs: 0, accountid: 0, acos: 0, asin: 0, atan: 0, atan2: 0, aws_lambda: 0, bitand: 0, bitnot: 0, bitor: 0, bitxor: 0, ceil: 0, chr: 0,
    clientid: 0, concat: 0, cos: 0, cosh: 0, decode: 0, encode: 0, endswith: 0, exp: 0, floor: 0, get: 0, get_dynamodb: 0, get_mqtt_property: 0, get_or_default: 0,
    get_registry_data: 0, get_secret: 0, get_thing_shadow: 0, get_user_properties: 0, indexof: 0, length: 0, ln: 0, log: 0, lower: 0, lpad: 0, ltrim: 0,
    machinelearning_predict: 0, md2: 0, md5: 0, mod: 0, nanvl: 0, newuuid: 0, numbytes: 0, parse_time: 0, power: 0, principal: 0, rand: 0, regexp_matches: 0,
    regexp_replace: 0, regexp_substr: 0, remainder: 0, replace: 0, round: 0, rpad: 0, rtrim: 0, sha1: 0, sha224: 0, sha256: 0, sha384: 0, sha512: 0, sign: 0, sin: 0,
    sinh: 0, sourceip: 0, sql_version: 0, sqrt: 0, startswith: 0, substring: 0, tan: 0, tanh: 0, time_to_epoch: 0, timestamp: 0, topic: 0, traceid: 0, transform: 0,
    trim: 0, trunc: 0, upper: 0, caseOf: 0, cast: 0, each: 0, eachValue: 0,
  } satisfies Record<keyof RuleFunctions, 0>
  const forms = ['caseOf', 'cast', 'each', 'eachValue']
  expect(Object.keys(names).filter((name) => !forms.includes(name)).map((name) => name.toLowerCase()).sort()).toEqual([...functionCatalog.keys()].sort())
})
