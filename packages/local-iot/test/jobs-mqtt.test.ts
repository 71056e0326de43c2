import { describe, expect, it } from 'vitest'
import { MINUTE_MS, openJobs } from './open-jobs.ts'

const NOW_SEC = 1_700_000_000
const execution = (jobId: string, more: object = {}) => ({
  jobId, thingName: 'keg-1', status: 'QUEUED', queuedAt: NOW_SEC, lastUpdatedAt: NOW_SEC, versionNumber: 1, executionNumber: 1,
  jobDocument: { for: jobId }, ...more,
})

async function openKeg(...jobIds: readonly string[]) {
  const jobs = openJobs()
  const targets = await jobs.things('keg-1')
  for (const jobId of jobIds) await jobs.job(jobId, targets)
  return { ...jobs, targets }
}
const topics = (heard: readonly { topic: string }[]) => heard.map(({ topic }) => topic.replace('keg-1/jobs/', ''))

// The sequences were seen on AWS, 2026-08-26: `notify` with the set of pending executions, `notify-next` with its first.
describe('notifications', () => {
  it('tell of a first job both, and of a second one behind it by notify alone', async () => {
    await using jobs = await openKeg('one')
    const summary = { jobId: 'one', queuedAt: NOW_SEC, lastUpdatedAt: NOW_SEC, versionNumber: 1, executionNumber: 1 }
    expect(jobs.heard.splice(0)).toEqual([
      { topic: 'keg-1/jobs/notify', body: { timestamp: NOW_SEC, jobs: { QUEUED: [summary] } } },
      { topic: 'keg-1/jobs/notify-next', body: { timestamp: NOW_SEC, execution: execution('one') } },
    ])
    await jobs.job('two', jobs.targets)
    expect(jobs.heard).toEqual([
      { topic: 'keg-1/jobs/notify', body: { timestamp: NOW_SEC, jobs: { QUEUED: [summary, { ...summary, jobId: 'two' }] } } },
    ])
  })
  it('say nothing when the next job starts', async () => {
    await using jobs = await openKeg('one')
    await jobs.ask('keg-1', 'start-next')
    expect(topics(jobs.heard)).toEqual(['start-next/accepted'])
  })
  it('come after the answer that ends a job, and are empty after the last one', async () => {
    await using jobs = await openKeg('one', 'two')
    await jobs.ask('keg-1', 'one/update', { status: 'SUCCEEDED' })
    expect(topics(jobs.heard)).toEqual(['one/update/accepted', 'notify', 'notify-next'])
    expect(jobs.heard.at(-1)?.body).toMatchObject({ execution: { jobId: 'two', jobDocument: { for: 'two' } } })
    await jobs.ask('keg-1', 'two/update', { status: 'SUCCEEDED' })
    expect(jobs.heard).toEqual([
      { topic: 'keg-1/jobs/two/update/accepted', body: { timestamp: NOW_SEC } },
      { topic: 'keg-1/jobs/notify', body: { timestamp: NOW_SEC, jobs: {} } },
      { topic: 'keg-1/jobs/notify-next', body: { timestamp: NOW_SEC } },
    ])
  })
  // jobs-mqtt-api.html#mqtt-nextjobexecutionchanged
  it('tell of a later job that is started before the first', async () => {
    await using jobs = await openKeg('one', 'two')
    await jobs.ask('keg-1', 'two/update', { status: 'IN_PROGRESS' })
    expect(topics(jobs.heard)).toEqual(['two/update/accepted', 'notify-next'])
    expect(jobs.heard.at(-1)?.body).toMatchObject({
      execution: { jobId: 'two', status: 'IN_PROGRESS', versionNumber: 2, startedAt: NOW_SEC },
    })
  })
  // job-limits.html#job-execution-limits
  it('list ten pending executions at most, and so does GetPendingJobExecutions', async () => {
    await using jobs = await openKeg(...Array.from({ length: 12 }, (_, index) => `job-${index}`))
    const all = jobs.heard.findLast(({ topic }) => topic.endsWith('/notify'))?.body['jobs'] as { QUEUED: { jobId: string }[] }
    expect(all.QUEUED.map(({ jobId }) => jobId)).toEqual(Array.from({ length: 10 }, (_, index) => `job-${index}`))
    expect((await jobs.ask('keg-1', 'get')).body['queuedJobs']).toHaveLength(10)
  })
})

