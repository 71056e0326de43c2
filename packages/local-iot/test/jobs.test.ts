import { describe, expect, it } from 'vitest'
import { MINUTE_MS, openJobs } from './open-jobs.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `keg-${index}`)
const group = (name: string) => `arn:aws:iot:us-east-1:123456789012:thinggroup/${name}`

type Jobs = Awaited<ReturnType<typeof openJobs>>

/** Ends the next execution of a thing. */
async function finish(jobs: Jobs, thingName: string, status = 'SUCCEEDED'): Promise<void> {
  const next = (await jobs.ask(thingName, '$next/get')).body['execution'] as { jobId: string } | undefined
  await jobs.ask(thingName, `${next?.jobId}/update`, { status })
}
async function fill(jobs: Jobs, thingGroupName: string, things: readonly string[], parentGroupName?: string): Promise<void> {
  await jobs.iot.call('CreateThingGroup', { thingGroupName, parentGroupName })
  await jobs.things(...things)
  for (const thingName of things) await jobs.iot.call('AddThingToThingGroup', { thingName, thingGroupName })
}
const notified = async (jobs: Jobs, jobId: string) => (await jobs.iot.call('ListJobExecutionsForJob', { jobId })).executionSummaries?.length

describe('a rollout', () => {
  it('keeps its rate', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things(...names(7)), { jobExecutionsRolloutConfig: { maximumPerMinute: 3 } })
    expect((await jobs.iot.call('DescribeJob', { jobId: 'update' })).job?.isConcurrent).toBe(true)
    const told = [await notified(jobs, 'update')]
    for (const byMs of [MINUTE_MS - 1, 1, MINUTE_MS - 1, 1]) {
      jobs.clock.advance(byMs)
      told.push(await notified(jobs, 'update'))
    }
    expect(told).toEqual([3, 3, 6, 6, 7])
    expect((await jobs.iot.call('DescribeJob', { jobId: 'update' })).job?.isConcurrent).toBe(false)
  })
  it('grows with what was told', async () => {
    await using jobs = openJobs()
    const exponentialRate = { baseRatePerMinute: 2, incrementFactor: 2, rateIncreaseCriteria: { numberOfNotifiedThings: 4 } }
    await jobs.job('update', await jobs.things(...names(20)), { jobExecutionsRolloutConfig: { exponentialRate } })
    const told = [await notified(jobs, 'update')]
    for (let minute = 0; minute < 4; minute++) {
      jobs.clock.advance(MINUTE_MS)
      told.push(await notified(jobs, 'update'))
    }
    // 2, 2, then at 4 told 4 a minute, at 8 told 8.
    expect(told).toEqual([2, 4, 8, 16, 20])
  })
  it('grows with what has succeeded', async () => {
    await using jobs = openJobs()
    const exponentialRate = { baseRatePerMinute: 1, incrementFactor: 3, rateIncreaseCriteria: { numberOfSucceededThings: 1 } }
    await jobs.job('update', await jobs.things(...names(5)), { jobExecutionsRolloutConfig: { exponentialRate } })
    jobs.clock.advance(MINUTE_MS)
    expect(await notified(jobs, 'update')).toBe(2)
    await finish(jobs, 'keg-0')
    jobs.clock.advance(MINUTE_MS)
    expect(await notified(jobs, 'update')).toBe(5)
  })
  it('skips things that are gone when their time comes', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things(...names(3)), { jobExecutionsRolloutConfig: { maximumPerMinute: 1 } })
    await jobs.iot.call('DeleteThing', { thingName: 'keg-1' })
    jobs.clock.advance(MINUTE_MS)
    await finish(jobs, 'keg-0')
    await finish(jobs, 'keg-2')
    expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Succeeded: 2 })
  })
})

describe('a snapshot job', () => {
  it('is completed by its last thing, and lists how each has ended', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things(...names(4)))
    for (const [index, status] of ['SUCCEEDED', 'FAILED', 'REJECTED'].entries()) await finish(jobs, `keg-${index}`, status)
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Succeeded: 1, Failed: 1, Rejected: 1, Queued: 1 })
    await finish(jobs, 'keg-3')
    expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Succeeded: 2, Failed: 1, Rejected: 1 })
    expect((await jobs.iot.call('DescribeJob', { jobId: 'update' })).job?.completedAt).toEqual(new Date(jobs.clock.nowMs()))
  })
  it('is for the things in a group as they are, those of groups below too, each once', async () => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a'])
    await fill(jobs, 'berlin', ['keg-b'], 'bars')
    await jobs.job('update', [group('bars'), 'arn:aws:iot:us-east-1:123456789012:thing/keg-b'])
    await fill(jobs, 'munich', ['keg-c'], 'bars')
    const { executionSummaries } = await jobs.iot.call('ListJobExecutionsForJob', { jobId: 'update' })
    expect(executionSummaries?.map(({ thingArn }) => thingArn?.split('/')[1])).toEqual(['keg-a', 'keg-b'])
  })
})

