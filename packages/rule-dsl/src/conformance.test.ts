import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import knownGaps from '../conformance/known-gaps.json' with { type: 'json' }
import { compileRule, Decimal, parseRule, RuleError, type RuleContext, type RuleResult, type SqlVersion } from './index.ts'

interface Case {
  id: string
  sql: string
  version?: SqlVersion
  topic?: string
  payload?: unknown
  payloadText?: string
  payloadBase64?: string
  clientId?: string | null
  nowMs?: number
  principal?: string
  sourceIp?: string
  accountId?: string
  traceId?: string | null
  userProperties?: [string, string][]
  mqttProperties?: NonNullable<RuleContext['mqttProperties']>
  basicIngestRule?: string
  template?: string
  templateField?: string
  expect: {
    match?: boolean
    output?: unknown
    outputText?: string
    outputBase64?: string
    outputApprox?: Record<string, unknown> & { relTol?: number }
    rendered?: string
    error?: string
    position?: number
  }
}

const folder = new URL('../conformance/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^(functions|language)-.*\.json$/.test(name))
const gaps: Readonly<Record<string, string>> = knownGaps

const bytesOf = ({ payload, payloadText, payloadBase64 }: Case) =>
  new Uint8Array(payloadBase64 !== undefined ? Buffer.from(payloadBase64, 'base64') : Buffer.from(payloadText ?? JSON.stringify(payload ?? {})))

const contextOf = (row: Case): RuleContext => ({
  nowMs: row.nowMs ?? 0,
  ...(typeof row.clientId === 'string' && { clientId: row.clientId }),
  ...(typeof row.traceId === 'string' && { traceId: row.traceId }),
  ...(row.principal !== undefined && { principal: row.principal }),
  ...(row.sourceIp !== undefined && { sourceIp: row.sourceIp }),
  ...(row.accountId !== undefined && { accountId: row.accountId }),
  ...(row.userProperties !== undefined && { userProperties: row.userProperties }),
  ...(row.mqttProperties !== undefined && { mqttProperties: row.mqttProperties }),
})

/** Compares JSON texts member by member, digits included. */
const exactly = (text: string): unknown =>
  JSON.parse(text, ((_key: string, value: unknown, { source }: { source: string }) => (typeof value === 'number' ? `#${source}` : value)) as never)

/** Compares JSON by value, key order free. */
const byValue = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, member: unknown) => (member instanceof Decimal ? Number(member) : member))

function checkNear(actual: Record<string, unknown>, { relTol = 1e-12, ...expected }: Record<string, unknown> & { relTol?: number }): void {
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value !== 'number') expect(actual[name]).toEqual(value)
    else expect(Math.abs(Number(actual[name]) - value)).toBeLessThanOrEqual(relTol * Math.abs(value))
  }
}

function checkOutput(result: RuleResult, { expect: wanted }: Case): void {
  expect(result.kind).toBe(wanted.match === false ? 'notMatched' : 'matched')
  if (result.kind !== 'matched') return
  const text = Buffer.from(result.payload).toString()
  if (wanted.output !== undefined) expect(JSON.parse(text)).toEqual(byValue(wanted.output))
  if (wanted.outputText !== undefined) expect(exactly(text)).toEqual(exactly(wanted.outputText))
  if (wanted.outputBase64 !== undefined) expect(Buffer.from(result.payload).toString('base64')).toBe(wanted.outputBase64)
  if (wanted.outputApprox !== undefined) checkNear(JSON.parse(text) as Record<string, unknown>, wanted.outputApprox)
}

function runCase(row: Case): void {
  const rule = parseRule(row.sql, row.version === undefined ? {} : { version: row.version })
  const compiled = compileRule(rule, row.basicIngestRule === undefined ? {} : { ruleName: row.basicIngestRule })
  const message = { topic: row.topic ?? '', payload: bytesOf(row) }
  checkOutput(compiled.evaluate(message, contextOf(row)), row)
  if (row.template === undefined || row.expect.rendered === undefined) return
  const template = compiled.template(row.template, { republishTopic: row.templateField === 'republish.topic' })
  expect(template.render(message, contextOf(row))).toEqual({ kind: 'rendered', text: row.expect.rendered })
}

function runRefusal(row: Case): void {
  try {
    compileRule(parseRule(row.sql, row.version === undefined ? {} : { version: row.version }))
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    expect(error.code).toBe(row.expect.error)
    if (row.expect.position !== undefined) expect(error.at?.offset).toBe(row.expect.position)
    return
  }
  expect.fail(`${row.sql} was accepted`)
}

const check = (row: Case) => (row.expect.error === 'SQL_SYNTAX' || row.expect.error === 'UNKNOWN_FUNCTION' ? runRefusal(row) : runCase(row))

describe.each(files)('%s', (name) => {
  const rows = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case[]
  it.each(rows.filter(({ id }) => gaps[id] === undefined))('$id: $sql', check)
  // A gap that begins to pass has to leave the list.
  it.each(rows.filter(({ id }) => gaps[id] !== undefined))('known gap $id', (row) => {
    expect(() => check(row)).toThrow()
  })
})

it('lists only gaps of cases that exist', () => {
  const ids = new Set(files.flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case[]).map(({ id }) => id)))
  expect(Object.keys(gaps).filter((id) => !ids.has(id))).toEqual([])
})