describe('requests', () => {
  it('get: what is in progress and what is queued', async () => {
    await using jobs = await openKeg('one', 'two')
    jobs.clock.advance(5000)
    await jobs.ask('keg-1', 'two/update', { status: 'IN_PROGRESS' })
    expect(await jobs.ask('keg-1', 'get', { clientToken: 'c-1' })).toEqual({
      topic: 'keg-1/jobs/get/accepted',
      body: {
        clientToken: 'c-1', timestamp: NOW_SEC + 5,
        inProgressJobs: [
          { jobId: 'two', queuedAt: NOW_SEC, startedAt: NOW_SEC + 5, lastUpdatedAt: NOW_SEC + 5, versionNumber: 2, executionNumber: 1 },
        ],
        queuedJobs: [{ jobId: 'one', queuedAt: NOW_SEC, lastUpdatedAt: NOW_SEC, versionNumber: 1, executionNumber: 1 }],
      },
    })
  })
  it('start-next: starts the next one once, and leaves the details of one that runs', async () => {
    await using jobs = await openKeg('one')
    const started = execution('one', { status: 'IN_PROGRESS', statusDetails: { step: '1' }, startedAt: NOW_SEC, versionNumber: 2 })
    expect((await jobs.ask('keg-1', 'start-next', { statusDetails: { step: '1' } })).body)
      .toEqual({ timestamp: NOW_SEC, execution: started })
    expect((await jobs.ask('keg-1', 'start-next', { statusDetails: { step: '9' } })).body)
      .toEqual({ timestamp: NOW_SEC, execution: started })
  })
  it('$next/get: starts nothing', async () => {
    await using jobs = await openKeg('one')
    expect((await jobs.ask('keg-1', '$next/get')).body).toEqual({ timestamp: NOW_SEC, execution: execution('one') })
    expect((await jobs.ask('keg-1', 'one/get', { includeJobDocument: false })).body['execution']).toEqual({
      ...execution('one'), jobDocument: undefined,
    })
  })
  it.each(['start-next', '$next/get'])('%s: answers nothing where nothing is pending', async (what) => {
    await using jobs = await openKeg()
    expect((await jobs.ask('keg-1', what, { clientToken: 'x' })).body).toEqual({ clientToken: 'x', timestamp: NOW_SEC })
  })
  it('update: answers with state and document where they are asked for', async () => {
    await using jobs = await openKeg('one')
    const asked = {
      status: 'IN_PROGRESS', statusDetails: { percent: '10' }, expectedVersion: 1, includeJobExecutionState: true, includeJobDocument: true,
      clientToken: 'u',
    }
    expect((await jobs.ask('keg-1', 'one/update', asked)).body).toEqual({
      clientToken: 'u', timestamp: NOW_SEC, executionState: { status: 'IN_PROGRESS', statusDetails: { percent: '10' }, versionNumber: 2 },
      jobDocument: { for: 'one' },
    })
    // Details that are not given stay.
    expect((await jobs.ask('keg-1', 'one/update', { status: 'SUCCEEDED', includeJobExecutionState: true })).body['executionState'])
      .toEqual({ status: 'SUCCEEDED', statusDetails: { percent: '10' }, versionNumber: 3 })
  })
  it('take null for what is absent', async () => {
    await using jobs = await openKeg('one')
    const asked = {
      status: 'IN_PROGRESS', executionNumber: null, expectedVersion: null, statusDetails: null, stepTimeoutInMinutes: null,
      clientToken: null,
    }
    expect(await jobs.ask('keg-1', 'one/update', asked)).toEqual({ topic: 'keg-1/jobs/one/update/accepted', body: { timestamp: NOW_SEC } })
  })
  it('take an empty payload as a request for nothing special', async () => {
    await using jobs = await openKeg('one')
    expect((await jobs.ask('keg-1', 'get', '')).topic).toBe('keg-1/jobs/get/accepted')
  })
  it('say how long is left until the time-out', async () => {
    await using jobs = await openKeg('one')
    await jobs.ask('keg-1', 'start-next', { stepTimeoutInMinutes: 2 })
    jobs.clock.advance(MINUTE_MS / 2)
    expect((await jobs.ask('keg-1', 'one/get')).body).toMatchObject({ execution: { approximateSecondsBeforeTimedOut: 90 } })
  })
})

