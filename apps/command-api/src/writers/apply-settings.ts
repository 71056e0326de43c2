import { shortened } from '@keg/message-schemas'
import type { PartialSettings } from '@keg/message-schemas/keg'
import type { ChangeLog } from '@keg/store'
import type { KegRegistry } from '../ports.ts'
import { eachOf } from './each-of.ts'
import { makeChange, planChange, plannedChange, type PlannedChange } from './planned-change.ts'
import { WishRefused, type KegWishes } from './ports.ts'
import { MAX_REASON, type RowResult } from './result-file.ts'
import type { SettingsRow } from './settings-file.ts'

/** What rows are applied with. */
export interface ApplyPorts {
  readonly wishes: KegWishes
  readonly registry: KegRegistry
  readonly log: ChangeLog
  readonly nowMs: () => number
  /** Whether there is time for another part. */
  readonly hasTime: () => boolean
}

/** The time is over, and rows are left: the job has to be begun again, and goes on from there. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

/** Rows whose plan is one item of the log: few enough that it stays far below what an item holds. */
const PART_ROWS = 50
/** The step that tells how many rows there are, for those who come when the file is gone. */
const ROWS = 'rows'
const FIRST_PART = '0'
const AT_ONCE = 10

/** What has become of a row. */
type Result = Pick<RowResult, 'outcome' | 'reason'>
/** What is to be done with a row, or what has become of it. */
type Planned = { readonly change: PlannedChange } | Result

/**
 * Applies rows, part by part, and answers what became of each. The parts that are done are kept in the log under the job's name, and what
 * is planned of a part before any of it is changed: begun again after a kill, it changes no keg twice and forgets none. Rejects with
 * {@link OutOfTime} between two parts.
 */
export async function applySettings(job: string, rows: readonly SettingsRow[], ports: ApplyPorts): Promise<RowResult[]> {
  const results: RowResult[] = []
  for (let from = 0; from < rows.length; from += PART_ROWS) {
    const part = rows.slice(from, from + PART_ROWS)
    results.push(...(await applyPart(job, String(from), part, ports, rows.length)))
  }
  return results
}

/** What became of rows so far, of those that nobody has come to `not done`. */
export async function resultsSoFar(
  job: string, rows: readonly Pick<SettingsRow, 'row' | 'kegId'>[], log: ChangeLog, reason: string,
): Promise<RowResult[]> {
  const results: RowResult[] = []
  for (let from = 0; from < rows.length; from += PART_ROWS) {
    const part = rows.slice(from, from + PART_ROWS)
    const { outcome } = (await log.step(job, String(from))) ?? {}
    results.push(...(outcome === undefined
      ? part.map(({ row, kegId }): RowResult => ({ row, kegId, outcome: 'not done', reason }))
      : readOutcome(outcome)))
  }
  return results
}

/** The same of rows whose file is gone, by their numbers; `undefined` where none of them was begun. */
export async function resultsOfGone(job: string, log: ChangeLog, reason: string): Promise<RowResult[] | undefined> {
  const rows = Number((await log.step(job, ROWS))?.plan ?? 0)
  const numbered = Array.from({ length: rows }, (_, index) => ({ row: index + 1, kegId: '' }))
  return rows === 0 ? undefined : resultsSoFar(job, numbered, log, reason)
}

// Only `applyPart` writes outcomes of uploads.
const readOutcome = (outcome: string) => JSON.parse(outcome) as RowResult[]

async function applyPart(job: string, step: string, part: readonly SettingsRow[], ports: ApplyPorts, rows: number): Promise<RowResult[]> {
  const { log, nowMs, hasTime, wishes } = ports
  const before = await log.step(job, step)
  if (before?.outcome !== undefined) return readOutcome(before.outcome)
  if (!hasTime()) throw new OutOfTime(`The time is over before row ${part[0]?.row ?? 0} of ${job}.`)
  const { plan } = before ?? (await log.plan(job, step, JSON.stringify(await planPart(part, ports)), nowMs()))
  if (step === FIRST_PART) await log.plan(job, ROWS, String(rows), nowMs())
  // As `planPart` made it.
  const planned = JSON.parse(plan) as Planned[]
  const results: RowResult[] = []
  await eachOf(part.entries(), AT_ONCE, async ([index, { row, kegId }]) => {
    const what = planned[index]
    if (what !== undefined) results[index] = { row, kegId, ...('change' in what ? await change(kegId, what.change, wishes) : what) }
  })
  await log.settle(job, step, JSON.stringify(results))
  return results
}

async function planPart(part: readonly SettingsRow[], ports: ApplyPorts): Promise<Planned[]> {
  const planned: Planned[] = []
  await eachOf(part.entries(), AT_ONCE, async ([index, { kegId, wish }]) => {
    planned[index] = wish.ok ? await planRow(kegId, wish.desired, ports) : { outcome: wish.outcome, reason: wish.reason }
  })
  return planned
}

async function planRow(kegId: string, desired: PartialSettings, { registry, wishes }: ApplyPorts): Promise<Planned> {
  if (!(await registry.has(kegId))) return { outcome: 'no such keg', reason: '' }
  return unlessRefused(async () => {
    const planned = planChange(await wishes.read(kegId), desired)
    return planned === undefined ? { outcome: 'unchanged', reason: '' } : { change: planned }
  })
}

const change = (kegId: string, planned: PlannedChange, wishes: KegWishes): Promise<Result> =>
  unlessRefused(async () => {
    // As `planChange` made it.
    const done = await makeChange(kegId, plannedChange.parse(planned) as PlannedChange, wishes)
    return done === 'changed'
      ? { outcome: 'changed', reason: '' }
      : { outcome: 'refused', reason: 'somebody has wished otherwise since the file came' }
  })

async function unlessRefused<Done>(work: () => Promise<Done | Result>): Promise<Done | Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WishRefused) return { outcome: 'refused', reason: shortened(error.message, MAX_REASON) }
    throw error
  }
}
