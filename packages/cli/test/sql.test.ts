import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keg } from './keg.ts'

const conformance = join(import.meta.dirname, '../../rule-dsl/conformance')

interface Case {
  id: string
  expect: {
    match?: boolean
    output?: unknown
    outputText?: string
    outputBase64?: string
    rendered?: string
    renderedEach?: string[]
    error?: string
  }
}
interface Answer {
  id?: string
  match?: boolean
  outputText?: string
  outputBase64?: string
  rendered?: string
  renderedEach?: string[]
  error?: string
}

describe('keg sql eval --jsonl', () => {
  it('answers every conformance case, in order', async () => {
    const files = readdirSync(conformance).filter((name) => /^(functions|language)-/.test(name))
    const cases = files.flatMap((name) => JSON.parse(readFileSync(join(conformance, name), 'utf8')) as Case[])
    const { code, out } = await keg(['sql', 'eval', '--jsonl'], cases.map(({ expect: _, ...row }) => JSON.stringify(row)).join('\n'))
    const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer)
    expect(code).toBe(0)
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    const wrong = cases.filter(({ expect: wanted }, index) => !agrees(answers[index] ?? {}, wanted))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
  const bad: readonly (readonly [line: string, answer: object])[] = [
    ['no json', { error: 'BAD_CASE' }],
    ['7', { error: 'BAD_CASE' }],
    ['{"id":"x"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":7,"topic":{}}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT"}', { id: 'x', error: 'SQL_SYNTAX', at: { line: 1, column: 7 } }],
    ['{"id":"x","sql":"SELECT a FROM \'t\'","topic":"t","payloadBase64":"?"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT a FROM \'t\'","topic":"t","payload":{"a":"\u2028"}}', { id: 'x', match: true, outputText: '{"a":"\u2028"}' }],
  ]
  it('answers a line that is no case, and goes on', async () => {
    const { code, out } = await keg(['sql', 'eval', '--jsonl'], `${bad.map(([line]) => line).join('\n')}\n`)
    expect(out.trimEnd().split('\n').map((line) => JSON.parse(line))).toMatchObject(bad.map(([, answer]) => answer))
    expect(code).toBe(1)
  })
  it('takes a statement that AWS refuses for a case', async () => {
    const { code, out } = await keg(['sql', 'eval', '--jsonl'], '{"id":"x","sql":"SELECT"}\n')
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ error: 'SQL_SYNTAX' })])
  })
})

describe('keg sql check', () => {
  it('prints each finding with its place, and exits with 1 on errors', async () => {
    const { code, out } = await keg(['sql', 'check', '--sql', "SELECT celsius\nFROM 'keg/+' WHER celsius > 8"])
    expect({ code, out }).toEqual({
      code: 1,
      out: '2:14 error SQL_SYNTAX: Expected the end of the statement, found "WHER".\n  FROM \'keg/+\' WHER celsius > 8\n               ^\n',
    })
  })
  it('answers JSON, and exits with 0 on warnings', async () => {
    const { code, out } = await keg(['sql', 'check', '--json', '--sql', "SELECT a FROM 'keg/+' WHERE topic(2) = 7"])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      { severity: 'warning', code: 'NEVER_TRUE', message: expect.any(String), at: { line: 1, column: 29, offset: 28 } },
    ])
  })
  it.each([
    [['check'], 'The statement is missing: --sql "SELECT … FROM …".'],
    [['check', '--sql', 'x', '--sql-version', '7'], '--sql-version takes 2015-10-08, 2016-03-23, beta, not "7".'],
    [['eval'], 'keg sql eval takes --jsonl.'],
    [['brew'], 'There is no "keg sql brew"; keg sql --help lists what there is.'],
  ])('%j is not understood', async (line, message) => {
    const { code, err } = await keg(['sql', ...line])
    expect({ code, err }).toEqual({ code: 2, err: `${message}\n` })
  })
})

describe('keg sql backtest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keg-backtest-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const lines = [9, 7, 8.5].map((celsius) => JSON.stringify({ topic: 'keg/k-1', payload: { celsius } }))
  writeFileSync(join(folder, 'a.jsonl'), lines.join('\n'))
  const rule = ['--sql', "SELECT celsius FROM 'keg/+' WHERE celsius > 8", '--from-dir', folder]

  it('tells what a rule would have made of stored messages, and where another differs', async () => {
    const { code, out } = await keg(['sql', 'backtest', ...rule, '--against', "SELECT celsius FROM 'keg/+' WHERE celsius > 8.7"])
    expect({ code, lines: out.split('\n') }).toEqual({
      code: 0,
      lines: [
        '3 messages: 2 matched, 1 did not, 0 failed.',
        '  a.jsonl:1  keg/k-1  {"celsius":9}',
        '  a.jsonl:3  keg/k-1  {"celsius":8.5}',
        '1 differ from the other rule.',
        '  a.jsonl:3  keg/k-1  not matched  →  {"celsius":8.5}',
        '',
      ],
    })
  })
  it('answers JSON', async () => {
    const { out } = await keg(['sql', 'backtest', '--json', ...rule])
    expect(JSON.parse(out)).toMatchObject({ messages: 3, matched: 2, notMatched: 1, failed: 0 })
  })
  it('keeps a text that a device sent on its line', async ({ onTestFinished }) => {
    const texts = mkdtempSync(join(tmpdir(), 'keg-backtest-'))
    onTestFinished(() => rmSync(texts, { recursive: true }))
    const payloadBase64 = Buffer.from('cold\n  a.jsonl:2  keg/k-2  forged').toString('base64')
    writeFileSync(join(texts, 'a.jsonl'), JSON.stringify({ topic: 'keg/k-1', payloadBase64 }))
    const { out } = await keg(['sql', 'backtest', '--sql', "SELECT * FROM 'keg/+'", '--from-dir', texts])
    expect(out.split('\n')).toEqual([
      '1 messages: 1 matched, 0 did not, 0 failed.', '  a.jsonl:1  keg/k-1  cold\\n  a.jsonl:2  keg/k-2  forged', '',
    ])
  })
  it('says which line holds no message', async () => {
    writeFileSync(join(folder, 'b.jsonl'), '{"topic":1}\n')
    const { code, err } = await keg(['sql', 'backtest', ...rule])
    expect({ code, err }).toEqual({ code: 1, err: 'b.jsonl:1 holds no message: topic is no string\n' })
  })
})

it('keg sql why tells what decided', async () => {
  const { code, out } = await keg([
    'sql', 'why', '--sql', "SELECT * FROM 'keg/+' WHERE celsius > 8 AND open", '--payload', '{"celsius":7.5}',
  ])
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    'The rule does not match: celsius > 8 is false: 7.5 > 8.',
    '',
    "FROM 'keg/+'  topic keg/+",
    'WHERE',
    '  celsius > 8 AND open  →  Undefined',
    '    celsius > 8  →  false  ←',
    '      celsius  →  7.5',
    '    open  →  Undefined',
    '',
  ])
})

function agrees(answer: Answer, wanted: Case['expect']): boolean {
  if (wanted.error !== undefined || answer.error !== undefined) return answer.error === wanted.error
  if (answer.match !== (wanted.match !== false)) return false
  if (wanted.rendered !== undefined && answer.rendered !== wanted.rendered) return false
  if (wanted.renderedEach !== undefined && JSON.stringify(answer.renderedEach) !== JSON.stringify(wanted.renderedEach)) return false
  if (wanted.outputBase64 !== undefined) return answer.outputBase64 === wanted.outputBase64
  return wanted.output === undefined || sorted(JSON.parse(answer.outputText ?? 'null')) === sorted(wanted.output)
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
