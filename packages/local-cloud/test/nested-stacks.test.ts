import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, NestedStack, type Stack } from 'aws-cdk-lib'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

/** A stack in a stack in a stack; each level is handed the queue of the one above. */
const levels = (visibilitySec: number, deep = true) => (stack: Stack) => {
  const lost = new Queue(stack, 'Lost')
  const nested = new NestedStack(stack, 'Middle')
  const middle = new Queue(nested, 'Queue', {
    deadLetterQueue: { queue: lost, maxReceiveCount: 3 }, visibilityTimeout: Duration.seconds(visibilitySec),
  })
  new CfnOutput(stack, 'MiddleUrl', { value: middle.queueUrl })
  if (!deep) return
  const inner = new Queue(new NestedStack(nested, 'Inner'), 'Queue', { deadLetterQueue: { queue: middle, maxReceiveCount: 3 } })
  new CfnOutput(stack, 'InnerUrl', { value: inner.queueUrl })
}

it('creates nested stacks with their parameters and outputs, changes what is in them, and removes them', async () => {
  await using running = await run(levels(30))
  const sqs = new SQSClient(running.client)
  const attribute = async (output: string, name: 'RedrivePolicy' | 'VisibilityTimeout') =>
    (await sqs.send(new GetQueueAttributesCommand({ QueueUrl: running.outputs[output], AttributeNames: [name] }))).Attributes?.[name]
  expect(JSON.parse(await attribute('MiddleUrl', 'RedrivePolicy') ?? '')).toMatchObject({
    deadLetterTargetArn: expect.stringContaining(':Test-Lost'),
  })
  expect(JSON.parse(await attribute('InnerUrl', 'RedrivePolicy') ?? '')).toMatchObject({
    deadLetterTargetArn: expect.stringContaining(':Test-Middle'),
  })
  const inner = running.outputs['InnerUrl']

  expect(await running.update(levels(30))).toEqual([])
  expect(await running.update(levels(45))).toEqual(['updated Test/Middle/Queue4A7E3555'])
  expect([await attribute('MiddleUrl', 'VisibilityTimeout'), running.outputs['InnerUrl']]).toEqual(['45', inner])

  expect(await running.update(levels(45, false))).toContainEqual(expect.stringMatching(/^removed Test\/Middle\/Inner\w+\/Queue4A7E3555$/))
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(2)
  await running.update((stack) => void new Queue(stack, 'Lost'))
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(1)
})

it('refuses what a nested template asks for before anything starts', async () => {
  await expect(run((stack) => void new Vpc(new NestedStack(stack, 'Net'), 'Vpc', { maxAzs: 1, natGateways: 0 }))).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    evidence: expect.arrayContaining([
      expect.objectContaining({ type: 'AWS::EC2::VPC', constructPath: expect.stringMatching(/^Test\/Net\/Vpc\w+$/) }),
    ]),
  })
})
