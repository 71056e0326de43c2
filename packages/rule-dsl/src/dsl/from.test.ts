import { topicTemplate } from '@keg/mqtt-topics'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { compileRule, from, parseRule, printRule, RuleError, type RuleOutput } from '../index.ts'

const telemetry = {
  topic: topicTemplate('keg/{siteId}/{kegId}/telemetry'),
  schema: z.object({
    v: z.literal(1),
    celsius: z.number(),
    bar: z.number().optional(),
    valve: z.enum(['open', 'closed']),
    timestamp: z.number(),
    place: z.object({ siteId: z.string(), 'floor-no': z.number() }).optional(),
    from: z.string(),
    tags: z.array(z.string()),
  }),
}
const documents = {
  topic: '$aws/things/+/shadow/update/documents',
  schema: z.object({
    timestamp: z.number(),
    current: z.object({
      version: z.number(),
      state: z.object({
        desired: z.object({ siteId: z.string().optional() }).optional(), reported: z.record(z.string(), z.unknown()).optional(),
      }),
    }),
  }),
}

const pourRule = from({ topic: 'keg/+/+/pours', schema: z.object({ v: z.literal(1) }) }).select((m, fn) => ({
  payload: fn.encode(m, 'base64'),
  topic: fn.topic(),
  clientId: fn.clientid(),
  receivedAtMs: fn.timestamp(),
}))
const stateRule = from(documents)
  .select((m, fn) => ({
    kegId: fn.topic(3),
    version: m.current.version,
    desired: m.current.state.desired,
    reported: m.current.state.reported,
    timestampSec: m.timestamp,
  }))
  .where((m, fn) => fn.isUndefined(m.current.state.desired.siteId).equals(false))

const all = from(telemetry).selectAll()

describe('from', () => {
  it.each([
    [
      pourRule,
      "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAtMs FROM 'keg/+/+/pours'",
    ],
    [
      stateRule,
      'SELECT topic(3) AS kegId, current.version AS version, current.state.desired AS desired, current.state.reported AS reported, ' +
        "timestamp AS timestampSec FROM '$aws/things/+/shadow/update/documents' WHERE isUndefined(current.state.desired.siteId) = false",
    ],
    [all, "SELECT * FROM 'keg/+/+/telemetry'"],
    [all.where((m) => m.celsius.greaterThan(8)), "SELECT * FROM 'keg/+/+/telemetry' WHERE celsius > 8"],
    [
      all.where((m) => m.celsius.plus(-1).times(2).lessThanOrEquals(m.bar.dividedBy(3)).or(m.valve.equals('open').not())),
      "SELECT * FROM 'keg/+/+/telemetry' WHERE (celsius + -1) * 2 <= bar / 3 OR NOT valve = 'open'",
    ],
    [
      all.where((m) => m.celsius.greaterThan(8)).where((m) => m.valve.equals('open').or(m.valve.equals('closed'))),
      "SELECT * FROM 'keg/+/+/telemetry' WHERE celsius > 8 AND (valve = 'open' OR valve = 'closed')",
    ],
    [
      from(telemetry).select((m, fn) => ({
        message: m, kind: 'warm', floor: m.place['floor-no'], where: m.from, tag: fn.get(m.tags, 0), at: m.timestamp,
      })),
      "SELECT * AS message, 'warm' AS kind, get(place, 'floor-no') AS floor, get(*, 'from') AS where, get(tags, 0) AS tag, timestamp AS at "
        +
        "FROM 'keg/+/+/telemetry'",
    ],
  ])('prints rule %#', (rule, sql) => {
    expect(rule.sql).toBe(sql)
    expect(printRule(parseRule(sql))).toBe(sql)
    compileRule(rule.rule)
  })
  it('refuses what SQL can not write', () => {
    const select = (items: Record<string, string | number>) => () => from(telemetry).select(() => items)
    expect(select({ 'my-alias': 1 })).toThrow(RuleError)
    expect(select({})).toThrow(expect.objectContaining({ code: 'BAD_ALIAS' }))
    expect(select({ a: Number.NaN })).toThrow(expect.objectContaining({ code: 'BAD_LITERAL' }))
    // @ts-expect-error the whole payload is not a condition
    expect(() => all.where((m) => m)).toThrow(expect.objectContaining({ code: 'BAD_LITERAL' }))
  })
})

describe('types', () => {
  it('of the output', () => {
    expectTypeOf<RuleOutput<typeof pourRule>>().toEqualTypeOf<{ payload: string; topic: string; clientId: string; receivedAtMs: number }>()
    expectTypeOf<RuleOutput<typeof stateRule>>().toEqualTypeOf<{
      kegId: string
      version: number
      desired?: { siteId?: string | undefined }
      reported?: Record<string, unknown>
      timestampSec: number
    }>()
    expectTypeOf<RuleOutput<typeof all>>().toEqualTypeOf<z.infer<typeof telemetry.schema>>()
    const mixed = from(telemetry).select((m) => ({ bar: m.bar.plus(1), site: m.place.siteId, kind: 'warm', hot: m.celsius.greaterThan(8) }))
    expect(mixed.sql).toContain("'warm' AS kind")
    expectTypeOf<RuleOutput<typeof mixed>>().toEqualTypeOf<{ kind: 'warm'; hot: boolean; bar?: number; site?: string }>()
  })
  it('of what can be said', () => {
    from(telemetry).select((m, fn) => {
      // @ts-expect-error no such field
      void m.fahrenheit
      // @ts-expect-error no such nested field
      void m.place.city
      // @ts-expect-error text is not compared by size
      void m.valve.greaterThan
      // @ts-expect-error not one of the valve's values
      void m.valve.equals('half')
      // @ts-expect-error a number is not a condition
      void m.celsius.and
      // @ts-expect-error a text is no number
      void m.celsius.greaterThan('8')
      // @ts-expect-error no such function
      void fn.substr
      // @ts-expect-error no such scheme
      void fn.encode(m, 'hex')
      return { celsius: m.celsius }
    })
    // @ts-expect-error a condition is a Boolean
    all.where((m) => m.celsius)
  })
})

it('leaves FROM out for a rule that Basic Ingest alone reaches', () => {
  expect(from({ schema: telemetry.schema }).selectAll().sql).toBe('SELECT *')
})
