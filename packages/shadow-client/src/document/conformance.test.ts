import { readFileSync } from 'node:fs'
import { expect, describe, it } from 'vitest'
import knownGaps from '../../conformance/known-gaps.json' with { type: 'json' }
import { deleteShadow, getShadow, type ShadowRecord, type ShadowRequestContext, updateShadow } from './index.ts'

interface Step {
  op: 'update' | 'get' | 'delete' | 'list'
  thingName: string
  shadowName?: string
  payload?: unknown
  payloadText?: string
  payloadBase64?: string
  nowSec: number
  expect: {
    accepted?: unknown
    acceptedAnyOf?: unknown[]
    delta?: unknown
    documents?: unknown
    rejected?: Rejected
    rejectedAnyOf?: Rejected[]
  }
}
type Rejected = Record<string, unknown> & { messagePrefix?: string }

const cases = ['shadow-documents', 'field'].flatMap(
  (name) => JSON.parse(readFileSync(new URL(`../../conformance/${name}.json`, import.meta.url), 'utf8')) as { id: string; steps: Step[] }[],
)
const gaps: Readonly<Record<string, string>> = knownGaps

const bytesOf = ({ payload, payloadText, payloadBase64 }: Step) =>
  payloadBase64 !== undefined ? Buffer.from(payloadBase64, 'base64') : Buffer.from(payloadText ?? JSON.stringify(payload))
const operations = { update: updateShadow, get: getShadow, delete: deleteShadow }

/** The whole of a shadow service: records by thing and shadow name. */
function createService() {
  const records = new Map<string, ShadowRecord | undefined>()
  return {
    run(step: Step) {
      const context: ShadowRequestContext = {
        thingName: step.thingName,
        nowSec: step.nowSec,
        ...(step.shadowName !== undefined && { shadowName: step.shadowName }),
      }
      if (step.op === 'list') return { accepted: list(step) }
      const key = `${step.thingName}/${step.shadowName ?? ''}`
      const result = operations[step.op](records.get(key), bytesOf(step), context)
      records.set(key, result.record)
      return result
    },
  }
  function list({ thingName, nowSec }: Step) {
    const existing = [...records].filter(([, record]) => record?.document !== undefined).map(([key]) => key.split('/'))
    return {
      resultsUnordered: existing.filter(([thing, name]) => thing === thingName && name !== '').map(([, name]) => name).sort(),
      timestamp: nowSec,
    }
  }
}

const includes = (rejected: unknown, { messagePrefix, ...rest }: Rejected) => {
  expect(rejected).toMatchObject(messagePrefix === undefined ? rest : { ...rest, message: expect.stringContaining(messagePrefix) })
}
const oneOf = <T>(candidates: T[], check: (candidate: T) => void) => {
  const failures = candidates.flatMap((candidate) => {
    try {
      check(candidate)
      return []
    } catch (error) {
      return [error]
    }
  })
  if (failures.length === candidates.length) throw failures[0]
}

function checkStep(actual: ReturnType<ReturnType<typeof createService>['run']>, { expect: wanted }: Step): void {
  const json = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
  const result: { accepted?: unknown; rejected?: unknown; delta?: unknown; documents?: unknown } = actual
  if (wanted.accepted !== undefined) expect(json(result.accepted)).toEqual(wanted.accepted)
  if (wanted.acceptedAnyOf !== undefined) oneOf(wanted.acceptedAnyOf, (candidate) => expect(json(result.accepted)).toEqual(candidate))
  if (wanted.rejected !== undefined) includes(result.rejected, wanted.rejected)
  if (wanted.rejectedAnyOf !== undefined) oneOf(wanted.rejectedAnyOf, (candidate) => includes(result.rejected, candidate))
  for (const kind of ['delta', 'documents'] as const) {
    if (wanted[kind] !== 'any') expect(json(result[kind]) ?? null).toEqual(wanted[kind] ?? null)
  }
}

function check({ steps }: { steps: Step[] }): void {
  const service = createService()
  for (const step of steps) checkStep(service.run(step), step)
}

describe('shadow documents', () => {
  it.each(cases.filter(({ id }) => gaps[id] === undefined))('$id', check)
  // A gap that begins to pass has to leave the list.
  it.each(cases.filter(({ id }) => gaps[id] !== undefined))('known gap $id', (row) => {
    expect(() => check(row)).toThrow()
  })
})
