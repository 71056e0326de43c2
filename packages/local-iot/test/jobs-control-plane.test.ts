import {
  AssociateTargetsWithJobCommand, CancelJobCommand, CancelJobExecutionCommand, CreateJobCommand, CreateJobTemplateCommand,
  CreateThingCommand, CreateThingGroupCommand, DeleteJobCommand, DeleteJobExecutionCommand, DeleteJobTemplateCommand,
  DescribeEventConfigurationsCommand, DescribeJobCommand, DescribeJobExecutionCommand, DescribeJobTemplateCommand, GetJobDocumentCommand,
  ListJobExecutionsForJobCommand, ListJobExecutionsForThingCommand, ListJobsCommand, ListJobTemplatesCommand, ListTagsForResourceCommand,
  UpdateEventConfigurationsCommand, UpdateJobCommand, type CreateJobCommandInput,
} from '@aws-sdk/client-iot'
import { expect, it } from 'vitest'
import { errorOf, invalid, missing, refusalOf, taken } from './error-of.ts'
import { heard, useIot } from './start-iot.ts'

const started = useIot()
const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const badState = { name: 'InvalidStateTransitionException', status: 409 }

let made = 0
/** A job for a new thing, each of a name of its own. */
async function newJob(options: Partial<CreateJobCommandInput> = {}) {
  const [jobId, thingName] = [`job-${++made}`, `keg-${made}`]
  await started.control.send(new CreateThingCommand({ thingName }))
  await started.control.send(new CreateJobCommand({ jobId, targets: [arn(`thing/${thingName}`)], document: '{"do":"update"}', ...options }))
  return { jobId, thingName }
}
const ask = async (thingName: string, what: string, body: object = {}) => {
  const topic = `$aws/things/${thingName}/jobs/${what}`
  const [answer] = await heard(started.iot, `${topic}/+`, () => started.iot.publish(topic, JSON.stringify(body)))
  return JSON.parse(Buffer.from(answer?.payload ?? []).toString()) as Record<string, unknown>
}

it('describes a job by what it was made of', async () => {
  const settings: Partial<CreateJobCommandInput> = {
    description: 'new firmware', targetSelection: 'CONTINUOUS', presignedUrlConfig: { expiresInSec: 120 },
    jobExecutionsRolloutConfig: { maximumPerMinute: 5 },
    abortConfig: { criteriaList: [{ failureType: 'ALL', action: 'CANCEL', thresholdPercentage: 10.25, minNumberOfExecutedThings: 3 }] },
    timeoutConfig: { inProgressTimeoutInMinutes: 30 },
    jobExecutionsRetryConfig: { criteriaList: [{ failureType: 'FAILED', numberOfRetries: 2 }] },
  }
  const { jobId, thingName } = await newJob({ ...settings, tags: [{ Key: 'team', Value: 'bar' }] })
  const { job } = await started.control.send(new DescribeJobCommand({ jobId }))
  expect(job).toMatchObject({
    ...settings, jobId, jobArn: arn(`job/${jobId}`), status: 'IN_PROGRESS', isConcurrent: false, targets: [arn(`thing/${thingName}`)],
    createdAt: expect.any(Date), jobProcessDetails: { numberOfQueuedThings: 1, numberOfSucceededThings: 0 },
  })
  expect(job).not.toHaveProperty('document')
  expect((await started.control.send(new GetJobDocumentCommand({ jobId }))).document).toBe('{"do":"update"}')
  expect((await started.control.send(new ListTagsForResourceCommand({ resourceArn: arn(`job/${jobId}`) }))).tags)
    .toEqual([{ Key: 'team', Value: 'bar' }])
})

