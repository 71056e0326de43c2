import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqliteTables } from '../src/adapters/sqlite-tables.ts'
import type { Tables } from '../src/state/table.ts'
import { MINUTE_MS, openJobs } from './open-jobs.ts'

let directory: string
const open: Tables[] = []
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'keg-jobs-'))))
afterEach(() => {
  for (const tables of open.splice(0)) tables.close()
  rmSync(directory, { recursive: true })
})
/** The tables of a folder as a kill would leave it. */
function tablesOf(name: string, killed?: string): Tables {
  const folder = join(directory, name)
  if (killed === undefined) mkdirSync(folder)
  else cpSync(join(directory, killed), folder, { recursive: true })
  const tables = openSqliteTables(join(folder, 'state.sqlite'))
  open.push(tables)
  return tables
}

it('goes on with rollout, time-outs and schedules after a kill in the middle of them', async () => {
  const before = new ManualClock()
  await using first = openJobs(before, tablesOf('first'))
  const names = Array.from({ length: 7 }, (_, index) => `keg-${index}`)
  const timeoutConfig = { inProgressTimeoutInMinutes: 3 }
  await first.job('update', await first.things(...names), {
    jobExecutionsRolloutConfig: { maximumPerMinute: 3 }, timeoutConfig,
    jobExecutionsRetryConfig: { criteriaList: [{ failureType: 'TIMED_OUT', numberOfRetries: 1 }] },
  })
  const endTime = new Date(before.nowMs() + 60 * MINUTE_MS).toISOString()
  await first.job('later', await first.things('keg-a'), {
    schedulingConfig: { startTime: new Date(before.nowMs() + 30 * MINUTE_MS).toISOString(), endTime, endBehavior: 'FORCE_CANCEL' },
  })
  await first.iot.call('UpdateEventConfigurations', { eventConfigurations: { JOB: { Enabled: true } } })
  await first.ask('keg-0', 'start-next', { statusDetails: { step: '1' } })
  before.advance(MINUTE_MS)
  expect(await first.stands('update')).toEqual({ status: 'IN_PROGRESS', InProgress: 1, Queued: 5 })

  const clock = new ManualClock()
  clock.advance(MINUTE_MS + MINUTE_MS / 2)
  await using again = openJobs(clock, tablesOf('second', 'first'))
  // Half a minute of the rate is left.
  expect(await again.stands('update')).toEqual({ status: 'IN_PROGRESS', InProgress: 1, Queued: 5 })
  expect((await again.ask('keg-0', '$next/get')).body).toMatchObject({
    execution: { jobId: 'update', statusDetails: { step: '1' }, versionNumber: 2, approximateSecondsBeforeTimedOut: 90 },
  })
  clock.advance(MINUTE_MS / 2)
  expect(await again.stands('update')).toEqual({ status: 'IN_PROGRESS', InProgress: 1, Queued: 6 })
  clock.advance(MINUTE_MS)
  expect(await again.stands('update')).toEqual({ status: 'IN_PROGRESS', Queued: 7 })
  expect((await again.ask('keg-0', '$next/get')).body).toMatchObject({ execution: { executionNumber: 2, status: 'QUEUED' } })
  clock.advance(27 * MINUTE_MS)
  expect(await again.stands('later')).toEqual({ status: 'IN_PROGRESS', Queued: 1 })
  clock.advance(30 * MINUTE_MS)
  expect(await again.stands('later')).toEqual({ status: 'COMPLETED', Canceled: 1 })
  expect(again.heard.map(({ topic }) => topic)).toContain('$aws/events/job/later/completed')
})

it('does what was due while nothing ran', async () => {
  const before = new ManualClock()
  await using first = openJobs(before, tablesOf('first'))
  await first.job('update', await first.things('keg-0', 'keg-1'), { jobExecutionsRolloutConfig: { maximumPerMinute: 1 } })
  await first.ask('keg-0', 'start-next', { stepTimeoutInMinutes: 1 })

  const clock = new ManualClock()
  clock.advance(60 * MINUTE_MS)
  await using again = openJobs(clock, tablesOf('second', 'first'))
  clock.advance(0)
  expect(await again.stands('update')).toEqual({ status: 'IN_PROGRESS', TimedOut: 1, Queued: 1 })
  await again.ask('keg-1', 'update/update', { status: 'SUCCEEDED' })
  expect(await again.stands('update')).toEqual({ status: 'COMPLETED', TimedOut: 1, Succeeded: 1 })
})

it('opens the maintenance windows of a job after a kill, and closes them', async () => {
  const MIDNIGHT_MS = Date.parse('2026-11-30T00:00:00Z')
  const standing = (atMs: number) => {
    const clock = new ManualClock()
    clock.advance(atMs - clock.nowMs())
    return clock
  }
  await using first = openJobs(standing(MIDNIGHT_MS), tablesOf('first'))
  const [target = ''] = await first.things('keg-a')
  const maintenanceWindows = [{ startTime: 'cron(0 18 * * ? *)', durationInMinutes: 90 }]
  await first.job('update', [target], { targetSelection: 'CONTINUOUS', schedulingConfig: { maintenanceWindows } })
  const clock = standing(MIDNIGHT_MS + 19 * 60 * MINUTE_MS)
  await using second = openJobs(clock, tablesOf('second', 'first'))
  expect((await second.ask('keg-a', '$next/get')).body['execution']).toMatchObject({ jobId: 'update', status: 'QUEUED' })
  clock.advance(60 * MINUTE_MS)
  expect((await second.ask('keg-a', '$next/get')).body['execution']).toBeUndefined()
})