// API_CreateJob.html#iot-CreateJob-request-targetSelection
describe('a continuous job', () => {
  it('runs on things that join its groups later, and is never completed', async () => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a'])
    await fill(jobs, 'berlin', [], 'bars')
    await jobs.job('update', [group('bars')], { targetSelection: 'CONTINUOUS', jobExecutionsRolloutConfig: { maximumPerMinute: 1 } })
    await finish(jobs, 'keg-a')
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Succeeded: 1 })
    await jobs.things('keg-b', 'keg-c')
    // Past the rate, as the page on dynamic groups says; by a group below.
    await jobs.iot.call('AddThingToThingGroup', { thingName: 'keg-b', thingGroupName: 'berlin' })
    await jobs.iot.call('UpdateThingGroupsForThing', { thingName: 'keg-c', thingGroupsToAdd: ['bars'] })
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Succeeded: 1, Queued: 2 })
    // By a template, as a device that is provisioned.
    const Thing = { Type: 'AWS::IoT::Thing', Properties: { ThingName: 'keg-d', ThingGroups: ['berlin'] } }
    await jobs.iot.call('RegisterThing', { templateBody: JSON.stringify({ Resources: { Thing } }) })
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Succeeded: 1, Queued: 3 })
  })
  it('removes the execution of a thing that leaves, and runs again on one that comes back', async () => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a', 'keg-b'])
    await jobs.job('update', [group('bars')], { targetSelection: 'CONTINUOUS' })
    await jobs.ask('keg-a', 'start-next')
    jobs.heard.length = 0
    await jobs.iot.call('RemoveThingFromThingGroup', { thingName: 'keg-a', thingGroupName: 'bars' })
    expect(jobs.heard.map(({ topic }) => topic)).toEqual(['keg-a/jobs/notify', 'keg-a/jobs/notify-next'])
    await jobs.iot.call('RemoveThingFromThingGroup', { thingName: 'keg-b', thingGroupName: 'bars' })
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Removed: 2 })
    await jobs.iot.call('AddThingToThingGroup', { thingName: 'keg-a', thingGroupName: 'bars' })
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Removed: 1, Queued: 1 })
    expect((await jobs.ask('keg-a', '$next/get')).body).toMatchObject({
      execution: { executionNumber: 2, status: 'QUEUED', versionNumber: 1 },
    })
  })
  it('takes further targets', async () => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a'])
    await fill(jobs, 'cellars', ['keg-b'])
    await jobs.job('update', [group('bars')], { targetSelection: 'CONTINUOUS' })
    jobs.clock.advance(MINUTE_MS)
    await jobs.iot.call('AssociateTargetsWithJob', { jobId: 'update', targets: [group('cellars')], comment: 'cellars, too' })
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Queued: 2 })
    expect((await jobs.iot.call('DescribeJob', { jobId: 'update' })).job).toMatchObject({
      targets: [group('bars'), group('cellars')], comment: 'cellars, too',
    })
  })
})

it('removes the executions of a thing or group that is deleted, and completes the job', async () => {
  await using jobs = openJobs()
  await fill(jobs, 'bars', ['keg-a'])
  await jobs.job('update', [group('bars'), ...(await jobs.things('keg-b'))])
  await jobs.iot.call('DeleteThing', { thingName: 'keg-b' })
  await jobs.iot.call('DeleteThingGroup', { thingGroupName: 'bars' })
  expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Removed: 2 })
})

describe('time-outs', () => {
  it('end an execution that is in progress for too long, and tell the device', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things('keg-a', 'keg-b'), { timeoutConfig: { inProgressTimeoutInMinutes: 10 } })
    jobs.clock.advance(20 * MINUTE_MS)
    await jobs.ask('keg-a', 'start-next')
    jobs.clock.advance(10 * MINUTE_MS - 1)
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', InProgress: 1, Queued: 1 })
    jobs.heard.length = 0
    jobs.clock.advance(1)
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', TimedOut: 1, Queued: 1 })
    expect(jobs.heard.map(({ topic }) => topic)).toEqual(['keg-a/jobs/notify', 'keg-a/jobs/notify-next'])
  })
  it('of a step begin again with each update that names one', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things('keg-a'))
    await jobs.ask('keg-a', 'start-next', { stepTimeoutInMinutes: 2 })
    jobs.clock.advance(MINUTE_MS)
    await jobs.ask('keg-a', 'update/update', { status: 'IN_PROGRESS', stepTimeoutInMinutes: 3 })
    jobs.clock.advance(2 * MINUTE_MS)
    expect(await jobs.stands('update')).toMatchObject({ InProgress: 1 })
    jobs.clock.advance(MINUTE_MS)
    expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', TimedOut: 1 })
  })
})