it('lists jobs, the newest first, by status, selection and group, page by page', async () => {
  await started.control.send(new CreateThingGroupCommand({ thingGroupName: 'listed' }))
  const targets = [arn('thinggroup/listed')]
  const ids = [
    (await newJob({ targets })).jobId,
    (await newJob({ targets, targetSelection: 'CONTINUOUS' })).jobId,
    (await newJob({ targets, targetSelection: 'CONTINUOUS' })).jobId,
  ]
  await started.control.send(new CancelJobCommand({ jobId: ids[2] ?? '' }))
  const listed = async (filter: object) =>
    (await started.control.send(new ListJobsCommand({ thingGroupName: 'listed', ...filter }))).jobs?.map(({ jobId }) => jobId)
  expect((await listed({}))?.sort()).toEqual([...ids].sort())
  expect(await listed({ status: 'COMPLETED' })).toEqual([ids[0]])
  expect((await listed({ targetSelection: 'CONTINUOUS' }))?.sort()).toEqual(ids.slice(1))
  expect(await listed({ status: 'CANCELED', targetSelection: 'CONTINUOUS' })).toEqual([ids[2]])
  const first = await started.control.send(new ListJobsCommand({ maxResults: 1 }))
  expect((await started.control.send(new ListJobsCommand({ maxResults: 1, nextToken: first.nextToken }))).jobs?.[0]?.jobId)
    .not.toBe(first.jobs?.[0]?.jobId)
})

/** A job document of so many levels. */
const deep = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

it.each<[string, Partial<CreateJobCommandInput>, object]>([
  ['no document', { document: undefined }, invalid],
  ['a document that is no JSON', { document: '{' }, invalid],
  ['a document that is no object', { document: '[]' }, invalid],
  ...[101, 3000, 16_000].map((levels): [string, Partial<CreateJobCommandInput>, object] => [
    `a document of ${levels} levels`, { document: deep(levels) }, invalid,
  ]),
  ['a document in S3, where there is none', {
    document: undefined, documentSource: 'https://s3.us-east-1.amazonaws.com/bucket/key',
  }, invalid],
  ['two documents', { documentSource: 'https://s3.us-east-1.amazonaws.com/bucket/key' }, invalid],
  ['a thing that is not there', { targets: [arn('thing/nobody')] }, missing],
  ['a group that is not there', { targets: [arn('thinggroup/nobody')] }, missing],
  ['a target that is neither', { targets: [arn('policy/all')] }, invalid],
  ['a template that is not there', { document: undefined, jobTemplateArn: arn('jobtemplate/none') }, missing],
  ['a time-out that can\'t be', { timeoutConfig: { inProgressTimeoutInMinutes: 10_081 } }, invalid],
  ['too many retries', { jobExecutionsRetryConfig: { criteriaList: [{ failureType: 'ALL', numberOfRetries: 11 }] } }, invalid],
  ['a start that is too near', { schedulingConfig: { startTime: '2020-01-01 10:00' } }, invalid],
  ['a selection that is none', { targetSelection: 'SOME' as 'SNAPSHOT' }, invalid],
  ['parameters of a managed template', { documentParameters: { a: 'b' } }, invalid],
  ['duplicate tags', { tags: [{ Key: 'a' }, { Key: 'a' }] }, invalid],
  ['a placeholder that nothing would fill', { document: '{"url":"${aws:iot:s3-presigned-url:https://s3.amazonaws.com/b/k}"}' }, invalid],
  ['a maintenance window that is for continuous jobs', {
    schedulingConfig: { maintenanceWindows: [{ startTime: 'cron(0 10 * * ? *)', durationInMinutes: 60 }] },
  }, invalid],
  ['a namespace', { namespaceId: 'greengrass' }, { name: 'NotImplementedException', status: 501 }],
])('refuses a job with %s, and leaves nothing of it', async (_, options, refusal) => {
  expect(await refusalOf(newJob(options))).toEqual(refusal)
  expect(await refusalOf(started.control.send(new DescribeJobCommand({ jobId: `job-${made}` })))).toEqual(missing)
  expect((await ask(`keg-${made}`, 'get'))['queuedJobs']).toEqual([])
})

