import { ServiceException, validateInput, type Operation } from '@keg/aws-service'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { memoryShelves, type Shelves } from '../../ground/shelf.ts'
import { parseDefinition } from './definition.ts'
import { model } from './model.generated.ts'
import * as sendTask from './operations/send-task.ts'
import { StateError } from './state-error.ts'
import { StepFunctions } from './step-functions.ts'
import { newTaskToken } from './task-token.ts'

/** An operation as it is called: its input is held against the model first. */
const called = ({ name, run }: Operation<StepFunctions>) => (input: object, functions: StepFunctions) => {
  validateInput(model, name, input, (message) => new ServiceException('ValidationException', 400, message))
  return run(input as never, functions)
}
const [sendTaskSuccess, sendTaskFailure, sendTaskHeartbeat] = [
  called(sendTask.sendTaskSuccess), called(sendTask.sendTaskFailure), called(sendTask.sendTaskHeartbeat),
]

const machineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:swap'
const shelfNames = ['executions', 'execution-branches', 'task-tokens']

/** Step Functions on a clock that stands still until it is told to go on, with what its tasks were asked. */
function start(definition: object, shelves = memoryShelves(), nowMs = 0) {
  const sleepers = new Set<{ readonly dueMs: number; readonly wake: () => void }>()
  const sent: { order: string; token: string }[] = []
  let ids = 0
  const functions: StepFunctions = new StepFunctions({
    nowMs: () => nowMs,
    newId: () => `id-${nowMs}-${++ids}`,
    random: () => 0,
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      const sleeper = { dueMs: nowMs + ms, wake: resolve }
      sleepers.add(sleeper)
      signal.addEventListener('abort', () => {
        sleepers.delete(sleeper)
        reject(new Error('aborted'))
      })
    }),
    task: async (_, input) => {
      const asked = input as { order: string; token: string }
      if (asked.order === 'answered') sendTaskSuccess({ taskToken: asked.token, output: '"by itself"' }, functions)
      if (asked.order === 'nothing' || asked.order === 'answered') throw new StateError('SQS.QueueDoesNotExist', 'there is none')
      sent.push(asked)
    },
    jsonata: async () => undefined,
    shelf: shelves.shelf('executions'), branches: shelves.shelf('execution-branches'), tasks: shelves.shelf('task-tokens'),
    log: () => undefined,
  })
  const text = JSON.stringify(definition)
  functions.create({ name: 'swap', arn: machineArn, type: 'STANDARD', roleArn: 'arn:r', text, definition: parseDefinition(text) })
  return {
    functions, sent, shelves, sleepers,
    async wait(seconds: number) {
      nowMs += seconds * 1000
      for (const sleeper of [...sleepers]) {
        if (sleeper.dueMs > nowMs) continue
        sleepers.delete(sleeper)
        sleeper.wake()
      }
      await turn()
    },
    async begin(input: object, name = 'one') {
      const execution = functions.start(machineArn, JSON.stringify(input), name)
      await turn()
      return execution
    },
    execution: (name = 'one') => functions.execution(`${machineArn.replace('stateMachine', 'execution')}:${name}`),
    async say(send: typeof sendTaskSuccess, input: Record<string, unknown>) {
      send(input, functions)
      await turn()
    },
    /** Another run over what this one has written, without the end of this one: as after kill -9. */
    restart(downSeconds = 0) {
      const copies = memoryShelves()
      for (const name of shelfNames)
        for (const [key, value] of shelves.shelf<unknown>(name).entries()) copies.shelf(name).set(key, JSON.parse(JSON.stringify(value)))
      return start(definition, copies, nowMs + downSeconds * 1000)
    },
  }
}
type Started = ReturnType<typeof start>

