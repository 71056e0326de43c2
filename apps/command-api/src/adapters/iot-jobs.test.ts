import { getJobRoute } from '@keg/flows/routes'
import { describe, expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { iotJobs } from './iot-jobs.ts'

const NONE = { queued: 0, inProgress: 0, succeeded: 0, failed: 0, rejected: 0, timedOut: 0, canceled: 0, removed: 0 }
const bare = { jobId: 'j-1', status: 'IN_PROGRESS', targetSelection: 'SNAPSHOT', createdAt: 1_790_000_000 }
const seen = { jobId: 'j-1', status: 'IN_PROGRESS', continuous: false, targets: [], createdAtMs: 1_790_000_000_000, abort: [], counts: NONE }

it.each<[string, object, object]>([
  ['nothing more', {}, seen],
  ['its end', { status: 'CANCELED', completedAt: 1_790_000_001, comment: 'no', description: 'd' }, {
    ...seen, status: 'CANCELED', completedAtMs: 1_790_000_001_000, comment: 'no', description: 'd',
  }],
  ['its targets', { targetSelection: 'CONTINUOUS', targets: ['arn:aws:iot:x:1:thinggroup/kegs', 'arn:aws:iot:x:1:thing/k-1'] }, {
    ...seen, continuous: true, targets: [{ kind: 'group', name: 'kegs' }, { kind: 'thing', name: 'k-1' }],
  }],
  ['a steady rollout', { jobExecutionsRolloutConfig: { maximumPerMinute: 5 } }, { ...seen, rollout: { maximumPerMinute: 5 } }],
  [
    'a rollout that grows',
    {
      jobExecutionsRolloutConfig: {
        exponentialRate: { baseRatePerMinute: 20, incrementFactor: 1.5, rateIncreaseCriteria: { numberOfSucceededThings: 20 } },
      },
    },
    { ...seen, rollout: { exponential: { basePerMinute: 20, factor: 1.5, after: { succeeded: 20 } } } },
  ],
  ['no rollout', { jobExecutionsRolloutConfig: {} }, seen],
  [
    'when it is aborted',
    { abortConfig: { criteriaList: [{ failureType: 'ALL', action: 'CANCEL', thresholdPercentage: 20.5, minNumberOfExecutedThings: 2 }] } },
    { ...seen, abort: [{ failure: 'ALL', thresholdPercentage: 20.5, minimumExecutions: 2 }] },
  ],
  ['its counts', { jobProcessDetails: { numberOfQueuedThings: 2, numberOfTimedOutThings: 1 } }, {
    ...seen, counts: { ...NONE, queued: 2, timedOut: 1 },
  }],
])('tells of a job %s', async (_, more, job) => {
  const { client, asked } = answeringIot(() => ({ body: { job: { ...bare, ...more } } }))
  const found = await iotJobs(client).job('j-1')
  expect(JSON.parse(JSON.stringify(found))).toEqual(job)
  expect(getJobRoute.answer.schema.safeParse(found).success).toBe(true)
  expect(asked).toMatchObject([{ method: 'GET', path: '/jobs/j-1' }])
})

it('knows no job that is gone', async () => {
  expect(await iotJobs(answeringIot(() => ({ code: 'ResourceNotFoundException', status: 404 })).client).job('j-1')).toBeUndefined()
})

it('lists all, page by page', async () => {
  const { client, asked } = answeringIot(({ query: { nextToken } }) => ({
    body: { jobs: [{ jobId: nextToken ?? 'one', createdAt: 1 }], ...(nextToken === undefined ? { nextToken: 'two' } : {}) },
  }))
  expect(await iotJobs(client).all()).toEqual([{ jobId: 'one', createdAtMs: 1_000 }, { jobId: 'two', createdAtMs: 1_000 }])
  expect(asked.map(({ query }) => query['maxResults'])).toEqual(['250', '250'])
})

describe('taking a job back', () => {
  it('says who', async () => {
    const { client, asked } = answeringIot(() => ({}))
    expect(await iotJobs(client).cancel('j-1', 'by ada')).toBe(true)
    expect(asked).toMatchObject([{ method: 'PUT', path: '/jobs/j-1/cancel', body: { comment: 'by ada' } }])
  })

  it.each<[string, boolean]>([['InvalidRequestException', true], ['ThrottlingException', false]])('that AWS answers %s to: over is %s', async (code, isOver) => {
    const cancelled = iotJobs(answeringIot(() => ({ code })).client).cancel('j-1', 'by ada')
    if (isOver) expect(await cancelled).toBe(false)
    else await expect(cancelled).rejects.toThrow()
  })
})
