import { memoryChangeLog } from '@keg/store/change-log/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { RouteHandler } from '../http/route.ts'
import { jobOf, memoryJobs } from '../testing/memory-jobs.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { cancelJob } from './cancel-job.ts'
import { getJob } from './get-job.ts'
import { listJobs } from './list-jobs.ts'

type Request = Partial<Pick<APIGatewayProxyEventV2, 'pathParameters' | 'queryStringParameters' | 'headers'>>
// Of the event, a route reads what `Request` names, and the request's id.
const call = async (handler: RouteHandler, request: Request = {}) => {
  const { statusCode, body = '' } = await handler({
    requestContext: { requestId: 'r-1' }, ...request, headers: { ...bearer(tokens.brewer), ...request.headers },
  } as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}
const log = memoryChangeLog()
const nowMs = () => 9

describe('a list of jobs', () => {
  const jobs = memoryJobs(jobOf('j-old', 1), jobOf('j-new', 3), jobOf('j-b', 2), jobOf('j-a', 2))
  const list = async (queryStringParameters: Record<string, string> = {}) => {
    const { body } = await call(listJobs({ gate, jobs }), { queryStringParameters })
    return [body.items.map(({ jobId }: { jobId: string }) => jobId), body.cursor]
  }

  it('has the newest first', async () => {
    expect(await list()).toEqual([['j-new', 'j-a', 'j-b', 'j-old'], undefined])
  })

  it('goes on where the page before ended, also where others are made or gone meanwhile', async () => {
    expect(await list({ limit: '2' })).toEqual([['j-new', 'j-a'], '2.j-a'])
    expect(await list({ cursor: '2.j-a' })).toEqual([['j-b', 'j-old'], undefined])
    expect(await list({ cursor: '2.j-aa' })).toEqual([['j-b', 'j-old'], undefined])
    expect(await list({ limit: '4' })).toEqual([expect.any(Array), undefined])
  })

  it('leaves out one that is gone since it was listed', async () => {
    const [gone, kept] = [jobOf('j-gone', 2), jobOf('j-kept', 1)]
    const answer = await call(listJobs({ gate, jobs: { all: async () => [gone, kept], job: memoryJobs(kept).job } }))
    expect(answer.body.items).toEqual([kept])
  })

  it.each(['x', '1.', '.j', '1.a b', '-1.j', '1e3.j'])('takes no cursor %j', async (cursor) => {
    expect(await call(listJobs({ gate, jobs }), { queryStringParameters: { cursor } })).toMatchObject({
      status: 400, body: { errors: [{ pointer: '#/query/cursor' }] },
    })
  })
})

describe('one job', () => {
  const get = (jobId: string) => call(getJob({ gate, jobs: memoryJobs(jobOf('j-1', 1)) }), { pathParameters: { jobId } })

  it('is told of', async () => {
    expect(await get('j-1')).toEqual({ status: 200, body: jobOf('j-1', 1) })
  })

  it.each([['j-2', 404], ['j/1', 400], ['j'.repeat(65), 400]])('%s is none: %i', async (jobId, status) => {
    expect((await get(jobId)).status).toBe(status)
  })
})

describe('taking a job back', () => {
  const cancel = (jobs: ReturnType<typeof memoryJobs>, jobId: string, headers: Record<string, string> = {}) =>
    call(cancelJob({ gate, jobs, log, nowMs }), { pathParameters: { jobId }, headers })

  it.each(['IN_PROGRESS', 'SCHEDULED'])('that is %s says who did, once', async (status) => {
    const jobs = memoryJobs(jobOf('j-1', 1, { status }))
    for (const headers of [{ 'idempotency-key': status }, { 'idempotency-key': status }, {}])
      expect(await cancel(jobs, 'j-1', headers)).toEqual({ status: 202, body: { jobId: 'j-1', status: 'CANCELED' } })
    expect(jobs.comments).toEqual(['Canceled by brewer.'])
  })

  it.each(['COMPLETED', 'DELETION_IN_PROGRESS'])('that is %s is refused', async (status) => {
    const answer = await cancel(memoryJobs(jobOf('j-1', 1, { status })), 'j-1')
    expect(answer).toMatchObject({ status: 409, body: { detail: `The job j-1 is over: ${status}.` } })
  })

  it('that ends meanwhile is refused', async () => {
    const jobs = { ...memoryJobs(jobOf('j-1', 1)), cancel: async () => false }
    expect((await cancel(jobs, 'j-1')).status).toBe(409)
  })

  it('that there is not is refused', async () => {
    expect((await cancel(memoryJobs(), 'j-1')).status).toBe(404)
  })

  it.each([tokens.berlin, tokens.viewer])('is for brewers', async (token) => {
    expect((await cancel(memoryJobs(jobOf('j-1', 1)), 'j-1', bearer(token))).status).toBe(403)
  })
})