const rows = (shelves: Shelves) => shelfNames.map((name) => shelves.shelf(name).size)
const first = ({ sent }: Started) => sent[0]?.token ?? ''
const order = (more: object = {}) => ({
  Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { 'order.$': '$.keg', 'token.$': '$$.Task.Token' }, End: true, ...more,
})
const swap = (more: object = {}, states: object = {}) => ({ StartAt: 'Order', States: { Order: order(more), ...states } })
const caught = (names: string[], more: object = {}) =>
  swap({ ...more, Catch: [{ ErrorEquals: names, Next: 'Caught' }] }, { Caught: { Type: 'Succeed' } })

it('hands on what the answer says, once', async () => {
  const cloud = start(swap({ ResultPath: '$.delivery' }))
  const execution = await cloud.begin({ keg: 'pils' })
  expect(cloud.sent).toEqual([{ order: 'pils', token: first(cloud) }])
  expect(execution.status).toBe('RUNNING')
  await cloud.say(sendTaskSuccess, { taskToken: first(cloud), output: '{"litres":50}' })
  expect([execution.status, execution.output]).toEqual(['SUCCEEDED', '{"keg":"pils","delivery":{"litres":50}}'])
  for (const send of [sendTaskSuccess, sendTaskFailure, sendTaskHeartbeat]) {
    expect(() => send({ taskToken: first(cloud), output: '{}' }, cloud.functions))
      .toThrow(expect.objectContaining({ name: 'TaskTimedOut' }))
  }
  // Nothing is left of it but the execution.
  expect([rows(cloud.shelves), cloud.sleepers.size]).toEqual([[1, 0, 0], 0])
})

it('counts the first of two answers that come at once', async () => {
  const cloud = start(swap())
  const execution = await cloud.begin({ keg: 'pils' })
  sendTaskFailure({ taskToken: first(cloud), error: 'Empty' }, cloud.functions)
  expect(() => sendTaskSuccess({ taskToken: first(cloud), output: '{}' }, cloud.functions))
    .toThrow(expect.objectContaining({ name: 'TaskTimedOut' }))
  await turn()
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Empty', cause: undefined })
})

it('goes on with an answer that comes before the service has taken the task, whatever that then says', async () => {
  const cloud = start(swap())
  expect(await cloud.begin({ keg: 'answered' })).toMatchObject({ status: 'SUCCEEDED', output: '"by itself"' })
})

// As recorded of AWS, which takes such a definition.
it('waits where nobody is given the token', async () => {
  const cloud = start(swap({ Parameters: { 'order.$': '$.keg' }, TimeoutSeconds: 5 }))
  const execution = await cloud.begin({ keg: 'pils' })
  expect([execution.status, cloud.sent]).toEqual(['RUNNING', [{ order: 'pils' }]])
  await cloud.wait(5)
  expect(execution.error).toBe('States.Timeout')
})