// jobs-api.html#jobs-mqtt-error-response
describe('refusals', () => {
  const state = (status: string, versionNumber: number) => ({ executionState: { status, versionNumber } })
  it.each<[string, unknown, object]>([
    ['one/update', { status: 'IN_PROGRESS', expectedVersion: 7 }, {
      code: 'VersionMismatch', message: 'Expected version 7 but found version 1', ...state('QUEUED', 1),
    }],
    ['one/update', { status: 'QUEUED' }, { code: 'InvalidStateTransition', ...state('QUEUED', 1) }],
    ['done/update', { status: 'IN_PROGRESS' }, {
      code: 'InvalidStateTransition', message: 'A job execution can\'t go from SUCCEEDED to IN_PROGRESS.', ...state('SUCCEEDED', 2),
    }],
    ['done/get', {}, { code: 'TerminalStateReached' }],
    ['none/get', {}, { code: 'ResourceNotFound', message: 'Job execution none of thing keg-1 cannot be found.' }],
    ['none/update', { status: 'FAILED' }, { code: 'ResourceNotFound' }],
    ['one/get', { executionNumber: 2 }, { code: 'ResourceNotFound' }],
    ['one/update', {}, { code: 'InvalidRequest', message: 'An update of a job execution needs a status.' }],
    ['one/update', { status: 'DONE' }, { code: 'InvalidRequest' }],
    ['one/update', { status: 'FAILED', statusDetails: { a: 1 } }, { code: 'InvalidRequest' }],
    ['one/update', { status: 'FAILED', statusDetails: { 'not a name': 'x' } }, { code: 'InvalidRequest' }],
    ['one/update', { status: 'IN_PROGRESS', stepTimeoutInMinutes: 10_081 }, { code: 'InvalidRequest' }],
    ['start-next', { stepTimeoutInMinutes: 0 }, { code: 'InvalidRequest' }],
    ['one/update', { status: 'FAILED', includeJobDocument: 'yes' }, { code: 'InvalidRequest' }],
    ['$next/update', { status: 'FAILED' }, { code: 'InvalidRequest' }],
    ['start-next', 'x', { code: 'InvalidJson' }],
    ['get', '[1]', { code: 'InvalidJson' }],
  ])('%s %j', async (what, body, refusal) => {
    await using jobs = await openKeg('done', 'one')
    await jobs.ask('keg-1', 'done/update', { status: 'SUCCEEDED' })
    const asked = typeof body === 'object' ? { clientToken: 'r', ...body } : body
    const answer = await jobs.ask('keg-1', what, asked)
    expect(answer.topic).toBe(`keg-1/jobs/${what}/rejected`)
    expect(answer.body).toMatchObject({
      ...refusal, message: expect.any(String), timestamp: NOW_SEC, ...(typeof body === 'object' ? { clientToken: 'r' } : {}),
    })
    if (!Object.hasOwn(refusal, 'executionState')) expect(answer.body).not.toHaveProperty('executionState')
    // Nothing has changed.
    expect((await jobs.ask('keg-1', '$next/get')).body).toMatchObject({ execution: { jobId: 'one', status: 'QUEUED', versionNumber: 1 } })
  })
  it('are told to a thing that is not in the registry', async () => {
    await using jobs = await openKeg()
    expect((await jobs.ask('nobody', 'get')).body).toMatchObject({ code: 'ResourceNotFound', message: 'Thing nobody cannot be found.' })
  })
})
