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
const findings = (sql: string, options = {}) =>
  checkRule(sql, { schema, ...options }).map(({ code, message, at }) => `${at?.column ?? '-'} ${code} ${message}`)

describe('checkRule', () => {
  it.each([
    [`SELECT celsius ${T} WHERE celsius > 8 AND valve = 'open'`],
    [`SELECT *, topic(3) AS id ${T} WHERE (isUndefined(bar) OR bar < 2) AND celsius <> 5`],
    [`SELECT isUndefined(place.siteId) OR place.siteId <> 'x' AS moved ${T} WHERE celsius IN [1, 2] AND EXISTS (SELECT * FROM tags AS t WHERE t.key = 'a')`],
    [`SELECT {'a-b': celsius}, place.*, (SELECT VALUE t FROM tags AS t) AS t ${T}`],
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
    [
      `SELECT celsius - valve.x AS x ${T}`,
      '8 ALWAYS_UNDEFINED This is always Undefined: only objects have members, and .x is asked of something else.',
    ],
    [`SELECT tags * 2 AS x ${T}`, '8 ALWAYS_UNDEFINED This is always Undefined: * takes numbers, not an array.'],
    [`SELECT celsius + 1 ${T}`, '8 UNNAMED_ITEM Without AS, this item is called _0.'],
    [`SELECT celsius, bar AS celsius ${T}`, '17 DUPLICATE_NAME Two items are called celsius: the later one stands.'],
    [`SET @a = 1 SELECT celsius ${T}`, '10 UNUSED_VARIABLE @a is never used.'],
    [`SELECT celsius ${T} WHERE celsius`, '47 NEVER_TRUE WHERE is never true: it is no Boolean.'],
    [`SELECT celsius ${T} WHERE 'true'`, '47 NEVER_TRUE WHERE is never true: it is no Boolean.'],
    [
      `SELECT celsius ${T} WHERE celsius = '8'`,
      '47 NEVER_TRUE WHERE is never true: a number is never equal to a string: = converts nothing.',
    ],
    [
      `SELECT celsius ${T} WHERE celsius > 8 AND valve = 'half'`,
      '47 NEVER_TRUE WHERE is never true: "half" is none of the values that it can have: "open", "closed".',
    ],
    [`SELECT celsius ${T} WHERE topic(4) = 'pours'`, "47 NEVER_TRUE WHERE is never true: topic(4) of 'keg/+/+/telemetry' is 'telemetry'."],
    [
      `SELECT celsius ${T} WHERE celsius > 5 AND celsius < 3`,
      '63 NEVER_TRUE WHERE is never true: celsius > 5 and celsius < 3 exclude each other.',
    ],
    [`SELECT celsius ${T} WHERE celsius > 'warm'`, '47 NEVER_TRUE WHERE is never true: > takes numbers, not a string.'],
    [`SELECT celsius ${T} WHERE celsius = NULL`, '47 NEVER_TRUE WHERE is never true: a number is never equal to Null: = converts nothing.'],
    [`SELECT celsius ${T} WHERE celsius IN valve`, '47 NEVER_TRUE WHERE is never true: IN looks into an array, not a string.'],
    [`SELECT (SELECT t.ky AS k FROM tags AS t) AS x ${T}`, '16 UNKNOWN_FIELD The message has no field t.ky.'],
    [
      `SELECT celsius ${T} WHERE celsius > 8 AND bar < 2`,
      '63 MAY_BE_MISSING This AND is Undefined for a message without bar, also where the other side is false.',
    ],
    [`SELECT celsius ${T} WHERE place.siteId <> 'x'`, "47 MAY_BE_MISSING place.siteId <> 'x' is Undefined, not true, for a message without place.siteId: write isUndefined(place.siteId) OR place.siteId <> 'x'."],
    [
      'SELECT * FROM "keg/+"',
      "15 DOUBLE_QUOTED_FILTER AWS documents single quotes around a topic filter: FROM 'keg/+'. Double ones are seen to work.",
    ],
    [`SELECT celsius ${T} WHERE 1 = 2`, '47 NEVER_TRUE WHERE is never true: its operands are constants and it is false.'],
    [
      "SELECT get_dynamodb('a', 'b', 'c', 'r') AS a, get_dynamodb('a', 'b', 'c', 'r') AS b FROM 't'",
      '8 CALL_LIMIT get_dynamodb() may be called once in a statement; the rule ends without an action.',
    ],
    ["SELECT encode(name, 'hex') AS a FROM 't'", "21 UNSUPPORTED encode() with 2 arguments knows 'base64', not 'hex'."],
    [
      "SET @r = 'r' SELECT get_thing_shadow('a', @r) AS a FROM 't'",
      '21 VARIABLE_AS_ROLE A role in get_thing_shadow() can not be a variable.',
    ],
  ])('%s', (sql, finding) => {
    expect(findings(sql)).toEqual([finding])
  })
  it('looks at templates', () => {
    expect(findings(`SELECT celsius ${T}`, { templates: ['keg/${topic(3)}/${place.siteId}', '${celsius', '${topic(9)}'] })).toEqual([
      "- ALWAYS_UNDEFINED ${topic(9)} is always Undefined: topic(9) is beyond the 4 levels of 'keg/+/+/telemetry'.",
      `10 SQL_SYNTAX In '\${celsius': Expected "}", found the end.`,
    ])
  })
  it.each([
    ['SELECT a AND b AS both', ['MAY_BE_MISSING']],
    ['SELECT * WHERE NOT (a AND b > 1)', ['MAY_BE_MISSING']],
    ['SELECT * WHERE a AND b > 1', []],
    ['SELECT * WHERE a <> NULL', ['MAY_BE_MISSING']],
    ["SELECT * WHERE topic(2) <> 'a' AND get_or_default(a, 1) <> 2", []],
  ])('without a schema, any field may be missing: %s', (sql, codes) => {
    expect(checkRule(sql.replace(/( WHERE|$)/, " FROM 'a/#'$1")).map(({ code }) => code)).toEqual(codes)
  })
  it.each([
    ['SELECT *', ['lambda'], ['MAY_BE_NO_JSON']],
    ['SELECT *', [], []],
    ['SELECT *', ['sqs'], []],
    ['SELECT *, 1 AS one', ['lambda'], []],
    ["SELECT encode(*, 'base64') AS payload", ['lambda'], []],
  ])('%s for %j', (sql, actions, codes) => {
    expect(checkRule(`${sql} FROM 'a'`, { actions }).map(({ code }) => code)).toEqual(codes)
  })
  it('warns of beta, and of @{…} where the action is not InfluxDB', () => {
    expect(checkRule("SELECT * FROM 'a'", { version: 'beta' }).map(({ code }) => code)).toEqual(['BETA_VERSION'])
    expect(checkRule("SELECT * FROM 'a'", { templates: ['@{room}'], actions: ['influxDB'] })).toEqual([])
    expect(checkRule("SELECT * FROM 'a'", { templates: ['@{room}'] })).toMatchObject([{ severity: 'error', code: 'SQL_SYNTAX' }])
  })
  it('takes a JSON schema with references', () => {
    const json = {
      type: 'object',
      properties: { at: { $ref: '#/$defs/place' } },
      $defs: { place: { type: 'object', properties: { x: { type: 'number' } }, additionalProperties: false } },
    }
    expect(checkRule("SELECT at.x, at.y FROM 't'", { schema: json }).map(({ code }) => code)).toEqual(['UNKNOWN_FIELD'])
  })
  it('never warns that a rule of the conformance cases is never true which matches', () => {
    const folder = new URL('../../conformance/', import.meta.url)
    const cases = readdirSync(folder)
      .filter((name) => /^(functions|language)-/.test(name))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
        sql: string
        version?: '2015-10-08'
        template?: string
        templateField?: string
        expect: { match?: boolean; output?: unknown; error?: string }
      }[])
    for (const { sql, version, template, templateField, expect: wanted } of cases) {
      const actions = /^influxDB\.(tableName$|tags\.)/.test(templateField ?? '') ? ['influxDB'] : []
      const found = checkRule(sql, {
        actions, ...(version !== undefined && { version }), ...(template !== undefined && { templates: [template] }),
      })
      if (wanted.match === true)
        expect([sql, found.filter(({ code, severity }) => code === 'NEVER_TRUE' || severity === 'error')]).toEqual([sql, []])
      if (wanted.error === 'SQL_SYNTAX' || wanted.error === 'UNKNOWN_FUNCTION')
        expect(found.map(({ code }) => code)).toEqual([wanted.error])
      if (typeof wanted.output === 'object' && wanted.output !== null && 'out' in wanted.output)
        expect([sql, found.filter(({ code }) => code === 'ALWAYS_UNDEFINED')]).toEqual([sql, []])
    }
  })
})
