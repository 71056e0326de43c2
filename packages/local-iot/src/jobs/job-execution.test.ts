import fc from 'fast-check'
import { expect, it } from 'vitest'
import { JobError } from './job-error.ts'
import {
  EXECUTION_STATUSES, isTerminal, mayMove, moved, type By, type ExecutionStatus, type JobExecution, type Move,
} from './job-execution.ts'
import { timesOutAtMs } from './time-out.ts'

const MINUTE_MS = 60_000
const queued: JobExecution = {
  jobId: 'job-1', thingName: 'keg-1', executionNumber: 1, position: 1, status: 'QUEUED', queuedAtMs: 0, lastUpdatedAtMs: 0, version: 1,
  retried: { FAILED: 0, TIMED_OUT: 0 },
}
const inProgress = moved(queued, { to: 'IN_PROGRESS', by: 'device', nowMs: 0 })
const started = (move: Partial<Move> = {}) => moved(queued, { to: 'IN_PROGRESS', by: 'device', nowMs: 0, ...move })
const codeOf = (work: () => unknown) => {
  try {
    return work() as never
  } catch (error) {
    return error instanceof JobError ? error.code : String(error)
  }
}

// iot-jobs-lifecycle.html#iot-job-execution-states
it.each<[ExecutionStatus, By, readonly ExecutionStatus[]]>([
  ['QUEUED', 'device', ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED']],
  ['QUEUED', 'service', ['REMOVED', 'CANCELED']],
  ['IN_PROGRESS', 'device', ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED']],
  ['IN_PROGRESS', 'service', ['TIMED_OUT', 'REMOVED', 'CANCELED']],
  ...EXECUTION_STATUSES.filter(isTerminal).flatMap((status) => [
    [status, 'device', []] as [ExecutionStatus, By, []], [status, 'service', []] as [ExecutionStatus, By, []],
  ]),
])('lets go from %s by the %s to %j alone', (from, by, to) => {
  expect(EXECUTION_STATUSES.filter((status) => mayMove(from, status, by)).sort()).toEqual([...to].sort())
})

it('says how an execution stands that can not go on', () => {
  const done = moved(inProgress, { to: 'SUCCEEDED', by: 'device', nowMs: 5, statusDetails: { step: '2' } })
  const refused = new JobError('InvalidStateTransition', 'A job execution can\'t go from SUCCEEDED to IN_PROGRESS.', {
    status: 'SUCCEEDED', statusDetails: { step: '2' }, versionNumber: 3,
  })
  expect(() => moved(done, { to: 'IN_PROGRESS', by: 'device', nowMs: 6 })).toThrow(refused)
})

it('never leaves a terminal state, and its version grows by one with each change, whatever comes', () => {
  const move = fc.record({
    to: fc.constantFrom(...EXECUTION_STATUSES), by: fc.constantFrom<By>('device', 'service'), nowMs: fc.nat(1e6),
    stepTimeoutInMinutes: fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined }),
  })
  fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
    let execution = queued
    for (const next of moves) {
      const before = execution
      const isRefused = codeOf(() => (execution = moved(before, next))) as unknown
      if (isTerminal(before.status)) expect(execution).toBe(before)
      if (execution === before) expect(['InvalidStateTransition', 'InvalidRequest']).toContain(isRefused)
      else expect(execution.version).toBe(before.version + 1)
    }
  }))
})

// jobs-configurations-details.html#job-timeout-timers-works
it('times out by the step timer, and by the in-progress timer at the latest', () => {
  let execution = started({ inProgressTimeoutInMinutes: 20 })
  const dues = [[5, 7], [10, 5], [13, 9]].map(([atMinute = 0, stepTimeoutInMinutes]) => {
    execution = moved(execution, { to: 'IN_PROGRESS', by: 'device', nowMs: atMinute * MINUTE_MS, stepTimeoutInMinutes })
    return (timesOutAtMs(execution) ?? NaN) / MINUTE_MS
  })
  expect(dues).toEqual([12, 15, 20])
})

it.each<[string, Partial<Move>, Partial<Move>, number | undefined]>([
  ['stays without a new value', { stepTimeoutInMinutes: 3 }, {}, 3],
  ['ends with -1', { stepTimeoutInMinutes: 3 }, { stepTimeoutInMinutes: -1 }, undefined],
  ['ends with the execution', { stepTimeoutInMinutes: 3 }, { to: 'SUCCEEDED' }, undefined],
  ['is not there without one', {}, {}, undefined],
])('the step timer %s', (_, first, second, minutes) => {
  const execution = moved(started(first), { to: 'IN_PROGRESS', by: 'device', nowMs: MINUTE_MS, ...second })
  expect(timesOutAtMs(execution)).toBe(minutes === undefined ? undefined : minutes * MINUTE_MS)
})

it('does not start the in-progress timer again', () => {
  const execution = moved(started({ inProgressTimeoutInMinutes: 5 }), {
    to: 'IN_PROGRESS', by: 'device', nowMs: MINUTE_MS, inProgressTimeoutInMinutes: 60,
  })
  expect(timesOutAtMs(execution)).toBe(5 * MINUTE_MS)
})

it.each([0, -2, 1.5, 10_081, NaN])('refuses %s minutes', (stepTimeoutInMinutes) => {
  expect(codeOf(() => started({ stepTimeoutInMinutes }))).toBe('InvalidRequest')
})