it('takes a name once, until its job is deleted', async () => {
  const { jobId, thingName } = await newJob()
  const again = () => started.control.send(new CreateJobCommand({ jobId, targets: [arn(`thing/${thingName}`)], document: '{}' }))
  expect(await refusalOf(again())).toEqual(taken)
  await started.control.send(new DeleteJobCommand({ jobId, force: true }))
  await again()
})

it('cancels what is queued, and with force what runs', async () => {
  const { jobId, thingName } = await newJob()
  await ask(thingName, 'start-next')
  await started.control.send(new CancelJobCommand({ jobId, comment: 'a bad build', reasonCode: 'BAD_BUILD' }))
  const described = async () => (await started.control.send(new DescribeJobCommand({ jobId }))).job
  expect(await described()).toMatchObject({
    status: 'CANCELED', comment: 'a bad build', reasonCode: 'BAD_BUILD', jobProcessDetails: { numberOfInProgressThings: 1 },
  })
  await started.control.send(new CancelJobCommand({ jobId, force: true }))
  expect(await described()).toMatchObject({ forceCanceled: true, jobProcessDetails: { numberOfCanceledThings: 1 } })
  expect((await started.control.send(new DescribeJobExecutionCommand({ jobId, thingName }))).execution).toMatchObject({
    status: 'CANCELED', forceCanceled: true, versionNumber: 3, thingArn: arn(`thing/${thingName}`),
  })
  expect(await ask(thingName, `${jobId}/update`, { status: 'SUCCEEDED' })).toMatchObject({
    code: 'InvalidStateTransition', executionState: { status: 'CANCELED' },
  })
})

it('does not cancel, update or extend what is completed', async () => {
  const { jobId, thingName } = await newJob()
  await ask(thingName, `${jobId}/update`, { status: 'SUCCEEDED' })
  expect(await refusalOf(started.control.send(new CancelJobCommand({ jobId })))).toEqual(invalid)
  expect(await refusalOf(started.control.send(new UpdateJobCommand({ jobId, description: 'x' })))).toEqual(invalid)
  expect(await refusalOf(started.control.send(new AssociateTargetsWithJobCommand({ jobId, targets: [arn(`thing/${thingName}`)] }))))
    .toEqual(invalid)
})

it('deletes a job that has ended, and with force one that runs', async () => {
  const { jobId, thingName } = await newJob()
  expect(await errorOf(started.control.send(new DeleteJobCommand({ jobId })))).toEqual({
    ...badState, message: `Job ${jobId} is IN_PROGRESS: it can be deleted when it is COMPLETED or CANCELED, or with force.`,
  })
  const notes = await heard(started.iot, `$aws/things/${thingName}/jobs/+`, () =>
    started.control.send(new DeleteJobCommand({ jobId, force: true })))
  expect(notes.map(({ topic }) => topic.split('/').at(-1))).toEqual(['notify', 'notify-next'])
  expect(await refusalOf(started.control.send(new DescribeJobCommand({ jobId })))).toEqual(missing)
  expect(await refusalOf(started.control.send(new DescribeJobExecutionCommand({ jobId, thingName })))).toEqual(missing)
})

it('cancels and deletes single executions', async () => {
  const { jobId, thingName } = await newJob()
  const cancel = (options: object) => refusalOf(started.control.send(new CancelJobExecutionCommand({ jobId, thingName, ...options })))
  await ask(thingName, 'start-next')
  expect(await cancel({})).toEqual(badState)
  expect(await cancel({ force: true, expectedVersion: 1 })).toEqual({ name: 'VersionConflictException', status: 409 })
  expect(await refusalOf(started.control.send(new DeleteJobExecutionCommand({ jobId, thingName, executionNumber: 1 })))).toEqual(badState)
  expect(await cancel({ force: true, expectedVersion: 2, statusDetails: { by: 'operator' } })).toBe('no error')
  const { execution } = await started.control.send(new DescribeJobExecutionCommand({ jobId, thingName, executionNumber: 1 }))
  expect(execution).toMatchObject({ status: 'CANCELED', statusDetails: { detailsMap: { by: 'operator' } } })
  expect(await cancel({ force: true })).toEqual(badState)
  await started.control.send(new DeleteJobExecutionCommand({ jobId, thingName, executionNumber: 1 }))
  expect((await started.control.send(new ListJobExecutionsForJobCommand({ jobId }))).executionSummaries).toEqual([])
})

