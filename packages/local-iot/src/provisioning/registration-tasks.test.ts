import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { IotState } from '../state/iot-state.ts'
import { parseTemplate } from './template.ts'
import { RegistrationTasks } from './registration-tasks.ts'

const templateBody = JSON.stringify({
  Parameters: { Name: { Type: 'String' } },
  Resources: { thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'Name' } } } },
})
const input = { templateBody, inputFileBucket: 'fleet', inputFileKey: 'kegs.json', roleArn: 'arn:aws:iam::123456789012:role/bulk' }
const nobody = () => {
  throw new Error('Nobody asks for this.')
}

/** Tasks over one state, whose input file is `file`; told of each thing that is registered. */
function open(file: Promise<string>) {
  let ids = 0
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock: new ManualClock(), newId: () => `id-${++ids}` })
  const registered: (string | undefined)[] = []
  const tasks = () => new RegistrationTasks({
    state, reportUrl: (path) => path,
    async carryOut({ thing }) {
      registered.push(thing?.thingName)
      return { thingName: thing?.thingName, certificatePem: undefined, resourceArns: {} }
    },
    objects: { size: nobody, readRange: nobody, read: async () => new TextEncoder().encode(await file) },
  })
  return { state, tasks, registered }
}
const template = parseTemplate(templateBody)

it('says of a task that a restart has cut off that it failed, and takes another', () => {
  const { state, tasks } = open(new Promise(() => undefined))
  const taskId = tasks().start(input, template) ?? ''
  const second = tasks()
  expect(second.running).toBe(taskId)
  second.resume()
  expect(state.registrationTasks.get(taskId)).toMatchObject({
    status: 'Failed', message: 'The process ended before the task did: start another.',
  })
  expect(second.running).toBeUndefined()
})

it('registers nothing once it is closed', async () => {
  const read = Promise.withResolvers<string>()
  const { tasks, registered, state } = open(read.promise)
  const first = tasks()
  const taskId = first.start(input, template) ?? ''
  first.close()
  read.resolve('{"Name":"keg-1"}')
  await read.promise
  await new Promise((resolve) => setImmediate(resolve))
  expect([registered, state.registrationTasks.get(taskId)?.status]).toEqual([[], 'InProgress'])
})
