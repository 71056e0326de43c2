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
const withIn = from(telemetry)
  .set((m) => ({ all: m }))
  .select((m, fn, v) => ({ known: m.code.in(['a', fn.topic(2)]), open: m.valve.in(['open']), ml: m.celsius.in(v.all.place.taps) }))
  .where((m) => m.code.in(['a', 'b']).or(m.celsius.in([1, 2])))
const withExists = from(telemetry)
  .select((m, fn) => ({ big: fn.exists(m.taps, (tap) => tap.ml.greaterThan(250)), any: fn.exists(m.place.taps) }))
  .where((m, fn) => fn.exists(m.place.taps, (ml) =>
    ml.equals(3).and(fn.exists(m.taps, (tap, f) => f.startswith(tap.name, 'a').and(tap.ml.equals(ml))))).not())
const withSpread = from(telemetry).select((m, fn) =>
  fn.spread(m.place, { celsius: m.celsius, taps: fn.eachValue(m.taps, (tap) => tap.ml), at: fn.timestamp() }))
const withAll = from(telemetry).select((m, fn) => fn.spread(m, { code: 7, at: fn.timestamp() }))
const withInner = from(telemetry).select((m, fn) => ({ taps: fn.each(m.taps, (tap) => fn.spread(tap, { kind: 'tap' })) }))
const oneValue = from(telemetry).selectValue((m) => ({ c: m.celsius }))

