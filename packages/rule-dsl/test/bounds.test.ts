import { describe, expect, it } from 'vitest'
import { compileRule, parseRule, RuleError } from '../src/index.ts'

const utf8 = new TextEncoder()
const run = (sql: string, payload: unknown) =>
  compileRule(parseRule(sql))
    .evaluate({ topic: 'a', payload: utf8.encode(typeof payload === 'string' ? payload : JSON.stringify(payload)) }, { nowMs: 0 })

const x = 'x'.repeat(40_000)
const list = Array.from({ length: 20_000 }, (_, index) => index)
const refused = { kind: 'failed', code: 'FUNCTION_FAILED' }

// A payload chooses all of this, where a rule lets it; unbounded, each stands still for minutes or takes gigabytes.
describe('what a rule makes of a message', () => {
  it.each([
    ['replace', "SELECT replace(a, 'x', a) AS r FROM 'a'", { a: x }],
    ['replace of nothing', "SELECT replace(a, '', a) AS r FROM 'a'", { a: x }],
    ['regexp_replace', "SELECT regexp_replace(a, 'x', b) AS r FROM 'a'", { a: x, b: x }],
    ['regexp_replace by groups', "SELECT regexp_replace(a, '.+', b) AS r FROM 'a'", { a: x, b: '$0'.repeat(20_000) }],
    ['replace in replace', `SELECT ${'replace('.repeat(12)}a${", 'x', 'xx')".repeat(12)} AS r FROM 'a'`, { a: 'x'.repeat(1000) }],
    ['concat', `SELECT concat(${Array.from({ length: 20 }, () => 'a').join(', ')}) AS r FROM 'a'`, { a: x }],
    ['+', `SELECT ${Array.from({ length: 20 }, () => 'a').join(' + ')} AS r FROM 'a'`, { a: x }],
    [
      'lpad', `SELECT ${'lpad('.repeat(100)}concat(a, a, a, a, a, a, a, a, a, a, a, a, a)${', 1000)'.repeat(100)} AS r FROM 'a'`,
      { a: x.slice(0, 36_000) },
    ],
    ['upper', "SELECT upper(concat(a, a, a, a, a, a, a)) AS r FROM 'a'", { a: 'ß'.repeat(60_000) }],
    [
      'encode in encode',
      "SELECT encode(encode(encode(encode(encode(encode(a, 'base64'), 'base64'), 'base64'), 'base64'), 'base64'), 'base64') AS r FROM 'a'",
      { a: 'x'.repeat(120_000) },
    ],
    ['parse_time', "SELECT parse_time(p, 0) AS r FROM 'a'", { p: 'zzzz '.repeat(24_000) }],
    ['time_to_epoch', "SELECT time_to_epoch(t, p) AS r FROM 'a'", { t: 'A'.repeat(60_000), p: '[VV]'.repeat(15_000) }],
    ['the text of an array', `SELECT [${Array.from({ length: 20 }, () => 'a').join(', ')}] + '' AS r FROM 'a'`, { a: x }],
    ['an output', `SELECT ${Array.from({ length: 20 }, (_, index) => `a AS a${index}`).join(', ')} FROM 'a'`, { a: x }],
    ['an output of three-byte characters', "SELECT concat(a, a, a, a) AS r, a FROM 'a'", { a: '€'.repeat(43_000) }],
    ['an output of a nested query', `SELECT (SELECT '${'y'.repeat(100)}' AS y FROM a) AS r FROM 'a'`, { a: list }],
    ['VALUE', `SELECT VALUE [${Array.from({ length: 20 }, () => '*').join(', ').replaceAll('*', 'a')}] FROM 'a'`, { a: x }],
    ['texts of a nested query', "SET @a = a SELECT (SELECT upper(@a) AS u FROM b) AS r FROM 'a'", { a: x, b: list.slice(0, 10_000) }],
    [
      'lengths of texts in a nested query', "SET @a = a SELECT (SELECT VALUE length(@a) FROM b) AS r FROM 'a'",
      { a: x, b: list.slice(0, 10_000) },
    ],
    ['a query in a query', "SET @a = a SELECT (SELECT VALUE EXISTS (SELECT * FROM @a AS b WHERE b < 0) FROM a) AS r FROM 'a'", { a: list }],
    ['IN in a query', "SET @a = a SELECT (SELECT VALUE 'x' IN @a FROM a) AS r FROM 'a'", { a: list }],
    [
      'regular expressions in a query', "SET @a = a SELECT (SELECT VALUE regexp_matches(@a, '(x|y)*z') FROM b) AS r FROM 'a'",
      { a: x.slice(0, 1000), b: list },
    ],
    ['transform', "SELECT transform('enrichArray', o, b) AS r FROM 'a'", {
      o: Object.fromEntries(list.slice(0, 3000).map((key) => [key, 0])), b: Array.from({ length: 10_000 }, () => ({})),
    }],
  ])('%s', (_name, sql, payload) => {
    expect(run(sql, payload)).toMatchObject(refused)
  }, 60_000)
  it('a variable is measured before it is used', () => {
    const doubled = Array.from({ length: 9 }, (_, index) => `@v${index + 1} = [@v${index}, @v${index}, @v${index}, @v${index}]`).join(', ')
    expect(run(`SET @v0 = a, ${doubled} SELECT 1 AS one FROM 'a'`, { a: x })).toMatchObject({ kind: 'failed', code: 'VARIABLES_TOO_LARGE' })
  })
  it('get_or_default takes the place of what is too large', () => {
    expect(run("SELECT get_or_default(replace(a, 'x', a), 'none') AS r FROM 'a'", { a: x })).toMatchObject({ output: { r: 'none' } })
  })
  it('templates, one text or one for each element', () => {
    const rule = compileRule(parseRule("SELECT * FROM 'a'"))
    const message = { topic: 'a', payload: utf8.encode(JSON.stringify({ a: x })) }
    expect(rule.template('${a}'.repeat(20)).render(message, { nowMs: 0 })).toMatchObject(refused)
    const each = rule.template(`${'z'.repeat(200)}@{a}`, { perElement: true })
    expect(each.renderEach?.(list)).toMatchObject(refused)
  })
  // At a zero or a space in the middle, an expression that looks for those at the end begins anew: minutes at this length.
  it.each([
    ['a number with zeros in the middle', "SELECT v AS v FROM 'a'", `{"v":1${'0'.repeat(400_000)}1}`],
    ['a text that becomes such a number', "SELECT cast(v AS Decimal) AS v FROM 'a'", `{"v":"1${'0'.repeat(400_000)}1"}`],
    ['rtrim of spaces in the middle', "SELECT rtrim(v) AS v FROM 'a'", `{"v":"${' '.repeat(400_000)}x"}`],
  ])('does not stand still at %s', (_name, sql, payload) => {
    expect(['matched', 'failed']).toContain(run(sql, payload).kind)
  })
  it('but 128 KB pass through, also as base64 and with every character escaped', () => {
    const bytes = 'n'.repeat(131_072)
    expect(run("SELECT encode(*, 'base64') AS p, topic() AS t FROM 'a'", bytes)).toMatchObject({
      kind: 'matched', output: { p: expect.stringMatching(/^.{174764}$/) },
    })
    expect(run("SELECT *, 1 AS one FROM 'a'", `{"a":"${'\\u0001'.repeat(21_000)}"}`).kind).toBe('matched')
    expect(run("SELECT replace(a, 'x', 'yy') AS r FROM 'a'", { a: 'x'.repeat(120_000) })).toMatchObject({
      kind: 'matched', output: { r: 'y'.repeat(240_000) },
    })
    expect(run("SELECT regexp_replace(a, 'x', '$0y') AS r FROM 'a'", { a: 'x'.repeat(120_000) })).toMatchObject({
      kind: 'matched', output: { r: 'xy'.repeat(120_000) },
    })
  })
})

