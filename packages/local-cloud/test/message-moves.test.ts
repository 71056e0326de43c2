import {
  CancelMessageMoveTaskCommand, ListDeadLetterSourceQueuesCommand, ListMessageMoveTasksCommand, ReceiveMessageCommand, SendMessageCommand,
  SQSClient, StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let sqs: SQSClient

function build(stack: Stack): void {
  const [dead, shared, other] = ['Dead', 'Shared', 'Other'].map((id) => new Queue(stack, id)) as [Queue, Queue, Queue]
  const source = new Queue(stack, 'Source', { deadLetterQueue: { queue: dead, maxReceiveCount: 1 } })
  for (const id of ['One', 'Two']) new Queue(stack, id, { deadLetterQueue: { queue: shared, maxReceiveCount: 1 } })
  for (const [name, queue] of Object.entries({ Dead: dead, Shared: shared, Source: source, Other: other })) {
    new CfnOutput(stack, `${name}Url`, { value: queue.queueUrl })
    new CfnOutput(stack, `${name}Arn`, { value: queue.queueArn })
  }
}

beforeAll(async () => {
  running = await run(build)
  sqs = new SQSClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const send = (output: string, MessageBody: string) => sqs.send(new SendMessageCommand({
  QueueUrl: running.outputs[output], MessageBody, MessageAttributes: { site: { DataType: 'String', StringValue: 'berlin' } },
}))
const receive = async (output: string, WaitTimeSeconds = 10) =>
  (await sqs.send(new ReceiveMessageCommand({
    QueueUrl: running.outputs[output], WaitTimeSeconds, MaxNumberOfMessages: 10, VisibilityTimeout: 0, MessageAttributeNames: ['All'],
  }))).Messages
  ?? []
const tasks = async (output: string) =>
  (await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: running.outputs[output], MaxResults: 10 }))).Results ?? []

it('knows whose dead-letter queue one is', async () => {
  const { queueUrls } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: running.outputs['DeadUrl'] }))
  expect(queueUrls).toEqual([running.outputs['SourceUrl']])
})

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
it('moves messages back, or elsewhere', async () => {
  const { DeadArn: SourceArn, OtherArn: DestinationArn } = running.outputs
  await send('SourceUrl', 'again')
  await receive('SourceUrl')
  await eventually(async () => (await receive('SourceUrl', 0)).length === 0 && (await receive('DeadUrl', 0)).length === 1)
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }))
  expect(await receive('SourceUrl')).toMatchObject([{ Body: 'again', MessageAttributes: { site: { StringValue: 'berlin' } } }])
  await eventually(async () => (await tasks('DeadArn'))[0]?.Status === 'COMPLETED')

  await send('DeadUrl', 'elsewhere')
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }))
  expect((await receive('OtherUrl')).map(({ Body }) => Body)).toEqual(['elsewhere'])
  expect(await eventually(async () => {
    const [latest] = await tasks('DeadArn')
    return latest?.Status === 'COMPLETED' && latest
  })).toMatchObject({ SourceArn, DestinationArn, ApproximateNumberOfMessagesMoved: 1, StartedTimestamp: expect.any(Number) })
})

it('stops when it is told to', async () => {
  const { SharedArn: SourceArn, OtherArn: DestinationArn } = running.outputs
  for (const body of ['1', '2', '3']) await send('SharedUrl', body)
  const { TaskHandle } = await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: 1 }))
  await eventually(async () => (await tasks('SharedArn'))[0]?.ApproximateNumberOfMessagesMoved === 1)
  await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn })))
    .rejects.toMatchObject({ name: 'UnsupportedOperation' })
  await sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }))
  expect(await tasks('SharedArn')).toMatchObject([{ Status: 'CANCELLED', ApproximateNumberOfMessagesToMove: 3 }])
  await expect(sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }))).rejects.toMatchObject({ name: 'UnsupportedOperation' })
})

it('is refused as SQS does, and where a message came from is not known', async () => {
  const { SharedArn, OtherArn } = running.outputs
  await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: OtherArn }))).rejects.toMatchObject({
    message: 'Source queue must be configured as a Dead Letter Queue.',
  })
  await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: SharedArn }))).rejects.toMatchObject({
    message: expect.stringContaining('a DestinationArn is needed'),
  })
  await expect(sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle: 'none' })))
    .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
