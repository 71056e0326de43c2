import { connectClient } from '@keg/mqtt-broker/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openJobs } from './open-jobs.ts'

it('is worked off by a thousand things behind ten connections', async () => {
  await using jobs = openJobs()
  const names = Array.from({ length: 1000 }, (_, index) => `keg-${index}`)
  await jobs.iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
  await jobs.things(...names)
  for (const thingName of names) await jobs.iot.call('AddThingToThingGroup', { thingName, thingGroupName: 'kegs' })
  await jobs.job('update', ['arn:aws:iot:us-east-1:123456789012:thinggroup/kegs'])
  await Promise.all(Array.from({ length: 10 }, async (_, bar) => {
    const { client } = await connectClient(jobs.core.broker, { clientId: `bar-${bar}` })
    for (const thingName of names.slice(bar * 100, (bar + 1) * 100)) {
      for (const [what, body] of [['start-next', '{}'], ['update/update', '{"status":"SUCCEEDED"}']] as const) {
        client.publish(`$aws/things/${thingName}/jobs/${what}`, body)
        expect((await client.next('publish')).topic).toBe(`$aws/things/${thingName}/jobs/${what}/accepted`)
      }
    }
    client.send({ cmd: 'disconnect' })
    await client.closed
  }))
  expect(await jobs.stands('update')).toEqual({ status: 'COMPLETED', Succeeded: 1000 })
})

it('keeps its books, whatever devices and operators do', async () => {
  const things = ['keg-0', 'keg-1', 'keg-2']
  const thing = fc.constantFrom(...things)
  const step = fc.oneof(
    fc.record({ do: fc.constant('start' as const), thing }),
    fc.record({
      do: fc.constant('update' as const), thing,
      status: fc.constantFrom('IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'QUEUED', 'CANCELED'),
    }),
    fc.record({ do: fc.constant('cancel' as const), thing }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constantFrom('join' as const, 'leave' as const), thing }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.constantFrom('SNAPSHOT', 'CONTINUOUS'), async (steps, targetSelection) => {
      await using jobs = openJobs()
      await jobs.things(...things)
      await jobs.iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
      for (const thingName of things) await jobs.iot.call('AddThingToThingGroup', { thingName, thingGroupName: 'kegs' })
      const jobExecutionsRetryConfig = { criteriaList: [{ failureType: 'ALL', numberOfRetries: 2 }] }
      const jobId = 'update'
      await jobs.job(jobId, ['arn:aws:iot:us-east-1:123456789012:thinggroup/kegs'], {
        targetSelection, jobExecutionsRetryConfig, jobExecutionsRolloutConfig: { maximumPerMinute: 2 },
        timeoutConfig: { inProgressTimeoutInMinutes: 3 },
      })
      const ended = new Map<string, unknown>()
      for (const one of steps) {
        if (one.do === 'start') await jobs.ask(one.thing, 'start-next')
        else if (one.do === 'update') await jobs.ask(one.thing, 'update/update', { status: one.status })
        else if (one.do === 'cancel')
          await jobs.iot.call('CancelJobExecution', { jobId, thingName: one.thing, force: true }).catch(() => undefined)
        else if (one.do === 'wait') jobs.clock.advance(one.minutes * 60_000)
        else await jobs.iot.call(one.do === 'join' ? 'AddThingToThingGroup' : 'RemoveThingFromThingGroup', {
          thingName: one.thing, thingGroupName: 'kegs',
        })
        const all = jobs.core.jobs.store.ofJob(jobId)
        // What has ended stays as it ended.
        for (const execution of all.filter(({ status }) => !['QUEUED', 'IN_PROGRESS'].includes(status))) {
          const key = `${execution.thingName} ${execution.executionNumber}`
          expect(ended.get(key) ?? execution).toEqual(execution)
          ended.set(key, execution)
        }
        // At most one execution of a thing is pending, and the counts are those of the executions.
        const { executions, things: ofThings } = jobs.core.jobs.store.counts(jobId)
        for (const name of things) expect(jobs.core.jobs.store.pendingOf(name).length).toBeLessThanOrEqual(1)
        for (const [status, count] of Object.entries(executions))
          expect(all.filter((execution) => execution.status === status)).toHaveLength(count)
        const last = things.flatMap((name) => jobs.core.jobs.store.last(jobId, name) ?? [])
        for (const [status, count] of Object.entries(ofThings))
          expect(last.filter((execution) => execution.status === status)).toHaveLength(count)
        const { job } = await jobs.iot.call('DescribeJob', { jobId })
        if (job?.status === 'COMPLETED') expect(last.every(({ status }) => !['QUEUED', 'IN_PROGRESS'].includes(status))).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})
