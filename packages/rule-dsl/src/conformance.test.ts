import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import knownGaps from '../conformance/known-gaps.json' with { type: 'json' }
import { functionCatalog } from './functions/catalog.ts'
import { functions } from './functions/index.ts'
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
  JSON.parse(text, ((_key: string, value: unknown, { source }: { source: string }) => (typeof value === 'number' ? `#${source}` : value)) as never)

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
  const { outputText: text = '', outputBase64, rendered }: { outputText?: string; outputBase64?: string; rendered?: string } = answer
  if (wanted.output !== undefined) expect(JSON.parse(text)).toEqual(wanted.output)
  if (wanted.outputText !== undefined) expect(exactly(text)).toEqual(exactly(wanted.outputText))
  if (wanted.outputBase64 !== undefined) expect(outputBase64).toBe(wanted.outputBase64)
  if (wanted.outputApprox !== undefined) checkNear(JSON.parse(text) as Record<string, unknown>, wanted.outputApprox)
  if (wanted.rendered !== undefined) expect(rendered).toBe(wanted.rendered)
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
