import {
  DescribeThingCommand, DescribeThingRegistrationTaskCommand, ListThingPrincipalsCommand, ListThingRegistrationTaskReportsCommand,
  ListThingRegistrationTasksCommand, StartThingRegistrationTaskCommand, StopThingRegistrationTaskCommand, type ReportType,
} from '@aws-sdk/client-iot'
import { expect, it, vi } from 'vitest'
import { fleetTemplate } from './fleet.ts'
import { signingRequest } from './own-certificates.ts'
import { useIot } from './start-iot.ts'

const files = new Map<string, () => string | Promise<string>>()
const started = useIot({
  async callAws({ operation, input }) {
    const file = operation === 'GetObject' ? files.get(String(input['Key'])) : undefined
    if (file === undefined) throw Object.assign(new Error('The specified key does not exist.'), { name: 'NoSuchKey', statusCode: 404 })
    return { Body: new TextEncoder().encode(await file()) }
  },
})
const templateBody = JSON.stringify({
  Parameters: { ThingName: { Type: 'String' }, CSR: { Type: 'String' } },
  Resources: {
    thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'ThingName' } } },
    certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateSigningRequest: { Ref: 'CSR' }, Status: 'ACTIVE' } },
  },
})
const start = async (inputFileKey: string, more: object = {}) => (await started.control.send(new StartThingRegistrationTaskCommand({
  templateBody, inputFileBucket: 'fleet', inputFileKey, roleArn: 'arn:aws:iam::123456789012:role/bulk', ...more,
}))).taskId ?? ''
const describe = (taskId: string) => started.control.send(new DescribeThingRegistrationTaskCommand({ taskId }))
const ended = (taskId: string) => vi.waitFor(async () => {
  const task = await describe(taskId)
  expect(task.status).not.toMatch(/^(?:InProgress|Cancelling)$/)
  return task
}, 30_000)
async function report(taskId: string, reportType: ReportType) {
  const { resourceLinks = [] } = await started.control.send(new ListThingRegistrationTaskReportsCommand({ taskId, reportType }))
  const texts = await Promise.all(resourceLinks.map(async (link) => (await started.iot.fetch(new Request(link))).text()))
  return texts.flatMap((text) => text.trim().split('\n').map((line) => JSON.parse(line)))
}

// bulk-provisioning.html
it('registers a thing for each line of a file, and reports what came of each', async () => {
  const lines = [
    JSON.stringify({ ThingName: 'keg-1', CSR: (await signingRequest('CN=keg-1')).pem }), '{"ThingName":"keg-2"}', 'no JSON',
    JSON.stringify({ ThingName: 'keg-4', CSR: 'no request' }), JSON.stringify({ ThingName: 'keg-5', CSR: (await signingRequest('CN=keg-5')).pem }),
  ]
  files.set('kegs.json', () => `${lines.join('\n')}\n`)
  const taskId = await start('kegs.json')
  expect(await ended(taskId)).toMatchObject({
    status: 'Completed', successCount: 2, failureCount: 3, percentageProgress: 100, templateBody, inputFileKey: 'kegs.json',
  })
  expect(await report(taskId, 'RESULTS')).toEqual([1, 5].map((lineNumber) => ({
    lineNumber, response: {
      CertificatePem: expect.stringContaining('BEGIN CERTIFICATE'),
      ResourceArns: { thing: expect.stringMatching(`thing/keg-${lineNumber}$`), certificate: expect.stringMatching(/:cert\//) },
    },
  })))
  expect(await report(taskId, 'ERRORS')).toMatchObject([
    { lineNumber: 2, errorCode: 'InvalidRequestException', errorMessage: expect.stringContaining('CSR') },
    { lineNumber: 3, errorCode: 'InvalidRequestException' }, { lineNumber: 4, errorCode: 'ResourceRegistrationFailureException' },
  ])
  expect((await started.control.send(new ListThingPrincipalsCommand({ thingName: 'keg-5' }))).principals).toHaveLength(1)
  // What failed has left nothing behind.
  await expect(started.control.send(new DescribeThingCommand({ thingName: 'keg-4' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

it('runs one task at a time, and stops it when it is told to', async () => {
  const read = Promise.withResolvers<string>()
  files.set('slow.json', () => read.promise)
  const taskId = await start('slow.json')
  await expect(start('kegs.json')).rejects.toMatchObject({ name: 'InvalidRequestException' })
  await started.control.send(new StopThingRegistrationTaskCommand({ taskId }))
  read.resolve('{"ThingName":"keg-9"}')
  expect(await ended(taskId)).toMatchObject({ status: 'Cancelled', successCount: 0, failureCount: 0 })
  const listed = async (status?: 'Cancelled') => (await started.control.send(new ListThingRegistrationTasksCommand({ status }))).taskIds
  expect([(await listed())?.length, await listed('Cancelled')]).toEqual([2, [taskId]])
  expect(await report(taskId, 'ERRORS')).toEqual([])
})

it('answers calls while it registers, so that a task is stopped in the middle', { timeout: 30_000 }, async () => {
  const lines = 5000
  files.set('many.json', () => Array.from({ length: lines }, (_, index) => `{"Name":"many-${index}"}`).join('\n'))
  const taskId = await start('many.json', { templateBody: JSON.stringify({
    Parameters: { Name: { Type: 'String' } },
    Resources: { thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'Name' } } } },
  }) })
  const { status, percentageProgress } = await describe(taskId)
  expect([status, percentageProgress]).toEqual(['InProgress', expect.toSatisfy((percent: number) => percent < 100)])
  await started.control.send(new StopThingRegistrationTaskCommand({ taskId }))
  const { status: end, successCount = 0 } = await ended(taskId)
  expect(end).toBe('Cancelled')
  expect(successCount).toBeLessThan(lines)
  // What was registered is told of.
  expect(await report(taskId, 'RESULTS')).toHaveLength(successCount)
  await expect(started.control.send(new DescribeThingCommand({ thingName: `many-${lines - 1}` }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

it('fails where its file can\'t be read', async () => {
  const taskId = await start('nothing.json')
  expect(await ended(taskId)).toMatchObject({ status: 'Failed', message: 'The file fleet/nothing.json does not exist' })
})

it('refuses a template that is none, a task that there is not, and shows no report without its token', async () => {
  await expect(start('kegs.json', { templateBody: '{' })).rejects.toMatchObject({ name: 'InvalidRequestException' })
  await expect(start('kegs.json', { templateBody: fleetTemplate({ thing: { Type: 'AWS::IoT::Nothing' } }) }))
    .rejects.toMatchObject({ name: 'InvalidRequestException' })
  await expect(describe('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  expect((await started.iot.fetch(new Request(`${started.iot.endpoints.control}/__keg/registration-reports/none/RESULTS`))).status).toBe(404)
})