it.each<[string, object, object, number, object]>([
  ['by TimeoutSeconds', swap({ TimeoutSeconds: 60 }), { keg: 'pils' }, 60, { status: 'FAILED', error: 'States.Timeout', cause: undefined }],
  ['not before its time', swap({ TimeoutSeconds: 60 }), { keg: 'pils' }, 59, { status: 'RUNNING' }],
  ['by TimeoutSecondsPath', swap({ TimeoutSecondsPath: '$.patience' }), { keg: 'pils', patience: 5 }, 5, { error: 'States.Timeout' }],
  // The name that AWS's history has, as recorded of it.
  ['by HeartbeatSeconds', swap({ HeartbeatSeconds: 10, TimeoutSeconds: 60 }), { keg: 'pils' }, 10, { error: 'States.Timeout' }],
  ['by HeartbeatSecondsPath', swap({ HeartbeatSecondsPath: '$.beat' }), { keg: 'pils', beat: 7 }, 7, { error: 'States.Timeout' }],
  ['which a catcher takes', caught(['States.Timeout'], { TimeoutSeconds: 60 }), { keg: 'pils' }, 60, {
    status: 'SUCCEEDED', output: '{"Error":"States.Timeout","Cause":null}',
  }],
  [
    'of a heartbeat, by its name', caught(['States.HeartbeatTimeout'], { HeartbeatSeconds: 10 }), { keg: 'pils' }, 10,
    { status: 'SUCCEEDED' },
  ],
  ['of a heartbeat, as any time-out', caught(['States.Timeout'], { HeartbeatSeconds: 10 }), { keg: 'pils' }, 10, { status: 'SUCCEEDED' }],
  ['which is no heartbeat\'s', caught(['States.HeartbeatTimeout'], { TimeoutSeconds: 10 }), { keg: 'pils' }, 10, { status: 'FAILED' }],
  ['which is no failed task', caught(['States.TaskFailed'], { TimeoutSeconds: 10 }), { keg: 'pils' }, 10, { status: 'FAILED' }],
  ['of no number of seconds', swap({ TimeoutSecondsPath: '$.keg' }), { keg: 'pils' }, 0, { status: 'FAILED', error: 'States.Runtime' }],
  ['of the whole execution', { ...swap(), TimeoutSeconds: 30 }, { keg: 'pils' }, 30, { status: 'TIMED_OUT' }],
])('times out %s', async (_, definition, input, seconds, expected) => {
  const cloud = start(definition)
  const execution = await cloud.begin(input)
  await cloud.wait(seconds)
  expect(execution).toMatchObject(expected)
  if (execution.status === 'RUNNING') return
  expect(rows(cloud.shelves)).toEqual([1, 0, 0])
  if (cloud.sent.length > 0) {
    expect(() => sendTaskSuccess({ taskToken: first(cloud), output: '{}' }, cloud.functions))
      .toThrow(expect.objectContaining({ name: 'TaskTimedOut' }))
  }
})

it('waits on with each heartbeat, but not beyond its time', async () => {
  const cloud = start(swap({ HeartbeatSeconds: 10, TimeoutSeconds: 30 }))
  const execution = await cloud.begin({ keg: 'pils' })
  for (const seconds of [9, 9, 9]) {
    await cloud.wait(seconds)
    await cloud.say(sendTaskHeartbeat, { taskToken: first(cloud) })
  }
  expect(execution.status).toBe('RUNNING')
  await cloud.wait(3)
  expect(execution.error).toBe('States.Timeout')
})

it.each<[string, object, object, object]>([
  ['with a name and a cause', swap(), { error: 'Empty', cause: 'no pils' }, { status: 'FAILED', error: 'Empty', cause: 'no pils' }],
  ['without either', swap(), {}, { status: 'FAILED', error: undefined, cause: undefined }],
  ['which a catcher takes', caught(['Empty']), { error: 'Empty' }, { status: 'SUCCEEDED', output: '{"Error":"Empty","Cause":null}' }],
  // As recorded of AWS.
  ['without either, which a catcher takes', caught(['States.ALL']), {}, { status: 'SUCCEEDED', output: '{"Error":null,"Cause":null}' }],
])('fails by an answer %s', async (_, definition, failure, expected) => {
  const cloud = start(definition)
  const execution = await cloud.begin({ keg: 'pils' })
  await cloud.say(sendTaskFailure, { taskToken: first(cloud), ...failure })
  expect(execution).toMatchObject(expected)
})

it('fails where the service does not take the task', async () => {
  const cloud = start(swap())
  expect(await cloud.begin({ keg: 'nothing' })).toMatchObject({ status: 'FAILED', error: 'SQS.QueueDoesNotExist' })
})

it('asks again with another token where it is retried, as often as it may over a restart', async () => {
  const cloud = start(swap({ Retry: [{ ErrorEquals: ['Empty'], IntervalSeconds: 2, MaxAttempts: 2 }] }))
  await cloud.begin({ keg: 'pils' })
  await cloud.say(sendTaskFailure, { taskToken: first(cloud), error: 'Empty' })
  await cloud.wait(2)
  expect(new Set(cloud.sent.map(({ token }) => token)).size).toBe(2)
  const next = cloud.restart()
  next.functions.resume()
  await next.say(sendTaskFailure, { taskToken: cloud.sent[1]?.token, error: 'Empty' })
  await next.wait(4)
  expect(next.sent).toHaveLength(1)
  await next.say(sendTaskFailure, { taskToken: first(next), error: 'Empty' })
  expect(next.execution()).toMatchObject({ status: 'FAILED', error: 'Empty' })
})

