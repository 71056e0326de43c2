import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DescribeExecutionCommand, ListStateMachinesCommand, SFNClient, StartExecutionCommand, StartSyncExecutionCommand, StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let sfn: SFNClient

const roleArn = 'arn:aws:iam::123456789012:role/somebody'
const express = {
  QueryLanguage: 'JSONata', StartAt: 'Sum',
  States: { Sum: { Type: 'Pass', Output: { sum: '{% $sum($states.input.${member}) %}' }, End: true } },
}
const waits = (seconds: number) => ({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: seconds, End: true } } })

function build(stack: Stack): void {
  const machines = {
    Express: new CfnStateMachine(stack, 'Express', {
      roleArn, stateMachineType: 'EXPRESS', definitionString: JSON.stringify(express), definitionSubstitutions: { member: 'list' },
    }),
    Slow: new CfnStateMachine(stack, 'Slow', { roleArn, definition: waits(3600) }),
    Late: new CfnStateMachine(stack, 'Late', { roleArn, definition: { ...waits(3600), TimeoutSeconds: 1 } }),
  }
  for (const [name, machine] of Object.entries(machines)) new CfnOutput(stack, `${name}Arn`, { value: machine.ref })
}

beforeAll(async () => {
  running = await run(build)
  sfn = new SFNClient({ ...running.client, disableHostPrefix: true })
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('answers an express execution at once', async () => {
  expect(await sfn.send(new StartSyncExecutionCommand({ stateMachineArn: running.outputs['ExpressArn'], input: '{"list":[1,2,3]}' })))
    .toMatchObject({ status: 'SUCCEEDED', output: '{"sum":6}' })
  expect(await sfn.send(new StartSyncExecutionCommand({ stateMachineArn: running.outputs['ExpressArn'], input: '{}' }))).toMatchObject({
    status: 'FAILED', error: 'States.QueryEvaluationError',
  })
  expect((await sfn.send(new ListStateMachinesCommand({}))).stateMachines).toHaveLength(3)
})

it('stops an execution, and starts none twice under one name', async () => {
  const asked = { stateMachineArn: running.outputs['SlowArn'], name: 'once', input: '{}' }
  const { executionArn } = await sfn.send(new StartExecutionCommand(asked))
  expect((await sfn.send(new StartExecutionCommand(asked))).executionArn).toBe(executionArn)
  await sfn.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'it takes too long' }))
  expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED', error: 'Enough', cause: 'it takes too long', stopDate: expect.any(Date),
  })
})

it('ends an execution that takes longer than its machine allows', async () => {
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn: running.outputs['LateArn'] }))
  await eventually(async () => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status === 'TIMED_OUT')
})

it.each<[string, object, RegExp]>([
  ['a task that is not emulated', {
    StartAt: 'T', States: { T: { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', End: true } },
  }, /ecs:runTask.sync of task T is not emulated/],
  ['a definition that is none', { StartAt: 'T', States: {} }, /names no state/],
])('refuses %s', async (_, definition, reason) => {
  await expect(run((stack) => void new CfnStateMachine(stack, 'M', { roleArn, definition }))).rejects.toMatchObject({
    code: 'RESOURCE_FAILED', evidence: [{ reason: expect.stringMatching(reason) }],
  })
})

it('goes on with what was cut off, over a data folder', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  const steps = (stack: Stack) => {
    const definition = {
      StartAt: 'First',
      States: {
        First: { Type: 'Pass', Result: 'first', ResultPath: '$.seen', Next: 'Wait' },
        Wait: { Type: 'Wait', TimestampPath: '$.until', Next: 'Last' },
        Last: { Type: 'Pass', Parameters: { 'seen.$': '$.seen' }, End: true },
      },
    }
    for (const name of ['Kept', 'Gone'])
      new CfnOutput(stack, `${name}Arn`, { value: new CfnStateMachine(stack, name, { roleArn, definition }).ref })
  }
  try {
    const started: Record<string, string | undefined> = {}
    {
      await using before = await run(steps, { dataDir })
      const client = new SFNClient(before.client)
      const until = new Date(Date.now() + 3_600_000).toISOString()
      for (const [name, stateMachineArn] of Object.entries(before.outputs))
        started[name] = (await client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ until }) }))).executionArn
      started['done'] = (await client.send(new StartExecutionCommand({
        stateMachineArn: before.outputs['KeptArn'], input: '{"until":"2026-01-01T00:00:00Z"}',
      }))).executionArn
      await eventually(async () =>
        (await client.send(new DescribeExecutionCommand({ executionArn: started['done'] }))).status === 'SUCCEEDED')
    }
    await using after = await run((stack) => {
      steps(stack)
      stack.node.tryRemoveChild('Gone')
      stack.node.tryRemoveChild('GoneArn')
    }, { dataDir })
    const client = new SFNClient(after.client)
    const described = (executionArn: string | undefined) => client.send(new DescribeExecutionCommand({ executionArn }))
    expect(await described(started['done'])).toMatchObject({ status: 'SUCCEEDED', output: '{"seen":"first"}' })
    expect(await described(started['GoneArn'])).toMatchObject({ status: 'ABORTED' })
    expect(await described(started['KeptArn'])).toMatchObject({ status: 'RUNNING' })
    await client.send(new StopExecutionCommand({ executionArn: started['KeptArn'] }))
    expect(await described(started['KeptArn'])).toMatchObject({ status: 'ABORTED' })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