describe('the builder', () => {
  it.each([
    [withVariables, `SET @f = celsius * 9 / 5 + 32, @hot = @f > 80, @shadow = get_thing_shadow(topic(3), 'arn:role') SELECT @f AS f, @hot AS hot ${T} WHERE @hot`],
    [withCase, `SELECT CASE valve WHEN 'open' THEN 'pouring' WHEN 'closed' THEN 'idle' ELSE 'unknown' END AS state, CASE code WHEN 'a' THEN 1 END AS ml ${T}`],
    [withNested, `SELECT (SELECT ml AS ml, upper(name) AS name FROM taps WHERE ml > 0) AS taps, (SELECT VALUE ml FROM taps) AS all ${T}`],
    [
      withLiterals,
      `SELECT {'at': {'celsius': celsius}, 'tags': ['keg', topic(2)]} AS point, -celsius AS below, cast(code AS Int) AS number ${T}`,
    ],
    [withIn, `SET @all = * SELECT code IN ['a', topic(2)] AS known, valve IN ['open'] AS open, celsius IN @all.place.taps AS ml ${T} WHERE code IN ['a', 'b'] OR celsius IN [1, 2]`],
    [
      withExists,
      `SELECT EXISTS (SELECT * FROM taps AS item WHERE item.ml > 250) AS big, EXISTS (SELECT * FROM place.taps AS item) AS any ${T} ` +
        "WHERE NOT EXISTS (SELECT * FROM place.taps AS item WHERE item = 3 AND EXISTS (SELECT * FROM taps AS item_2 WHERE startswith(item_2.name, 'a') AND item_2.ml = item))",
    ],
    [withSpread, `SELECT place.*, celsius AS celsius, (SELECT VALUE ml FROM taps) AS taps, timestamp() AS at ${T}`],
    [withAll, `SELECT *, 7 AS code, timestamp() AS at ${T}`],
    [withInner, `SELECT (SELECT *, 'tap' AS kind FROM taps) AS taps ${T}`],
    [oneValue, `SELECT VALUE {'c': celsius} ${T}`],
  ])('prints rule %#', (rule, sql) => {
    expect(rule.sql).toBe(sql)
    expect(printRule(parseRule(sql))).toBe(sql)
    compileRule(rule.rule)
  })
  it('runs what it prints', () => {
    const payload = new TextEncoder().encode('{"celsius":30,"taps":[{"ml":250,"name":"left"},{"ml":0}]}')
    const run = (rule: Parameters<typeof compileRule>[0]) =>
      compileRule(rule).evaluate({ topic: 'keg/berlin/k-1/telemetry', payload }, { nowMs: 0 })
    expect(run(withNested.rule)).toMatchObject({ kind: 'matched', output: { taps: [{ ml: 250, name: 'LEFT' }], all: [250, 0] } })
    expect(run(withCase.rule)).toMatchObject({ kind: 'matched', output: {} })
    expect(run(withIn.rule)).toMatchObject({ kind: 'notMatched' })
    expect(run(withExists.rule)).toMatchObject({ kind: 'matched', output: { big: false, any: false } })
    expect(run(withSpread.rule)).toMatchObject({ kind: 'matched', output: { celsius: 30, taps: [250, 0], at: 0 } })
    expect(run(withAll.rule)).toMatchObject({ kind: 'matched', output: { celsius: 30, code: 7 } })
    expect(run(withInner.rule)).toMatchObject({
      kind: 'matched', output: { taps: [{ ml: 250, name: 'left', kind: 'tap' }, { ml: 0, kind: 'tap' }] },
    })
    expect(run(withLiterals.rule)).toMatchObject({ output: { point: { at: { celsius: 30 }, tags: ['keg', 'berlin'] }, below: -30 } })
  })
  it.each([
    ['a name that is no variable', () => from(telemetry).set(() => ({ 'my-name': 1 })), 'BAD_ALIAS'],
    ['a variable set twice', () => from(telemetry).set(() => ({ a: 1 })).set(() => ({ a: 2 })), 'BAD_ALIAS'],
    ['eleven variables', () => from(telemetry).set(() =>
      Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`v${n}`, n]))), 'BAD_ALIAS'],
    ['a CASE without WHEN', () => from(telemetry).select((m, fn) => ({ a: fn.caseOf(m.valve).end() })), 'BAD_LITERAL'],
    ['EXISTS of a call', () => from(telemetry).select((m, fn) => ({ a: fn.exists(fn.nanvl(m.taps, [])) })), 'BAD_LITERAL'],
    ['a spread of a literal', () => from(telemetry).select((m, fn) =>
      fn.spread(fn.caseOf(m.valve).when('open', m.place).end())), 'BAD_LITERAL'],
    ['a nested query of a call', () =>
      from(telemetry).select((m, fn) => ({ a: fn.eachValue(fn.nanvl(m.taps, []), () => 1) })), 'BAD_LITERAL'],
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
    expectTypeOf<RuleOutput<typeof withLiterals>>()
      .toEqualTypeOf<{ point: { at: { celsius: number }; tags: ['keg', string] }; below: number; number?: number }>()
    expectTypeOf<RuleOutput<typeof withIn>>().toEqualTypeOf<{ known: boolean; open?: boolean; ml?: boolean }>()
    expectTypeOf<RuleOutput<typeof withExists>>().toEqualTypeOf<{ big: boolean; any: boolean }>()
    expectTypeOf<RuleOutput<typeof withSpread>>().toEqualTypeOf<{ celsius: number; taps?: number[]; at: number }>()
    expectTypeOf<RuleOutput<typeof withAll>>().toEqualTypeOf<{
      celsius: number; code: 7; valve?: 'open' | 'closed' | undefined; taps: { ml: number; name?: string | undefined }[];
      place?: { taps: number[] } | undefined; at: number
    }>()
    expectTypeOf<RuleOutput<typeof withInner>>().toEqualTypeOf<{ taps?: { ml: number; name?: string | undefined; kind: 'tap' }[] }>()
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
      // @ts-expect-error not one of the valve's values
      void m.valve.in(['half'])
      // @ts-expect-error a text is no array
      void m.code.in(m.code)
      // @ts-expect-error a number is in no array of objects
      void m.celsius.in(m.taps)
      // @ts-expect-error a number is no array
      void fn.exists(m.celsius)
      // @ts-expect-error no such field of an element
      void fn.exists(m.taps, (tap) => tap.liters.greaterThan(1))
      // @ts-expect-error a condition is a Boolean
      void fn.exists(m.taps, (tap) => tap.ml)
      // @ts-expect-error a number has no members
      void fn.spread(m.celsius)
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
    isNull: 0, isUndefined: 0, abs: 0, accountid: 0, acos: 0, asin: 0, atan: 0, atan2: 0, aws_lambda: 0, bitand: 0, bitnot: 0, bitor: 0,
    bitxor: 0, ceil: 0, chr: 0, clientid: 0, concat: 0, cos: 0, cosh: 0, decode: 0, encode: 0, endswith: 0, exp: 0, floor: 0, get: 0,
    get_dynamodb: 0, get_mqtt_property: 0, get_or_default: 0, get_registry_data: 0, get_secret: 0, get_thing_shadow: 0,
    get_user_properties: 0, indexof: 0, length: 0, ln: 0, log: 0, lower: 0, lpad: 0, ltrim: 0, machinelearning_predict: 0, md2: 0, md5: 0,
    mod: 0, nanvl: 0, newuuid: 0, numbytes: 0, parse_time: 0, power: 0, principal: 0, rand: 0, regexp_matches: 0, regexp_replace: 0,
    regexp_substr: 0, remainder: 0, replace: 0, round: 0, rpad: 0, rtrim: 0, sha1: 0, sha224: 0, sha256: 0, sha384: 0, sha512: 0, sign: 0,
    sin: 0, sinh: 0, sourceip: 0, sql_version: 0, sqrt: 0, startswith: 0, substring: 0, tan: 0, tanh: 0, time_to_epoch: 0, timestamp: 0,
    topic: 0, traceid: 0, transform: 0, trim: 0, trunc: 0, upper: 0, caseOf: 0, cast: 0, each: 0, eachValue: 0, exists: 0, spread: 0,
  } satisfies Record<keyof RuleFunctions, 0>
  const forms = ['caseOf', 'cast', 'each', 'eachValue', 'exists', 'spread']
  expect(Object.keys(names).filter((name) => !forms.includes(name)).map((name) => name.toLowerCase()).sort())
    .toEqual([...functionCatalog.keys()].sort())
})
