import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import knownGaps from '../conformance/known-gaps.json' with { type: 'json' }
import { expressionsIn } from './functions/function-names.ts'
import { functionCatalog } from './functions/catalog.ts'
import { functions } from './functions/index.ts'
import type { Expression } from './syntax/ast.ts'
import { parseStatement } from './syntax/parse-rule.ts'
import { type CaseAnswer, type ConformanceCase, evaluateCase } from './testing/index.ts'

interface Case extends ConformanceCase {
  readonly id: string
  readonly expect: {
    readonly match?: boolean
    readonly output?: unknown
    readonly outputText?: string
    readonly outputBase64?: string
    readonly outputApprox?: Readonly<Record<string, unknown>> & { readonly relTol?: number }
    readonly rendered?: string
    readonly renderedEach?: readonly string[]
    readonly error?: string
    readonly position?: number
  }
}

const folder = new URL('../conformance/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^(functions|language)-.*\.json$/.test(name))
const casesIn = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[]
const gaps: Readonly<Record<string, string>> = knownGaps
const sources = { random: () => 0.25, newId: () => '123e4567-e89b-42d3-a456-426614174000' }

/** Compares JSON texts member by member, digits included. */
const exactly = (text: string): unknown =>
  JSON.parse(text, ((_key: string, value: unknown, { source }: { source: string }) =>
    (typeof value === 'number' ? `#${source}` : value)) as never)

function checkNear(actual: Record<string, unknown>, { relTol = 1e-12, ...expected }: NonNullable<Case['expect']['outputApprox']>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value !== 'number') expect(actual[name]).toEqual(value)
    else expect(Math.abs(Number(actual[name]) - value)).toBeLessThanOrEqual(relTol * Math.abs(value))
  }
}

function checkAnswer(answer: CaseAnswer, { expect: wanted }: Case): void {
  if ('error' in answer) {
    expect(answer.error, answer.message).toBe(wanted.error)
    if (wanted.position !== undefined) expect(answer.at?.offset).toBe(wanted.position)
    return
  }
  expect(wanted.error).toBeUndefined()
  expect(answer.match).toBe(wanted.match !== false)
  if (!answer.match) return
  const { outputText: text = '', outputBase64, rendered, renderedEach }: Partial<Extract<CaseAnswer, { match: true; outputText: string }>>
    & { readonly outputBase64?: string } = answer
  if (wanted.output !== undefined) expect(JSON.parse(text)).toEqual(wanted.output)
  if (wanted.outputText !== undefined) expect(exactly(text)).toEqual(exactly(wanted.outputText))
  if (wanted.outputBase64 !== undefined) expect(outputBase64).toBe(wanted.outputBase64)
  if (wanted.outputApprox !== undefined) checkNear(JSON.parse(text) as Record<string, unknown>, wanted.outputApprox)
  if (wanted.rendered !== undefined) expect(rendered).toBe(wanted.rendered)
  if (wanted.renderedEach !== undefined) expect(renderedEach).toEqual(wanted.renderedEach)
}

const check = async (row: Case) => checkAnswer(await evaluateCase(row, sources), row)

describe.each(files)('%s', (name) => {
  const rows = casesIn(name)
  it.each(rows.filter(({ id }) => gaps[id] === undefined))('$id: $sql', check)
  // A gap that begins to pass has to leave the list.
  it.each(rows.filter(({ id }) => gaps[id] !== undefined))('known gap $id', async (row) => {
    await expect(check(row)).rejects.toThrow()
  })
})

const all = files.flatMap(casesIn)

it('lists only gaps of cases that exist', () => {
  const ids = new Set(all.map(({ id }) => id))
  expect(Object.keys(gaps).filter((id) => !ids.has(id))).toEqual([])
})

const ARGUMENT_TYPES = ['Int', 'Decimal', 'Boolean', 'String', 'Array', 'Object', 'Null', 'Undefined']

function typeOfValue(value: unknown): string {
  if (value === undefined) return 'Undefined'
  if (value === null) return 'Null'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int' : 'Decimal'
  if (Array.isArray(value)) return 'Array'
  return typeof value === 'object' ? 'Object' : typeof value === 'string' ? 'String' : 'Boolean'
}

/** The type that an argument has in a case; of what is neither a field nor a literal, none. */
function typeOfArgument(argument: Expression | { readonly kind: 'star' }, payload: unknown): string | undefined {
  switch (argument.kind) {
    case 'attribute': return typeOfValue((payload as Readonly<Record<string, unknown>> | undefined)?.[argument.name])
    case 'number': return argument.text.includes('.') ? 'Decimal' : 'Int'
    case 'unary': return typeOfArgument(argument.operand, payload)
    case 'string': return 'String'
    case 'boolean': return 'Boolean'
    case 'null': return 'Null'
    case 'array': return 'Array'
    case 'object': return 'Object'
    default: return undefined
  }
}

it('has a case of every function for each type of its first argument', () => {
  const seen = new Map([...functionCatalog].filter(([, { most }]) => most > 0).map(([name]) => [name, new Set<string>()]))
  for (const { id, sql, version = '2016-03-23', payload, expect: wanted } of all) {
    // Of what is refused, a call may be the reason.
    if (wanted.error !== undefined && !id.startsWith('functions/')) continue
    for (const expression of expressionsIn(parseStatement(sql, version))) {
      const [first] = expression.kind === 'call' ? expression.arguments : []
      const type = first === undefined ? undefined : typeOfArgument(first, payload)
      if (expression.kind === 'call' && type !== undefined) seen.get(expression.name.toLowerCase())?.add(type)
    }
  }
  const missing = [...seen].flatMap(([name, types]) =>
    ARGUMENT_TYPES.filter((type) => !types.has(type)).map((type) => `${name} of ${type}`))
  expect(missing).toEqual([])
})

it('evaluates every documented function', () => {
  const lazy = ['get_or_default']
  const own = ['decode proto']
  expect([...functions.keys(), ...lazy].filter((name) => !own.includes(name)).sort()).toEqual([...functionCatalog.keys()].sort())
  for (const [name, { parameters, optional, rest }] of functions) {
    const entry = functionCatalog.get(name)
    if (entry === undefined || name === 'decode') continue
    expect([name, entry.least, entry.most]).toEqual([name, parameters.length - optional, rest === undefined ? parameters.length : Infinity])
  }
})