describe('a statement of 60,000 levels', () => {
  const levels = (part: string, between = '.') => Array.from({ length: 60_000 }, () => part).join(between)
  const within = (part: string) => Array.from({ length: 200 }).reduce<string>((inner) => `(${inner}${part.repeat(300)})`, 'a')
  it.each([
    ['in an alias', `SELECT 1 AS ${levels('a')} FROM 'a'`],
    ['in a path', `SELECT ${levels('a')} FROM 'a'`],
    ['in a path with a star', `SELECT ${levels('a')}.* FROM 'a'`],
    ['in the source of a nested query', `SELECT (SELECT * FROM ${levels('a')}) AS a FROM 'a'`],
    ['in EXISTS', `SELECT ${'EXISTS (SELECT * FROM a WHERE '.repeat(60_000)}`],
    ['in IN', `SELECT ${levels('a', ' IN (')}`],
    ['in sums within brackets', `SELECT ${within(' + a')} FROM 'a'`],
    ['in paths within brackets', `SELECT ${within('.a')} FROM 'a'`],
  ])('%s is refused', (_name, sql) => {
    expect(() => parseRule(sql)).toThrow(RuleError)
  })
  it('in @{…} is refused', () => {
    expect(() => compileRule(parseRule("SELECT * FROM 'a'")).template(`@{${levels('a')}}`, { perElement: true })).toThrow(RuleError)
  })
})