it('lists executions by status, job and page', async () => {
  const { jobId, thingName } = await newJob()
  const other = `job-${++made}`
  await started.control.send(new CreateJobCommand({ jobId: other, targets: [arn(`thing/${thingName}`)], document: '{}' }))
  await ask(thingName, 'start-next')
  const listed = async (filter: object) =>
    (await started.control.send(new ListJobExecutionsForThingCommand({ thingName, ...filter }))).executionSummaries?.map((one) => one.jobId)
  expect([await listed({}), await listed({ status: 'IN_PROGRESS' }), await listed({ jobId: other })])
    .toEqual([[jobId, other], [jobId], [other]])
  const first = await started.control.send(new ListJobExecutionsForThingCommand({ thingName, maxResults: 1 }))
  expect(await listed({ nextToken: first.nextToken })).toEqual([other])
  expect(await refusalOf(started.control.send(new ListJobExecutionsForJobCommand({ jobId: 'none' })))).toEqual(missing)
})

it('updates a job for what is rolled out after', async () => {
  const { jobId, thingName } = await newJob()
  await started.control.send(new UpdateJobCommand({ jobId, description: 'slower', timeoutConfig: { inProgressTimeoutInMinutes: 5 } }))
  expect((await started.control.send(new DescribeJobCommand({ jobId }))).job).toMatchObject({
    description: 'slower', timeoutConfig: { inProgressTimeoutInMinutes: 5 },
  })
  expect((await ask(thingName, 'start-next'))['execution']).toMatchObject({ approximateSecondsBeforeTimedOut: 300 })
  expect(await refusalOf(started.control.send(new UpdateJobCommand({ jobId, timeoutConfig: { inProgressTimeoutInMinutes: 0 } }))))
    .toEqual(invalid)
})

it('makes jobs of templates, and templates of jobs', async () => {
  const { jobId: model } = await newJob({ timeoutConfig: { inProgressTimeoutInMinutes: 7 } })
  const { jobTemplateArn } = await started.control.send(new CreateJobTemplateCommand({
    jobTemplateId: 'reboot', jobArn: arn(`job/${model}`), description: 'turns it off and on',
  }))
  expect(jobTemplateArn).toBe(arn('jobtemplate/reboot'))
  expect(await started.control.send(new DescribeJobTemplateCommand({ jobTemplateId: 'reboot' }))).toMatchObject({
    document: '{"do":"update"}', description: 'turns it off and on', timeoutConfig: { inProgressTimeoutInMinutes: 7 },
  })
  const { jobId, thingName } = await newJob({ document: undefined, jobTemplateArn, description: 'tonight' })
  expect((await started.control.send(new DescribeJobCommand({ jobId }))).job).toMatchObject({
    jobTemplateArn, description: 'tonight', timeoutConfig: { inProgressTimeoutInMinutes: 7 },
  })
  expect((await ask(thingName, '$next/get'))['execution']).toMatchObject({ jobDocument: { do: 'update' } })
  expect(
    await refusalOf(started.control.send(new CreateJobTemplateCommand({ jobTemplateId: 'reboot', document: '{}', description: 'again' }))),
  ).toEqual({ name: 'ConflictException', status: 409 })
  expect((await started.control.send(new ListJobTemplatesCommand({}))).jobTemplates).toMatchObject([
    { jobTemplateId: 'reboot', jobTemplateArn, description: 'turns it off and on' },
  ])
  await started.control.send(new DeleteJobTemplateCommand({ jobTemplateId: 'reboot' }))
  expect(await refusalOf(started.control.send(new DescribeJobTemplateCommand({ jobTemplateId: 'reboot' })))).toEqual(missing)
})

