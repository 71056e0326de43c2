import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRule, compileRule, parseRule, RuleError } from '../src/index.ts'
import { fuzz } from '../src/testing/fuzz.ts'
import { corpus } from './corpus.ts'

const context = { nowMs: 0 }
const utf8 = new TextEncoder()

describe('bad input', () => {
  it('refuses or runs 5,000 mutated statements', () => {
    fuzz(corpus, 5000)
  })
  it('takes any bytes as payload', () => {
    const rules = [
      "SELECT * FROM 'a'", "SELECT *, a.b AS c FROM 'a' WHERE a > 1", "SELECT encode(*, 'base64') AS p, decode(a, 'base64') AS d FROM 'a'",
    ].map((sql) => compileRule(parseRule(sql)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map((text) => utf8.encode(text))), (payload) => {
        for (const rule of rules) {
          const result = rule.evaluate({ topic: 'a', payload }, context)
          expect(result.kind === 'failed' ? result.code : 'PAYLOAD_NOT_AN_OBJECT').toBe('PAYLOAD_NOT_AN_OBJECT')
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('large input', () => {
  const long = (parts: string[]) => `SELECT ${parts.join(', ')} FROM 'a'`
  it.each([
    ['items', long(Array.from({ length: 500 }, (_, index) => `a.b.c${index} AS x${index}`))],
    ['sums', `SELECT ${Array.from({ length: 990 }, () => 'a').join(' + ')} AS x FROM 'a' WHERE ${Array.from({ length: 800 }, () => 'b').join(' AND ')}`],
    ['levels', `SELECT ${'('.repeat(100)}a${')'.repeat(100)} AS x, ${'['.repeat(100)}a${']'.repeat(100)} AS y FROM 'a'`],
    ['lines', `SELECT\n${'\n'.repeat(9000)}a AS x FROM 'a'`],
    ['text', `SELECT '${'x'.repeat(10_000)}' AS x FROM 'a'`],
  ])('a statement of 10,000 characters of %s', (_name, sql) => {
    expect(checkRule(sql)).toEqual([])
    expect(compileRule(parseRule(sql)).evaluate({ topic: 'a', payload: utf8.encode('{"a":1,"b":true}') }, context).kind).not.toBe('failed')
  })
  it.each([
    '('.repeat(10_000), '-'.repeat(10_000), 'NOT '.repeat(2500), 'a.'.repeat(5000), "'".repeat(9999), 'CASE a WHEN '.repeat(800),
    '{"a":'.repeat(2000), '(SELECT a FROM a WHERE '.repeat(400),
  ])(
    'a statement of 10,000 characters that goes nowhere: %.12s',
    (text) => {
      expect(() => parseRule(`SELECT ${text}`)).toThrow(RuleError)
    },
  )
  it('a payload of 128 KB and one of 100 levels', () => {
    const rule = compileRule(parseRule("SELECT *, regexp_replace(big, 'x+', '') AS r, (SELECT VALUE n FROM list WHERE n > 5) AS l, deep.a.a.a AS d FROM 'a' WHERE length(big) > 1"))
    const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`
    const list = Array.from({ length: 5000 }, (_, n) => `{"n":${n}}`).join(',')
    const payload = utf8.encode(`{"big":"${'xy'.repeat(30_000)}","list":[${list}],"deep":${deep},"exact":12345678901234567890}`)
    expect(payload.length).toBeGreaterThan(110_000)
    expect(rule.evaluate({ topic: 'a', payload }, context)).toMatchObject({ kind: 'matched', output: { r: 'y'.repeat(30_000) } })
  })
  it('a payload nested beyond all measure', () => {
    const rule = compileRule(parseRule("SELECT *, 1 AS one FROM 'a'"))
    const result = rule.evaluate({ topic: 'a', payload: utf8.encode('['.repeat(60_000) + ']'.repeat(60_000)) }, context)
    expect(result.kind).toBe('failed')
  })
})
