import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
const conformance = join(import.meta.dirname, '../../rule-dsl/conformance')

async function keg(line: string[], input = '') {
  const child = spawn(process.execPath, ['--conditions=@keg/source', main, ...line], { stdio: 'pipe' })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, err }
}

interface Case {
  id: string
  expect: { match?: boolean; output?: unknown; outputText?: string; outputBase64?: string; rendered?: string; error?: string }
}
interface Answer {
  id?: string
  match?: boolean
  outputText?: string
  outputBase64?: string
  rendered?: string
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
  it.each([
    ['no json', { error: 'BAD_CASE' }],
    ['7', { error: 'BAD_CASE' }],
    ['{"id":"x"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":7,"topic":{}}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT"}', { id: 'x', error: 'SQL_SYNTAX', at: { line: 1, column: 7 } }],
    ['{"id":"x","sql":"SELECT a FROM \'t\'","topic":"t","payloadBase64":"?"}', { id: 'x', error: 'BAD_CASE' }],
    ['{"id":"x","sql":"SELECT a FROM \'t\'","topic":"t","payload":{"a":"\u2028"}}', { id: 'x', match: true, outputText: '{"a":"\u2028"}' }],
  ])('answers %s', async (line, answer) => {
    const { code, out } = await keg(['sql', 'eval', '--jsonl'], `${line}\n`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject(answer)
  })
})

describe('keg sql check', () => {
  it('prints each finding with its place, and exits with 1 on errors', async () => {
    const { code, out } = await keg(['sql', 'check', '--sql', "SELECT celsius\nFROM 'keg/+' WHER celsius > 8"])
    expect({ code, out }).toEqual({ code: 1, out: '2:14 error SQL_SYNTAX: Expected the end of the statement, found "WHER".\n  FROM \'keg/+\' WHER celsius > 8\n               ^\n' })
  })
  it('answers JSON, and exits with 0 on warnings', async () => {
    const { code, out } = await keg(['sql', 'check', '--json', '--sql', "SELECT a FROM 'keg/+' WHERE topic(2) = 7"])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([{ severity: 'warning', code: 'NEVER_TRUE', message: expect.any(String), at: { line: 1, column: 29, offset: 28 } }])
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

it('keg sql why tells what decided', async () => {
  const { code, out } = await keg(['sql', 'why', '--sql', "SELECT * FROM 'keg/+' WHERE celsius > 8 AND open", '--payload', '{"celsius":7.5}'])
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
  if (wanted.outputBase64 !== undefined) return answer.outputBase64 === wanted.outputBase64
  return wanted.output === undefined || sorted(JSON.parse(answer.outputText ?? 'null')) === sorted(wanted.output)
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  )