it('refuses a template whose document is nested too deep, and takes a job as deep as one may be', async () => {
  const template = { jobTemplateId: 'deep', description: 'deep', document: deep(16_000) }
  expect(await refusalOf(started.control.send(new CreateJobTemplateCommand(template)))).toEqual(invalid)
  expect(await refusalOf(started.control.send(new DescribeJobTemplateCommand({ jobTemplateId: 'deep' })))).toEqual(missing)
  const { thingName } = await newJob({ document: deep(100) })
  expect((await ask(thingName, '$next/get'))['execution']).toMatchObject({ jobDocument: JSON.parse(deep(100)) })
})

// events-jobs.html, iot-events.html#iot-events-enable
it('tells of jobs and executions by events, each type when it is enabled', async () => {
  const enable = (eventConfigurations: object) => started.control.send(new UpdateEventConfigurationsCommand({ eventConfigurations }))
  const life = async () => {
    const ids = await newJob()
    await ask(ids.thingName, `${ids.jobId}/update`, { status: 'SUCCEEDED', statusDetails: { took: '3 s' } })
    await started.control.send(new DeleteJobCommand({ jobId: ids.jobId }))
    const { jobId } = await newJob()
    await started.control.send(new CancelJobCommand({ jobId, comment: 'no need' }))
    return { done: ids, canceled: jobId }
  }
  const told = async () => {
    let ids: Awaited<ReturnType<typeof life>> | undefined
    const messages = await heard(started.iot, '$aws/events/+/+/+', async () => void (ids = await life()))
    const name = (id: string | undefined) => (id === ids?.canceled ? 'canceled' : 'done')
    return {
      ids,
      events: messages.map(({ topic, payload }) => ({
        topic: topic.split('/').map((level, at) => (at === 3 ? name(level) : level)).slice(2).join('/'),
        body: JSON.parse(Buffer.from(payload).toString()) as object,
      })),
    }
  }
  expect((await told()).events).toEqual([])
  await enable({ JOB_EXECUTION: { Enabled: true } })
  expect((await told()).events.map(({ topic }) => topic)).toEqual(['jobExecution/done/succeeded', 'jobExecution/canceled/canceled'])
  await enable({ JOB: { Enabled: true } })
  const { eventConfigurations, lastModifiedDate } = await started.control.send(new DescribeEventConfigurationsCommand({}))
  expect(eventConfigurations).toMatchObject({ JOB: { Enabled: true }, JOB_EXECUTION: { Enabled: true }, THING: { Enabled: false } })
  expect(lastModifiedDate).toBeInstanceOf(Date)
  const { ids, events } = await told()
  expect(events.map(({ topic }) => topic)).toEqual([
    'jobExecution/done/succeeded', 'job/done/completed', 'job/done/deletion_in_progress', 'job/done/deleted',
    'job/canceled/cancellation_in_progress', 'jobExecution/canceled/canceled', 'job/canceled/canceled',
  ])
  const times = { eventId: expect.any(String), timestamp: expect.any(Number) }
  expect(events[0]?.body).toEqual({
    ...times, eventType: 'JOB_EXECUTION', operation: 'succeeded', jobId: ids?.done.jobId, thingArn: arn(`thing/${ids?.done.thingName}`),
    status: 'SUCCEEDED', statusDetails: { took: '3 s' },
  })
  expect(events[1]?.body).toMatchObject({
    ...times, eventType: 'JOB', operation: 'completed', jobId: ids?.done.jobId, status: 'COMPLETED', targetSelection: 'SNAPSHOT',
    targets: [arn(`thing/${ids?.done.thingName}`)], completedAt: expect.any(Number), jobProcessDetails: { numberOfSucceededThings: 1 },
  })
  expect(events[6]?.body).toMatchObject({ eventType: 'JOB', operation: 'canceled', status: 'CANCELED', comment: 'no need' })
  await enable({ JOB: { Enabled: false }, JOB_EXECUTION: { Enabled: false } })
  expect(await refusalOf(enable({ BEER: { Enabled: true } }))).toEqual(invalid)
})
