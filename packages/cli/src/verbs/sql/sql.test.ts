import { describe, expect, it } from 'vitest'
import type { Flags, Terminal } from '../../verb.ts'
import { check } from './check.ts'
import { evaluateLines } from './eval.ts'
import { why } from './why.ts'

/** What a command prints and exits with. */
async function ran(command: (terminal: Terminal) => Promise<number>): Promise<{ code: number; out: string[] }> {
  const out: string[] = []
  const code = await command({
    out: (line) => void out.push(line), err: (line) => void out.push(line), untilInterrupted: () => new Promise(() => undefined),
  })
  return { code, out }
}

const evaluated = async (text: string) => {
  const { code, out } = await ran((terminal) => evaluateLines(ReadableStream.from([new TextEncoder().encode(text)]), terminal))
  return { code, answers: out.map((line) => JSON.parse(line) as unknown) }
}

describe('keg sql eval --jsonl', () => {
  it.each([
    ['no json', { error: 'BAD_CASE', inputLine: 1, message: expect.stringMatching(/^Line 1: This is no JSON: /) }],
    ['[7]', { error: 'BAD_CASE', message: 'Line 1: A case is a JSON object: {"sql","topic","payload"}.' }],
    ['{"id":"x"}', { id: 'x', error: 'BAD_CASE', message: 'Line 1: A case needs "sql", the statement.' }],
    ['{"id":"x","sql":7,"topic":{}}', { id: 'x', error: 'BAD_CASE', message: 'Line 1: "sql" has to be a text, not 7.' }],
    ['{"id":"x","sql":"SELECT 1","paylod":{}}', {
      id: 'x', error: 'BAD_CASE', message: expect.stringContaining('A case has no member "paylod". It has id, sql, '),
    }],
    ['{"id":"x","sql":"SELECT 1","__proto__":{}}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT 1","version":"2020"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT 1","userProperties":[["a"]]}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT 1","nowMs":"now"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT 1","payloadBase64":"?"}', { id: 'x', error: 'BAD_CASE', message: 'Line 1: payloadBase64 is no base64' }],
  ])('refuses %s', async (line, answer) => {
    expect(await evaluated(line)).toMatchObject({ code: 1, answers: [answer] })
  })
  it('answers the lines behind a bad one in order, and counts empty ones', async () => {
    const good = (id: number, sql = 'SELECT 1 AS a') =>
      JSON.stringify({ id, sql: `${sql} FROM 't'`, topic: 't', note: 'for people', expect: {} })
    expect(await evaluated([good(1), '', '{"id":2}', good(3, 'SELECT'), good(4)].join('\n'))).toEqual({
      code: 1,
      answers: [
        { id: 1, match: true, outputText: '{"a":1}' },
        { id: 2, error: 'BAD_CASE', message: 'Line 3: A case needs "sql", the statement.', inputLine: 3 },
        {
          id: 3, error: 'SQL_SYNTAX', message: 'Expected an expression, found "FROM".', at: { line: 1, column: 8, offset: 7 }, inputLine: 4,
        },
        { id: 4, match: true, outputText: '{"a":1}' },
      ],
    })
  })
  it('renders @{…} once for each element', async () => {
    const row = { sql: "SELECT * FROM 't'", topic: 't', payload: [{ a: 1 }, { b: 2 }], template: 'x@{a}', templateField: 'influxDB.tags.a' }
    expect(await evaluated(JSON.stringify(row))).toMatchObject({ code: 0, answers: [{ match: true, renderedEach: ['x1', 'x'] }] })
  })
})

describe('keg sql check', () => {
  it.each<[Flags, string]>([
    [{ sql: 'SELECT * FROM "keg/+"' }, 'DOUBLE_QUOTED_FILTER'],
    [{ sql: "SELECT a <> 1 AS x FROM 'keg/+'" }, 'MAY_BE_MISSING'],
    [{ sql: "SELECT NOT (a AND b) AS x FROM 'keg/+'" }, 'MAY_BE_MISSING'],
    [{ sql: "SELECT * FROM 'keg/+'", action: ['lambda'] }, 'MAY_BE_NO_JSON'],
    [{ sql: "SELECT * FROM 'keg/+'", 'sql-version': 'beta' }, 'BETA_VERSION'],
  ])('warns of %j, and exits with 0', async (flags, warned) => {
    const { code, out } = await ran((terminal) => check({ json: true, ...flags }, terminal))
    expect({ code, found: out.map((line) => JSON.parse(line) as unknown) }).toMatchObject({
      code: 0, found: [[{ severity: 'warning', code: warned }]],
    })
  })
})

describe('keg sql why', () => {
  it.each([
    [
      "SELECT encode(*, 'base64') AS p FROM 'a'", 'hot',
      /^The rule matches\.\nThe payload is no JSON \(.+\): it has no fields, and \* is its bytes\.\n/,
    ],
    ["SELECT * FROM 'a' WHERE b > 1", '{b:2}', /^The rule does not match: .+\.\nThe payload is no JSON \(.+\): /],
    ["SELECT * FROM 'a'", '80', /^The rule matches\.\nThe payload is JSON, but no object or array: AWS takes it for binary\./],
    ["SELECT * FROM 'a'", '', /^The rule matches\.\nThe payload is empty: it has no fields\./],
  ])('of %s says what payload %j is', async (sql, payload, told) => {
    const { code, out } = await ran((terminal) => why({ sql, payload }, terminal))
    expect({ code, out: out.join('\n') }).toEqual({ code: 0, out: expect.stringMatching(told) })
  })
})
