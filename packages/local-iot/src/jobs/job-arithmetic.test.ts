import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAbort, metCriterion } from './abort.ts'
import type { ExecutionStatus, JobExecution } from './job-execution.ts'
import { pendingOrder } from './pending.ts'
import { checkRetry, nextRetry } from './retry.ts'
import { checkRollout, ratePerMinute, type RolloutConfig } from './rollout.ts'
import { checkSchedule, readTime } from './schedule.ts'
import { checkStatusDetails } from './status-details.ts'

const refused = (work: () => void) => expect(work).toThrow(expect.objectContaining({ code: 'InvalidRequest' }))

describe('the rate of a rollout', () => {
  const exponential = (baseRatePerMinute: number, incrementFactor: number, rateIncreaseCriteria: object): RolloutConfig => ({
    exponentialRate: { baseRatePerMinute, incrementFactor, rateIncreaseCriteria },
  })
  // The table of jobs-configurations-details.html#job-rollout-using
  const guide = exponential(50, 2, { numberOfNotifiedThings: 1000 })
  it.each<[string, RolloutConfig, number, number, number]>([
    ['without a configuration', {}, 0, 0, 1000],
    ['constant', { maximumPerMinute: 7 }, 500, 0, 7],
    ['exponential, at first', guide, 999, 999, 50],
    ['exponential, once', guide, 1000, 0, 100],
    ['exponential, twice', guide, 2000, 0, 200],
    ['exponential, three times', guide, 3000, 0, 400],
    ['exponential, by success', exponential(50, 2, { numberOfSucceededThings: 10 }), 5000, 20, 200],
    ['exponential, with a bound', { ...guide, maximumPerMinute: 120 }, 2000, 0, 120],
    ['exponential, with a small factor', exponential(10, 1.1, { numberOfNotifiedThings: 10 }), 20, 0, 12],
  ])('%s', (_, config, notified, succeeded, rate) => {
    expect(ratePerMinute(config, { notified, succeeded })).toBe(rate)
  })
  it('never falls, and is never under one nor over its bound', () => {
    const config = fc.record({
      base: fc.integer({ min: 1, max: 1000 }), factor: fc.integer({ min: 11, max: 50 }).map((tenths) => tenths / 10),
      every: fc.integer({ min: 1, max: 100 }), maximumPerMinute: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(fc.property(config, fc.nat(5000), fc.nat(5000), ({ base, factor, every, maximumPerMinute }, one, other) => {
      const rate = (notified: number) =>
        ratePerMinute({ ...exponential(base, factor, { numberOfNotifiedThings: every }), maximumPerMinute }, { notified, succeeded: 0 })
      const [low, high] = [rate(Math.min(one, other)), rate(Math.max(one, other))]
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(1)
      expect(high).toBeLessThanOrEqual(maximumPerMinute)
    }))
  })
  it.each([
    exponential(50, 1.55, { numberOfNotifiedThings: 1 }), exponential(50, 2, {}),
    exponential(50, 2, { numberOfNotifiedThings: 1, numberOfSucceededThings: 1 }),
  ])('refuses %j', (config) => {
    refused(() => checkRollout(config))
  })
})

describe('abort criteria', () => {
  const counts = (given: Partial<Record<ExecutionStatus, number>>) => ({
    QUEUED: 0, IN_PROGRESS: 0, SUCCEEDED: 0, FAILED: 0, TIMED_OUT: 0, REJECTED: 0, REMOVED: 0, CANCELED: 0, ...given,
  })
  const criterion = (failureType: string, thresholdPercentage: number, minNumberOfExecutedThings: number) => ({
    failureType, action: 'CANCEL', thresholdPercentage, minNumberOfExecutedThings,
  })
  it.each<[string, ReturnType<typeof criterion>, Partial<Record<ExecutionStatus, number>>, boolean]>([
    ['at its percentage', criterion('FAILED', 50, 2), { FAILED: 1, SUCCEEDED: 1 }, true],
    ['under it', criterion('FAILED', 50.01, 2), { FAILED: 1, SUCCEEDED: 1 }, false],
    ['before enough things were told', criterion('FAILED', 50, 3), { FAILED: 2 }, false],
    ['with enough things told', criterion('FAILED', 50, 3), { FAILED: 2, QUEUED: 1 }, true],
    ['of another failure', criterion('TIMED_OUT', 1, 1), { FAILED: 5, REJECTED: 5 }, false],
    ['of all failures together', criterion('ALL', 100, 3), { FAILED: 1, TIMED_OUT: 1, REJECTED: 1 }, true],
    ['canceled and removed ones are no failures', criterion('ALL', 1, 1), { CANCELED: 3, REMOVED: 3 }, false],
  ])('are met %s', (_, config, executions, isMet) => {
    expect(metCriterion({ criteriaList: [config] }, counts(executions))).toEqual(isMet ? config : undefined)
  })
  it.each([0, 10.999])('refuse %s %%', (percentage) => refused(() => checkAbort({ criteriaList: [criterion('ALL', percentage, 1)] })))
})

describe('retries', () => {
  const of = (...criteria: readonly (readonly [failureType: string, numberOfRetries: number])[]) => ({
    criteriaList: criteria.map(([failureType, numberOfRetries]) => ({ failureType, numberOfRetries })),
  })
  it.each<[string, ReturnType<typeof of> | undefined, ExecutionStatus, JobExecution['retried'], JobExecution['retried'] | undefined]>([
    ['a failure', of(['FAILED', 2]), 'FAILED', { FAILED: 1, TIMED_OUT: 0 }, { FAILED: 2, TIMED_OUT: 0 }],
    ['no more than was asked for', of(['FAILED', 2]), 'FAILED', { FAILED: 2, TIMED_OUT: 0 }, undefined],
    [
      'each failure type by its own count', of(['FAILED', 2], ['TIMED_OUT', 1]), 'TIMED_OUT', { FAILED: 2, TIMED_OUT: 0 },
      { FAILED: 2, TIMED_OUT: 1 },
    ],
    ['ALL by both counts', of(['ALL', 3]), 'TIMED_OUT', { FAILED: 2, TIMED_OUT: 1 }, undefined],
    ['no rejection', of(['ALL', 3]), 'REJECTED', { FAILED: 0, TIMED_OUT: 0 }, undefined],
    ['nothing without a configuration', undefined, 'FAILED', { FAILED: 0, TIMED_OUT: 0 }, undefined],
  ])('%s', (_, config, status, retried, next) => {
    expect(nextRetry(config, status, retried)).toEqual(next)
  })
  it.each([
    [of(['FAILED', 6], ['TIMED_OUT', 5]), true], [of(['FAILED', 1], ['FAILED', 1]), true], [of(['ALL', 1], ['FAILED', 1]), true],
    [of(['TIMED_OUT', 1]), false],
  ] as const)('refuse %j, with a time-out: %s', (config, hasTimeout) => {
    refused(() => checkRetry(config, hasTimeout))
  })
})

describe('a schedule', () => {
  const nowMs = Date.parse('2026-11-30T06:00:00Z')
  it.each([
    ['2026-12-24 18:00', '2026-12-24T18:00:00Z'], ['2026-12-24T18:00:30Z', '2026-12-24T18:00:30Z'],
    ['2026-12-24T18:00+01:00', '2026-12-24T17:00:00Z'],
  ])('reads %s', (text, iso) => expect(readTime(text)).toBe(Date.parse(iso)))
  it.each([
    { startTime: 'tomorrow' }, { startTime: '2026-13-24 18:00' }, { startTime: '2027-02-30 10:00' }, { startTime: '2027-02-29T10:00Z' },
    { endTime: '2027-06-31 10:00' }, { startTime: '2026-11-30 06:29' }, { startTime: '2027-12-30 06:00' },
    { endTime: '2026-11-30 06:29' }, { startTime: '2026-12-01 06:00', endTime: '2026-12-01 06:29' }, { endTime: '2028-12-30 06:00' },
    { endBehavior: 'CANCEL' },
    ...[
      'tomorrow', 'cron(0 10 * * *)', 'cron(0 10 * * * *)', 'cron(0 10 ? * ? *)', 'cron(99 10 * * ? *)', 'cron(0 10 * * ? 2020)', 'rate(1 hour)',
    ].map((startTime) => ({ maintenanceWindows: [{ startTime, durationInMinutes: 60 }] })),
  ])('refuses %j', (config) => refused(() => checkSchedule(config, true, nowMs)))
  it.each([
    {}, { startTime: '2026-11-30 06:30' }, { startTime: '2026-12-01 06:00', endTime: '2026-12-01 06:30', endBehavior: 'CANCEL' },
  ])('takes %j', (config) => {
    expect(() => checkSchedule(config, false, nowMs)).not.toThrow()
  })
})

describe('status details', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
  it.each([undefined, {}, many(10), { 'a:b_c-1': 'x'.repeat(1024) }])('take %#', (details) =>
    expect(() => checkStatusDetails(details)).not.toThrow())
  it.each([many(11), { 'a b': '1' }, { ['k'.repeat(129)]: '1' }, { a: '' }, { a: 'x'.repeat(1025) }, { a: 'line\nbreak' }])(
    'refuse %#', (details) => refused(() => checkStatusDetails(details)),
  )
})

it('runs what is in progress first, then what was queued first', () => {
  const execution = (jobId: string, position: number, status: ExecutionStatus) => ({ jobId, position, status }) as JobExecution
  const all = [execution('c', 3, 'QUEUED'), execution('d', 4, 'IN_PROGRESS'), execution('a', 1, 'QUEUED'), execution('b', 2, 'IN_PROGRESS')]
  expect(pendingOrder(all).map(({ jobId }) => jobId)).toEqual(['b', 'd', 'a', 'c'])
})
