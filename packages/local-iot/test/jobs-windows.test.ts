import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { MINUTE_MS, openJobs } from './open-jobs.ts'

// jobs-configurations-details.html#jobs-scheduling-maintenance-window
const group = 'arn:aws:iot:us-east-1:123456789012:thinggroup/bars'
const HOUR_MS = 60 * MINUTE_MS
/** A clock of a Monday, four hours before the window opens. */
function monday() {
  const clock = new ManualClock()
  const atMs = Date.parse('2026-11-30T14:00:00Z')
  clock.advance(atMs - clock.nowMs())
  return clock
}
const WINDOW = { startTime: 'cron(0 18 ? * MON *)', durationInMinutes: 90 }
type Jobs = ReturnType<typeof openJobs>

async function bars(jobs: Jobs, ...names: readonly string[]): Promise<void> {
  await jobs.iot.call('CreateThingGroup', { thingGroupName: 'bars' })
  await jobs.things(...names)
  for (const thingName of names) await join(jobs, thingName)
}
const join = (jobs: Jobs, thingName: string) => jobs.iot.call('AddThingToThingGroup', { thingName, thingGroupName: 'bars' })
const continuous = (jobs: Jobs, more: object = {}) =>
  jobs.job('update', [group], { targetSelection: 'CONTINUOUS', schedulingConfig: { maintenanceWindows: [WINDOW] }, ...more })
const next = async (jobs: Jobs, thingName: string) => {
  const { execution } = (await jobs.ask(thingName, '$next/get')).body as { execution?: { jobId: string; status: string } }
  return execution?.status
}

it('rolls a job out in its window, and leaves what is queued at the end of it to the next', async () => {
  await using jobs = openJobs(monday())
  await bars(jobs, 'keg-a', 'keg-b', 'keg-c')
  await continuous(jobs, { jobExecutionsRolloutConfig: { maximumPerMinute: 2 } })
  expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS' })
  jobs.clock.advance(4 * HOUR_MS)
  expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Queued: 2 })
  jobs.clock.advance(MINUTE_MS)
  expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Queued: 3 })
  await jobs.ask('keg-a', 'start-next')
  jobs.heard.length = 0
  jobs.clock.advance(90 * MINUTE_MS)
  expect(jobs.heard.filter(({ topic }) => topic.endsWith('/notify')).map(({ topic, body }) => [topic, body['jobs']])).toEqual([
    ['keg-b/jobs/notify', {}], ['keg-c/jobs/notify', {}],
  ])
  // What runs may end, what is queued may not begin.
  expect([await next(jobs, 'keg-a'), await next(jobs, 'keg-b')]).toEqual(['IN_PROGRESS', undefined])
  expect((await jobs.ask('keg-b', 'start-next')).body['execution']).toBeUndefined()
  expect((await jobs.ask('keg-b', 'update/update', { status: 'SUCCEEDED' })).topic).toMatch(/\/rejected$/)
  expect((await jobs.ask('keg-b', 'update/update', { status: 'SUCCEEDED' })).body['code']).toBe('InvalidStateTransition')
  await jobs.ask('keg-a', 'update/update', { status: 'SUCCEEDED' })
  jobs.clock.advance(7 * 24 * HOUR_MS - 91 * MINUTE_MS)
  expect([await next(jobs, 'keg-a'), await next(jobs, 'keg-b')]).toEqual([undefined, 'QUEUED'])
})

it('begins at once in a window that is open, and tells of the next seven', async () => {
  const clock = monday()
  clock.advance(5 * HOUR_MS)
  await using jobs = openJobs(clock)
  await bars(jobs, 'keg-a')
  await continuous(jobs)
  expect(await next(jobs, 'keg-a')).toBe('QUEUED')
  const { job } = await jobs.iot.call('DescribeJob', { jobId: 'update' })
  expect(job?.scheduledJobRollouts?.map(({ startTime }) => startTime)).toEqual([
    '2026-12-07 18:00', '2026-12-14 18:00', '2026-12-21 18:00', '2026-12-28 18:00', '2027-01-04 18:00', '2027-01-11 18:00', '2027-01-18 18:00',
  ])
})

it('lets who joins between two windows begin in the next', async () => {
  await using jobs = openJobs(monday())
  await bars(jobs, 'keg-a')
  await continuous(jobs)
  await jobs.things('keg-b')
  await join(jobs, 'keg-b')
  expect(await next(jobs, 'keg-b')).toBeUndefined()
  jobs.clock.advance(4 * HOUR_MS)
  expect(await next(jobs, 'keg-b')).toBe('QUEUED')
})

it('lets what is queued run once the job has ended, as no window comes any more', async () => {
  await using jobs = openJobs(monday())
  await bars(jobs, 'keg-a')
  await continuous(jobs, { schedulingConfig: { maintenanceWindows: [WINDOW], endTime: '2026-12-01 06:00', endBehavior: 'STOP_ROLLOUT' } })
  jobs.clock.advance(6 * HOUR_MS)
  expect(await next(jobs, 'keg-a')).toBeUndefined()
  jobs.clock.advance(10 * HOUR_MS)
  await jobs.ask('keg-a', 'update/update', { status: 'SUCCEEDED' })
  expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Succeeded: 1 })
})

it('takes the windows of a template for continuous jobs of it', async () => {
  await using jobs = openJobs(monday())
  await bars(jobs, 'keg-a')
  const [thingArn = ''] = await jobs.things('keg-b')
  const { jobTemplateArn } = await jobs.iot.call('CreateJobTemplate', {
    jobTemplateId: 'weekly', description: 'weekly', document: '{}', maintenanceWindows: [WINDOW],
  })
  await jobs.iot.call('CreateJob', { jobId: 'update', targets: [group], targetSelection: 'CONTINUOUS', jobTemplateArn })
  await jobs.iot.call('CreateJob', { jobId: 'once', targets: [thingArn], jobTemplateArn })
  expect([await next(jobs, 'keg-a'), await next(jobs, 'keg-b')]).toEqual([undefined, 'QUEUED'])
})