describe('retries', () => {
  it('come after failures and time-outs, as often as was asked for', async () => {
    await using jobs = openJobs()
    const jobExecutionsRetryConfig = {
      criteriaList: [{ failureType: 'FAILED', numberOfRetries: 1 }, { failureType: 'TIMED_OUT', numberOfRetries: 1 }],
    }
    await jobs.job('update', await jobs.things('keg-a'), { jobExecutionsRetryConfig, timeoutConfig: { inProgressTimeoutInMinutes: 1 } })
    await finish(jobs, 'keg-a', 'FAILED')
    await jobs.ask('keg-a', 'start-next')
    jobs.clock.advance(MINUTE_MS)
    await finish(jobs, 'keg-a', 'FAILED')
    expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Failed: 1 })
    const { executionSummaries } = await jobs.iot.call('ListJobExecutionsForThing', { thingName: 'keg-a' })
    expect(executionSummaries?.map(({ jobExecutionSummary: one }) => [one?.executionNumber, one?.status, one?.retryAttempt])).toEqual([
      [1, 'FAILED', 0], [2, 'TIMED_OUT', 1], [3, 'FAILED', 2],
    ])
  })
  it('are none after a rejection', async () => {
    await using jobs = openJobs()
    await jobs.job('update', await jobs.things('keg-a'), {
      jobExecutionsRetryConfig: { criteriaList: [{ failureType: 'ALL', numberOfRetries: 3 }] },
    })
    await finish(jobs, 'keg-a', 'REJECTED')
    expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Rejected: 1 })
  })
})

describe('abort criteria', () => {
  it('cancel what is queued, and no more is rolled out', async () => {
    await using jobs = openJobs()
    const abortConfig = {
      criteriaList: [{ failureType: 'FAILED', action: 'CANCEL', thresholdPercentage: 50, minNumberOfExecutedThings: 4 }],
    }
    await jobs.job('update', await jobs.things(...names(8)), { abortConfig, jobExecutionsRolloutConfig: { maximumPerMinute: 4 } })
    await jobs.ask('keg-2', 'start-next')
    await finish(jobs, 'keg-0', 'FAILED')
    expect(await jobs.stands('update')).toMatchObject({ status: 'IN_PROGRESS' })
    await finish(jobs, 'keg-1', 'FAILED')
    expect(await jobs.stands('update')).toEqual({ status: 'CANCELED', Failed: 2, InProgress: 1, Canceled: 1 })
    jobs.clock.advance(10 * MINUTE_MS)
    expect(await notified(jobs, 'update')).toBe(4)
    expect((await jobs.iot.call('DescribeJob', { jobId: 'update' })).job?.comment)
      .toBe('Aborted: at least 50 % of the job executions ended as FAILED.')
    // What runs may end.
    await finish(jobs, 'keg-2')
    expect(await jobs.stands('update')).toMatchObject({ status: 'CANCELED', Succeeded: 1 })
  })
})

// jobs-configurations-details.html#jobs-scheduling-without-maintenance-window
describe('a schedule', () => {
  const at = (jobs: Jobs, minutes: number) =>
    new Date(Math.ceil(jobs.clock.nowMs() / MINUTE_MS) * MINUTE_MS + minutes * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')
  it('starts a job at its time, for the things that are there then', async () => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a'])
    await jobs.job('update', [group('bars')], { schedulingConfig: { startTime: at(jobs, 60) } })
    expect(await jobs.stands('update')).toEqual({ status: 'SCHEDULED' })
    await jobs.things('keg-b')
    await jobs.iot.call('AddThingToThingGroup', { thingName: 'keg-b', thingGroupName: 'bars' })
    jobs.clock.advance(62 * MINUTE_MS)
    expect(await jobs.stands('update')).toEqual({ status: 'IN_PROGRESS', Queued: 2 })
  })
  it.each<[string, object, object]>([
    ['STOP_ROLLOUT', { status: 'IN_PROGRESS', Queued: 1, InProgress: 1 }, { status: 'COMPLETED', Succeeded: 2 }],
    ['CANCEL', { status: 'IN_PROGRESS', Canceled: 1, InProgress: 1 }, { status: 'COMPLETED', Canceled: 1, Succeeded: 1 }],
    ['FORCE_CANCEL', { status: 'COMPLETED', Canceled: 2 }, { status: 'COMPLETED', Canceled: 2 }],
  ])('ends a continuous job with %s', async (endBehavior, then, atLast) => {
    await using jobs = openJobs()
    await fill(jobs, 'bars', ['keg-a', 'keg-b', 'keg-c'])
    await jobs.job('update', [group('bars')], {
      targetSelection: 'CONTINUOUS', schedulingConfig: { endTime: at(jobs, 60), endBehavior },
      jobExecutionsRolloutConfig: { maximumPerMinute: 2 },
    })
    await jobs.iot.call('RemoveThingFromThingGroup', { thingName: 'keg-c', thingGroupName: 'bars' })
    await jobs.ask('keg-a', 'start-next')
    jobs.clock.advance(62 * MINUTE_MS)
    expect(await jobs.stands('update')).toEqual(then)
    await jobs.iot.call('AddThingToThingGroup', { thingName: 'keg-c', thingGroupName: 'bars' })
    for (const thingName of ['keg-a', 'keg-b'])
      if ((await jobs.ask(thingName, '$next/get')).body['execution'] !== undefined) await finish(jobs, thingName)
    expect(await jobs.stands('update')).toEqual(atLast)
  })
})