it.each<[string, (cloud: Started) => void, string]>([
  ['stopped', (cloud) => cloud.execution().stop('Enough', undefined), 'ABORTED'],
  ['answered', (cloud) => void sendTaskSuccess({ taskToken: first(cloud), output: '{}' }, cloud.functions), 'SUCCEEDED'],
])('knows of a token whose execution was %s, also after a restart', async (_, act, status) => {
  const cloud = start(swap({ HeartbeatSeconds: 10, TimeoutSeconds: 60 }))
  await cloud.begin({ keg: 'pils' })
  act(cloud)
  await turn()
  expect([cloud.execution().status, cloud.sleepers.size, rows(cloud.shelves)]).toEqual([status, 0, [1, 0, 0]])
  const next = cloud.restart()
  expect(() => sendTaskSuccess({ taskToken: first(cloud), output: '{}' }, next.functions))
    .toThrow(expect.objectContaining({ name: 'TaskTimedOut' }))
})

it('waits on with the same token after two restarts, and asks nobody again', async () => {
  const cloud = start(swap({ TimeoutSeconds: 60 }))
  await cloud.begin({ keg: 'pils' })
  const between = cloud.restart(20)
  between.functions.resume()
  await turn()
  const next = between.restart(20)
  next.functions.resume()
  await turn()
  expect([between.sent, next.sent, next.execution().status]).toEqual([[], [], 'RUNNING'])
  await next.wait(19)
  await next.say(sendTaskSuccess, { taskToken: first(cloud), output: '{"litres":50}' })
  expect(next.execution()).toMatchObject({ status: 'SUCCEEDED', output: '{"litres":50}' })
})

it('keeps its time over a restart, and begins to count heartbeats anew', async () => {
  const cloud = start(swap({ HeartbeatSeconds: 50, TimeoutSeconds: 60 }))
  await cloud.begin({ keg: 'pils' })
  const next = cloud.restart(55)
  next.functions.resume()
  await turn()
  expect(next.execution().status).toBe('RUNNING')
  await next.wait(5)
  expect(next.execution().error).toBe('States.Timeout')
})

it.each(['before', 'after'])('takes an answer %s executions are gone on with', async (when) => {
  const cloud = start(swap())
  await cloud.begin({ keg: 'pils' })
  const next = cloud.restart()
  if (when === 'after') next.functions.resume()
  sendTaskSuccess({ taskToken: first(cloud), output: '{"litres":50}' }, next.functions)
  // A kill right after the answer.
  const last = next.restart()
  last.functions.resume()
  await turn()
  expect(last.execution()).toMatchObject({ status: 'SUCCEEDED', output: '{"litres":50}' })
  expect(rows(last.shelves)).toEqual([1, 0, 0])
})

it('asks with the same token where a kill came before the service had taken the task', async () => {
  const cloud = start(swap())
  cloud.functions.start(machineArn, '{"keg":"pils"}', 'one')
  const [token] = cloud.shelves.shelf('task-tokens').keys()
  const next = cloud.restart()
  next.functions.resume()
  await turn()
  expect(next.sent).toEqual([{ order: 'pils', token }])
})

const noted = { StartAt: 'Note', States: { Note: { Type: 'Pass', Parameters: { 'keg.$': '$' }, Next: 'Order' }, Order: order() } }
const kegs = { StartAt: 'Kegs', States: { Kegs: { Type: 'Map', ItemsPath: '$.kegs', ItemProcessor: noted, End: true } } }
const branches = {
  StartAt: 'Both',
  States: { Both: {
    Type: 'Parallel',
    Branches: [
      swap({ Parameters: { order: 'pils', 'token.$': '$$.Task.Token' } }),
      swap({ Parameters: { order: 'helles', 'token.$': '$$.Task.Token' } }),
    ],
    End: true,
  } },
}

