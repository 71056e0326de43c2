import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkRule } from '../index.ts'

const schema = z.object({
  celsius: z.number(),
  bar: z.number().optional(),
  valve: z.enum(['open', 'closed']),
  name: z.string(),
  place: z.object({ siteId: z.string() }).optional(),
  tags: z.array(z.object({ key: z.string() })),
  any: z.unknown(),
  labels: z.record(z.string(), z.string()),
})
const T = "FROM 'keg/+/+/telemetry'"
const findings = (sql: string, options = {}) => checkRule(sql, { schema, ...options }).map(({ code, message, at }) => `${at?.column ?? '-'} ${code} ${message}`)

describe('checkRule', () => {
  it.each([
    [`SELECT celsius ${T} WHERE celsius > 8 AND valve = 'open' AND bar < 2`],
    [`SELECT *, topic(3) AS id ${T} WHERE isUndefined(bar) = false AND place.siteId <> 'x'`],
    [`SELECT name + celsius AS text, any.thing.at.all AS a, labels.x AS x, (SELECT key FROM tags) AS keys ${T} WHERE any`],
    [`SELECT CASE valve WHEN 'open' THEN 1 END AS v ${T} WHERE NOT (celsius = 5 OR celsius > 9) AND celsius > 3 AND celsius < 7`],
    [`SELECT VALUE celsius ${T} WHERE topic(4) = 'telemetry' AND name = topic(2)`],
  ])('has nothing to say about %s', (sql) => {
    expect(findings(sql)).toEqual([])
  })
  it.each([
    ['SELECT', '7 SQL_SYNTAX Expected an expression, found the end.'],
    [`SELECT substr(name) AS x ${T}`, '8 UNKNOWN_FUNCTION AWS IoT SQL has no function substr().'],
    [`SELECT fahrenheit ${T}`, '8 UNKNOWN_FIELD The message has no field fahrenheit.'],
    [`SELECT place.city AS x ${T}`, '8 UNKNOWN_FIELD The message has no field place.city.'],
    [`SELECT (SELECT ky FROM tags) AS x ${T}`, '16 UNKNOWN_FIELD The message has no field ky.'],
    [`SELECT upper(name, 1) AS x ${T}`, '8 ARGUMENT_COUNT upper() takes 1 argument, not 2: the call is always Undefined.'],
    [`SELECT topic(5) AS x ${T}`, "8 ALWAYS_UNDEFINED This is always Undefined: topic(5) is beyond the 4 levels of 'keg/+/+/telemetry'."],
    [`SELECT celsius - valve.x AS x ${T}`, '8 ALWAYS_UNDEFINED This is always Undefined: only objects have members, and .x is asked of something else.'],
    [`SELECT tags * 2 AS x ${T}`, '8 ALWAYS_UNDEFINED This is always Undefined: * takes numbers, not an array.'],
    [`SELECT celsius + 1 ${T}`, '8 UNNAMED_ITEM Without AS, this item is called _0.'],
    [`SELECT celsius, bar AS celsius ${T}`, '17 DUPLICATE_NAME Two items are called celsius: the later one stands.'],
    [`SET @a = 1 SELECT celsius ${T}`, '10 UNUSED_VARIABLE @a is never used.'],
    [`SELECT celsius ${T} WHERE celsius`, '47 NEVER_TRUE WHERE is never true: it is no Boolean.'],
    [`SELECT celsius ${T} WHERE 'true'`, '47 NEVER_TRUE WHERE is never true: it is no Boolean.'],
    [`SELECT celsius ${T} WHERE celsius = '8'`, '47 NEVER_TRUE WHERE is never true: a number is never equal to a string: = converts nothing.'],
    [`SELECT celsius ${T} WHERE celsius > 8 AND valve = 'half'`, '47 NEVER_TRUE WHERE is never true: "half" is none of the values that it can have: "open", "closed".'],
    [`SELECT celsius ${T} WHERE topic(4) = 'pours'`, "47 NEVER_TRUE WHERE is never true: topic(4) of 'keg/+/+/telemetry' is 'telemetry'."],
    [`SELECT celsius ${T} WHERE celsius > 5 AND celsius < 3`, '63 NEVER_TRUE WHERE is never true: celsius > 5 and celsius < 3 exclude each other.'],
    [`SELECT celsius ${T} WHERE celsius > 'warm'`, '47 NEVER_TRUE WHERE is never true: > takes numbers, not a string.'],
    [`SELECT celsius ${T} WHERE celsius = NULL`, '47 NEVER_TRUE WHERE is never true: a number is never equal to Null: = converts nothing.'],
    [`SELECT celsius ${T} WHERE 1 = 2`, '47 NEVER_TRUE WHERE is never true: its operands are constants and it is false.'],
    [
      "SELECT get_dynamodb('a', 'b', 'c', 'r') AS a, get_dynamodb('a', 'b', 'c', 'r') AS b FROM 't'",
      '8 CALL_LIMIT get_dynamodb() may be called once in a statement; the rule ends without an action.',
    ],
    ["SELECT encode(name, 'hex') AS a FROM 't'", "21 UNSUPPORTED encode() with 2 arguments knows 'base64', not 'hex'."],
    ["SET @r = 'r' SELECT get_thing_shadow('a', @r) AS a FROM 't'", '21 VARIABLE_AS_ROLE A role in get_thing_shadow() can not be a variable.'],
  ])('%s', (sql, finding) => {
    expect(findings(sql)).toEqual([finding])
  })
  it('looks at templates', () => {
    expect(findings(`SELECT celsius ${T}`, { templates: ['keg/${topic(3)}/${place.siteId}', '${celsius', '${topic(9)}'] })).toEqual([
      "- ALWAYS_UNDEFINED ${topic(9)} is always Undefined: topic(9) is beyond the 4 levels of 'keg/+/+/telemetry'.",
      `10 SQL_SYNTAX In '\${celsius': Expected "}", found the end.`,
    ])
  })
  it('takes a JSON schema with references', () => {
    const json = { type: 'object', properties: { at: { $ref: '#/$defs/place' } }, $defs: { place: { type: 'object', properties: { x: { type: 'number' } }, additionalProperties: false } } }
    expect(checkRule("SELECT at.x, at.y FROM 't'", { schema: json }).map(({ code }) => code)).toEqual(['UNKNOWN_FIELD'])
  })
  it('never warns that a rule of the conformance cases is never true which matches', () => {
    const folder = new URL('../../conformance/', import.meta.url)
    const cases = readdirSync(folder)
      .filter((name) => /^(functions|language)-/.test(name))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { sql: string; version?: '2015-10-08'; expect: { match?: boolean; output?: unknown; error?: string } }[])
    for (const { sql, version, expect: wanted } of cases) {
      const found = checkRule(sql, version === undefined ? {} : { version })
      if (wanted.match === true) expect([sql, found.filter(({ code, severity }) => code === 'NEVER_TRUE' || severity === 'error')]).toEqual([sql, []])
      if (wanted.error === 'SQL_SYNTAX' || wanted.error === 'UNKNOWN_FUNCTION') expect(found.map(({ code }) => code)).toEqual([wanted.error])
      if (typeof wanted.output === 'object' && wanted.output !== null && 'out' in wanted.output) expect([sql, found.filter(({ code }) => code === 'ALWAYS_UNDEFINED')]).toEqual([sql, []])
    }
  })
})
