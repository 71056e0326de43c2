import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it, onTestFinished } from 'vitest'
import { bundle, eventually, run } from './synthesized.ts'

const build = (visibilitySec: number) => (stack: Stack) => {
  const queue = new Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(visibilitySec) })
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: bundle(join(import.meta.dirname, 'commanding-function.ts')),
  })
  new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
  new CfnOutput(stack, 'FunctionName', { value: handler.functionName })
}

it('follows the assembly: code written in its place, and a template written anew', { timeout: 40_000 }, async () => {
  await using running = await run(build(30), { watch: true })
  const { client, outputs, log, assembly: { directory } } = running
  const lambda = new LambdaClient(client)
  const answer = async () => (await lambda.send(new InvokeCommand({ FunctionName: outputs['FunctionName'] }))).Payload?.transformToString()
  await answer()

  const [asset = ''] = readdirSync(directory).filter((name) =>
    name.startsWith('asset.') && readdirSync(join(directory, name)).includes('index.js'))
  writeFileSync(join(directory, asset, 'index.js'), 'exports.handler = async () => "changed"')
  await eventually(async () => (await answer()) === '"changed"')
  expect(log.map(({ message }) => message)).toContain('Test/Handler/Resource (AWS::Lambda::Function) was updated.')

  const visibility = async () => (await new SQSClient(client).send(new GetQueueAttributesCommand({
    QueueUrl: outputs['QueueUrl'], AttributeNames: ['VisibilityTimeout'],
  }))).Attributes?.['VisibilityTimeout']
  running.assembly.again(build(45))
  await eventually(async () => (await visibility()) === '45')

  const manifest = join(directory, 'manifest.json')
  const text = readFileSync(manifest, 'utf8')
  writeFileSync(manifest, '{')
  await eventually(() => log.some(({ level, message }) => level === 'error' && message.includes('manifest.json')))
  expect(await answer()).toBe('"changed"')
  writeFileSync(manifest, text)
})

it('takes assets of the live folder before those of the assembly, which stays as it is', { timeout: 40_000 }, async () => {
  const liveAssets = mkdtempSync(join(tmpdir(), 'keg-live-'))
  onTestFinished(() => { rmSync(liveAssets, { recursive: true }) })
  await using running = await run(build(30), { watch: true, liveAssets })
  const { client, outputs, assembly: { directory } } = running
  const lambda = new LambdaClient(client)
  const answer = async () => (await lambda.send(new InvokeCommand({ FunctionName: outputs['FunctionName'] }))).Payload?.transformToString()
  expect(await answer()).not.toBe('"changed"')

  const [asset = ''] = readdirSync(directory).filter((name) =>
    name.startsWith('asset.') && readdirSync(join(directory, name)).includes('index.js'))
  mkdirSync(join(liveAssets, 'new'))
  writeFileSync(join(liveAssets, 'new', 'index.js'), 'exports.handler = async () => "changed"')
  renameSync(join(liveAssets, 'new'), join(liveAssets, asset))
  await eventually(async () => (await answer()) === '"changed"')
  expect(readFileSync(join(directory, asset, 'index.js'), 'utf8')).not.toContain('changed')

  rmSync(join(liveAssets, asset), { recursive: true })
  await eventually(async () => (await answer()) !== '"changed"')
})