it.each([['a map', kegs], ['branches', branches]])('waits on in %s after a restart, without what has ended', async (_, definition) => {
  const cloud = start(definition)
  await cloud.begin({ kegs: ['pils', 'helles'] })
  const [pils, helles] = ['pils', 'helles'].map((keg) => cloud.sent.find((asked) => asked.order === keg)?.token)
  await cloud.say(sendTaskSuccess, { taskToken: pils, output: '"full"' })
  const next = cloud.restart()
  next.functions.resume()
  await turn()
  expect(next.sent).toEqual([])
  await next.say(sendTaskSuccess, { taskToken: helles, output: '"half"' })
  expect(next.execution()).toMatchObject({ status: 'SUCCEEDED', output: '["full","half"]' })
  expect(rows(next.shelves)).toEqual([1, 0, 0])
})

it('closes the tokens of the other branches where one fails', async () => {
  const cloud = start({
    ...branches,
    States: {
      Both: { ...branches.States.Both, End: undefined, Next: 'Wait', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Wait' }] },
      Wait: { Type: 'Wait', Seconds: 60, End: true },
    },
  })
  await cloud.begin({})
  const [one, other] = cloud.sent
  await cloud.say(sendTaskFailure, { taskToken: one?.token })
  expect(rows(cloud.shelves)).toEqual([1, 0, 0])
  expect(() => sendTaskSuccess({ taskToken: other?.token, output: '{}' }, cloud.functions))
    .toThrow(expect.objectContaining({ name: 'TaskTimedOut' }))
})

it('begins branches anew where the state with them is retried', async () => {
  const cloud = start({
    ...branches, States: { Both: { ...branches.States.Both, Retry: [{ ErrorEquals: ['Empty'], IntervalSeconds: 1 }] } },
  })
  await cloud.begin({})
  await cloud.say(sendTaskSuccess, { taskToken: cloud.sent[0]?.token, output: '"full"' })
  await cloud.say(sendTaskFailure, { taskToken: cloud.sent[1]?.token, error: 'Empty' })
  await cloud.wait(1)
  expect(cloud.sent).toHaveLength(4)
  expect(rows(cloud.shelves)).toEqual([1, 2, 2])
})

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html
const stranger = newTaskToken(`${machineArn.replace('stateMachine', 'execution')}:one`, 'id')
it.each<[string, typeof sendTaskSuccess, object, string]>([
  ['a token that is none', sendTaskSuccess, { taskToken: 'none', output: '{}' }, 'InvalidToken'],
  ['a token that was cut off', sendTaskHeartbeat, { taskToken: stranger.slice(0, -4) }, 'InvalidToken'],
  ['a token of an execution that is not there', sendTaskFailure, { taskToken: stranger }, 'TaskDoesNotExist'],
  ['an output that is no JSON', sendTaskSuccess, { taskToken: stranger, output: 'full' }, 'InvalidOutput'],
  ['no output', sendTaskSuccess, { taskToken: stranger }, 'ValidationException'],
  ['no token', sendTaskHeartbeat, {}, 'ValidationException'],
  ['a token that is too long', sendTaskHeartbeat, { taskToken: 'a'.repeat(2_049) }, 'ValidationException'],
  ['an output that is too long', sendTaskSuccess, { taskToken: stranger, output: `"${'a'.repeat(262_144)}"` }, 'ValidationException'],
  ['a name that is too long', sendTaskFailure, { taskToken: stranger, error: 'a'.repeat(257) }, 'ValidationException'],
])('refuses %s', (_, send, input, name) => {
  expect(() => send({ ...input }, start(swap()).functions)).toThrow(expect.objectContaining({ name }))
})
