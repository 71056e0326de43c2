import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateCommandCommand, DeleteCommandCommand, DeleteCommandExecutionCommand, GetCommandCommand, GetCommandExecutionCommand,
  ListCommandExecutionsCommand, ListCommandsCommand, type ListCommandExecutionsCommandInput, type ListCommandsCommandInput,
  ListTagsForResourceCommand, UpdateCommandCommand,
} from '@aws-sdk/client-iot'
import { StartCommandExecutionCommand, type StartCommandExecutionCommandInput } from '@aws-sdk/client-iot-jobs-data-plane'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { decode, encode } from 'cborg'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalIot, LocalIotOptions } from '../src/index.ts'
import { refusalOf } from './error-of.ts'
import { jobsDataClient } from './jobs-data-client.ts'
import { provision, startIot, until, useIot } from './start-iot.ts'

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const bytes = (text: string) => new TextEncoder().encode(text)
const validation = { name: 'ValidationException', status: 400 }
const conflict = { name: 'ConflictException', status: 409 }
const missing = { name: 'ResourceNotFoundException', status: 404 }
const HOUR = 3_600_000

/** A manual clock that starts now: certificates are looked at by the real time. */
function clockFromNow() {
  const clock = new ManualClock()
  clock.advance(Date.now() - clock.nowMs())
  return clock
}

/** A core on a manual clock, to try the command `lock` and the thing `door`, and what is published below `$aws/`. */
async function opened({ clock = clockFromNow(), ...options }: LocalIotOptions & { clock?: ManualClock } = {}) {
  const local = await startIot({ clock, ...options })
  const jobs = jobsDataClient(local.iot)
  const heard: { topic: string; body: unknown }[] = []
  local.iot.subscribe('$aws/#', ({ topic, payload }) => heard.push({ topic, body: JSON.parse(Buffer.from(payload).toString()) as unknown }))
  const start = async (input: Partial<StartCommandExecutionCommandInput> = {}) => {
    jobs.config.systemClockOffset = clock.nowMs() - Date.now()
    const { executionId = '' } = await jobs.send(new StartCommandExecutionCommand({
      commandArn: arn('command/lock'), targetArn: arn('thing/door'), ...input,
    }))
    return executionId
  }
  const report = (executionId: string, body: object, target = 'things/door') =>
    local.iot.publish(`$aws/commands/${target}/executions/${executionId}/response/json`, JSON.stringify(body))
  const get = (executionId: string, targetArn = arn('thing/door')) =>
    local.control.send(new GetCommandExecutionCommand({ executionId, targetArn, includeResult: true }))
  return { ...local, clock, jobs, heard, start, report, get, [Symbol.asyncDispose]: async () => {
    jobs.destroy()
    await local[Symbol.asyncDispose]()
  } }
}

async function withLock(local: Awaited<ReturnType<typeof opened>>) {
  const payload = { content: bytes('{"lock":true}'), contentType: 'application/json' }
  await local.iot.call('CreateThing', { thingName: 'door' })
  await local.control.send(new CreateCommandCommand({ commandId: 'lock', payload }))
  return local
}

/** One core for what changes nothing. */
let shared: Awaited<ReturnType<typeof opened>>
beforeAll(async () => {
  shared = await withLock(await opened())
})
afterAll(() => shared[Symbol.asyncDispose]())

describe('a device', () => {
  const started = useIot()
  const device = async (iot: LocalIot, thingName: string, protocolVersion: 4 | 5) => {
    const { cert, key, ca } = await provision(iot, thingName)
    const client = await mqtt.connectAsync(iot.endpoints.mqtts, { protocolVersion, clientId: thingName, cert, key, ca, reconnectPeriod: 0 })
    const heard: { topic: string; payload: Buffer; contentType: unknown }[] = []
    client.on('message', (topic, payload, { properties }) => heard.push({ topic, payload, contentType: properties?.contentType }))
    return { client, heard }
  }

  it.each([
    4, 5,
  ] as const)('over MQTT version %i gets a command, reports on it and is answered without subscribing', async (protocolVersion) => {
    const jobs = jobsDataClient(started.iot)
    const thingName = `lamp-${protocolVersion}`
    const { client, heard } = await device(started.iot, thingName, protocolVersion)
    await client.subscribeAsync(`$aws/commands/things/${thingName}/executions/+/request/json`, { qos: 1 })
    const template = '{"power":"${aws:iot:commandexecution::parameter:power}","within":"${aws:iot:commandexecution::executionTimeoutSec}"}'
    const { commandArn } = await started.control.send(new CreateCommandCommand({
      commandId: `power-${protocolVersion}`, payloadTemplate: template, preprocessor: { awsJsonSubstitution: { outputFormat: 'JSON' } },
      mandatoryParameters: [{ name: 'power', type: 'BOOLEAN', defaultValue: { B: false } }],
    }))
    const targetArn = arn(`thing/${thingName}`)
    const { executionId } = await jobs.send(new StartCommandExecutionCommand({
      commandArn, targetArn, executionTimeoutSeconds: 60, parameters: { power: { B: true } },
    }))
    const base = `$aws/commands/things/${thingName}/executions/${executionId}`
    const request = await until(() => heard[0])
    expect([request.topic, request.payload.toString()]).toEqual([`${base}/request/json`, '{"power":true,"within":60}'])
    if (protocolVersion === 5) expect(request.contentType).toBe('application/json')

    await client.publishAsync(`${base}/response/json`, JSON.stringify({ status: 'IN_PROGRESS', clientToken: 't-1' }), { qos: 1 })
    const accepted = await until(() => heard[1])
    expect([accepted.topic, JSON.parse(accepted.payload.toString())]).toEqual([
      `${base}/response/accepted/json`, { clientToken: 't-1', executionId },
    ])
    const result = { volts: { s: '12' }, raw: { bin: new Uint8Array([7]) } }
    await client.publishAsync(
      `${base}/response/cbor`, Buffer.from(encode({ status: 'SUCCEEDED', statusReason: { reasonCode: 'OK' }, result })), { qos: 1 },
    )
    const done = await until(() => heard[2])
    expect([done.topic, decode(done.payload)]).toEqual([`${base}/response/accepted/cbor`, { executionId }])
    await client.publishAsync(`${base}/response/json`, '{"status":"FAILED"}', { qos: 1 })
    const rejected = await until(() => heard[3])
    expect([rejected.topic, JSON.parse(rejected.payload.toString())])
      .toMatchObject([`${base}/response/rejected/json`, { executionId, error: 'TerminalStateReached' }])

    expect(await started.control.send(new GetCommandExecutionCommand({ executionId, targetArn, includeResult: true }))).toMatchObject({
      executionId, commandArn, targetArn, status: 'SUCCEEDED', statusReason: { reasonCode: 'OK' }, executionTimeoutSeconds: 60,
      parameters: { power: { B: true } }, result: { volts: { S: '12' }, raw: { BIN: new Uint8Array([7]) } }, completedAt: expect.any(Date),
    })
    await client.endAsync()
    jobs.destroy()
  })

  it('that is no thing is named by its client id, and gets other formats on a topic without one', async () => {
    const jobs = jobsDataClient(started.iot)
    const { client, heard } = await device(started.iot, 'printer', 5)
    await client.subscribeAsync('$aws/commands/clients/printer/executions/+/request', { qos: 1 })
    await started.control.send(new CreateCommandCommand({
      commandId: 'print', payload: { content: bytes('<menu/>'), contentType: 'text/xml' },
    }))
    const { executionId } = await jobs.send(new StartCommandExecutionCommand({
      commandArn: arn('command/print'), targetArn: arn('client/printer'),
    }))
    const base = `$aws/commands/clients/printer/executions/${executionId}`
    expect(await until(() => heard[0])).toEqual({ topic: `${base}/request`, payload: Buffer.from('<menu/>'), contentType: 'text/xml' })
    await client.publishAsync(`${base}/response/json`, '{"status":"REJECTED","statusReason":{"reasonCode":"NO_PAPER"}}', { qos: 1 })
    expect((await until(() => heard[1])).topic).toBe(`${base}/response/accepted/json`)
    await client.endAsync()
    jobs.destroy()
  })

  it('that would report where no report goes is told so', async () => {
    const { client } = await device(started.iot, 'stray', 5)
    await expect(client.publishAsync('$aws/commands/things/stray/executions/e/request/json', '{}', { qos: 1 })).rejects.toThrow()
    await client.endAsync(true)
  })
})

describe('an execution', () => {
  it('is told of in events with each change of its status', async () => {
    await using local = await withLock(await opened())
    const executionId = await local.start()
    for (const status of ['IN_PROGRESS', 'IN_PROGRESS', 'FAILED'])
      await local.report(executionId, { status, statusReason: { reasonCode: 'DEVICE_TOO_BUSY' } })
    const events = local.heard.filter(({ topic }) => topic.startsWith('$aws/events/commandExecution/'))
    expect(events.map(({ topic }) => topic))
      .toEqual(['CREATED', 'IN_PROGRESS', 'FAILED'].map((status) => `$aws/events/commandExecution/lock/${status}`))
    // command-events.html
    expect(events.at(-1)?.body).toEqual({
      executionId, status: 'FAILED', statusReason: { reasonCode: 'DEVICE_TOO_BUSY' }, eventType: 'COMMAND_EXECUTION',
      commandArn: arn('command/lock'), targetArn: arn('thing/door'), timestamp: local.clock.nowMs(),
    })
  })

  // iot-remote-command-execution-start-monitor.html#iot-command-execution-timeout-status
  it('times out after 10 s, which its device may still put right, or after as many as asked for', async () => {
    await using local = await withLock(await opened())
    const [short, long] = [await local.start(), await local.start({ executionTimeoutSeconds: 43_200 })]
    local.clock.advance(9_999)
    expect((await local.get(short)).status).toBe('CREATED')
    local.clock.advance(1)
    const timedOut = await local.get(short)
    expect(timedOut).toMatchObject({
      status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' }, lastUpdatedAt: new Date(local.clock.nowMs()),
    })
    expect(timedOut.completedAt).toBeUndefined()
    expect(local.heard.at(-1)?.topic).toBe('$aws/events/commandExecution/lock/TIMED_OUT')
    await local.report(short, { status: 'IN_PROGRESS' })
    expect(local.heard.at(-1)?.body).toMatchObject({ error: 'InvalidStateTransition' })
    await local.report(short, { status: 'SUCCEEDED' })
    expect(await local.get(short)).toMatchObject({ status: 'SUCCEEDED', completedAt: new Date(local.clock.nowMs()) })
    await local.report(long, { status: 'IN_PROGRESS' })
    local.clock.advance(12 * HOUR)
    expect((await local.get(long)).status).toBe('TIMED_OUT')
  })

  it('that is over does not time out', async () => {
    await using local = await withLock(await opened())
    const before = local.clock.pending
    const executionId = await local.start()
    await local.report(executionId, { status: 'SUCCEEDED' })
    expect(local.clock.pending).toBe(before)
    local.clock.advance(HOUR)
    expect((await local.get(executionId)).status).toBe('SUCCEEDED')
  })

  it('goes on over a restart: what was in time stays, what was not has timed out, and a token stands', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'keg-commands-'))
    try {
      const clock = clockFromNow()
      const [done, waiting, late] = await (async () => {
        await using local = await withLock(await opened({ dataDir, clock }))
        const ids = [
          await local.start(), await local.start({ executionTimeoutSeconds: 60, clientToken: 'again' }),
          await local.start({ executionTimeoutSeconds: 5 }),
        ]
        await local.report(ids[0] ?? '', { status: 'SUCCEEDED', result: { on: { b: true } } })
        return ids as [string, string, string]
      })()
      clock.advance(30_000)
      await using local = await opened({ dataDir, clock })
      expect(await local.start({ executionTimeoutSeconds: 60, clientToken: 'again' })).toBe(waiting)
      clock.advance(1)
      expect((await local.get(late)).status).toBe('TIMED_OUT')
      expect(await local.get(done)).toMatchObject({ status: 'SUCCEEDED', result: { on: { B: true } } })
      expect((await local.get(waiting)).status).toBe('CREATED')
      clock.advance(29_999)
      expect((await local.get(waiting)).status).toBe('TIMED_OUT')
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  // The quotas of commands: iot_device_management.html#commands-limits
  it('is one of 100 at most that a device has at once', async () => {
    await using local = await withLock(await opened())
    const ids = []
    for (let count = 0; count < 100; count++) ids.push(await local.start())
    expect(await refusalOf(local.start())).toEqual({ name: 'ServiceQuotaExceededException', status: 402 })
    await local.start({ targetArn: arn('client/door') })
    await local.report(ids[0] ?? '', { status: 'SUCCEEDED' })
    await local.start()
  })

  it('is started once for a client token, which stands for one request', async () => {
    await using local = await withLock(await opened())
    const executionId = await local.start({ clientToken: 'once' })
    expect(await local.start({ clientToken: 'once' })).toBe(executionId)
    expect(await refusalOf(local.start({ clientToken: 'once', executionTimeoutSeconds: 11 }))).toEqual(conflict)
    expect(local.heard.filter(({ topic }) => topic.endsWith('/request/json'))).toHaveLength(1)
  })

  it('is listed by command or device, by status and by time, and deleted once it is over', async () => {
    await using local = await withLock(await opened())
    const list = async (input: ListCommandExecutionsCommandInput) => {
      const { commandExecutions = [], nextToken } = await local.control.send(new ListCommandExecutionsCommand(input))
      return { ids: commandExecutions.map(({ executionId }) => executionId), nextToken }
    }
    const first = await local.start()
    local.clock.advance(60_000)
    const second = await local.start({ targetArn: arn('client/door') })
    local.clock.advance(1)
    const third = await local.start()
    await local.report(third, { status: 'SUCCEEDED' })
    const commandArn = arn('command/lock')
    expect((await list({ commandArn })).ids).toEqual([third, second, first])
    const page = await list({ commandArn, sortOrder: 'ASCENDING', maxResults: 2 })
    expect(page.ids).toEqual([first, second])
    expect((await list({ commandArn, sortOrder: 'ASCENDING', maxResults: 2, nextToken: page.nextToken })).ids).toEqual([third])
    expect((await list({ targetArn: arn('thing/door') })).ids).toEqual([third, first])
    expect((await list({ commandArn, status: 'TIMED_OUT' })).ids).toEqual([first])
    const middle = new Date(local.clock.nowMs() - 30_000).toISOString()
    expect((await list({ commandArn, startedTimeFilter: { before: middle } })).ids).toEqual([first])
    expect((await list({ commandArn, completedTimeFilter: { after: middle } })).ids).toEqual([third])
    expect(await refusalOf(list({ commandArn, startedTimeFilter: { after: '2026-02-30T10:00' } }))).toEqual(validation)

    const remove = (executionId: string, targetArn = arn('thing/door')) =>
      local.control.send(new DeleteCommandExecutionCommand({ executionId, targetArn }))
    expect(await refusalOf(remove(first))).toEqual(conflict)
    expect(await refusalOf(remove(second, arn('client/door')))).toEqual(conflict)
    await remove(third, arn('thing/other'))
    expect((await list({ commandArn })).ids).toHaveLength(3)
    await remove(third)
    await remove(third)
    expect(await refusalOf(local.get(third))).toEqual(missing)
    local.clock.advance(181 * 24 * HOUR)
    expect((await list({ commandArn })).ids).toEqual([])
  })

  it('is not its device’s alone to report on by another’s topic', async () => {
    await using local = await withLock(await opened())
    const executionId = await local.start()
    for (const target of ['things/other', 'clients/door']) {
      await local.report(executionId, { status: 'SUCCEEDED' }, target)
      expect(local.heard.at(-1)).toMatchObject({
        topic: `$aws/commands/${target}/executions/${executionId}/response/rejected/json`, body: { error: 'ResourceNotFound' },
      })
    }
    await local.report('nothing', { status: 'SUCCEEDED', clientToken: 't' })
    expect(local.heard.at(-1)?.body).toMatchObject({ clientToken: 't', executionId: 'nothing', error: 'ResourceNotFound' })
    expect((await local.get(executionId)).status).toBe('CREATED')
    expect(await refusalOf(local.get(executionId, arn('thing/other')))).toEqual(missing)
  })

  it.each<[string, Partial<StartCommandExecutionCommandInput>, object]>([
    ['a command that is not there', { commandArn: arn('command/none') }, missing],
    ['a thing that is not there', { targetArn: arn('thing/none') }, missing],
    ['no command', { commandArn: arn('thing/door') }, validation],
    ['a command of another account', { commandArn: 'arn:aws:iot:us-east-1:999999999999:command/lock' }, validation],
    ['no ARN', { targetArn: 'door' }, validation],
    ['a group', { targetArn: arn('thinggroup/doors') }, validation],
    ['a topic as a client', { targetArn: arn('client/a/b') }, validation],
    ['half a second', { executionTimeoutSeconds: 0.5 }, validation],
    ['more than 12 hours', { executionTimeoutSeconds: 43_201 }, validation],
    ['a parameter that the command has not', { parameters: { a: { I: 1 } } }, validation],
  ])('is not started for %s', async (_, input, refusal) => {
    expect(await refusalOf(shared.start(input))).toEqual(refusal)
    expect(shared.heard).toEqual([])
  })
})

describe('a command', () => {
  it('is read and listed as it was made, with its tags', async () => {
    await using local = await withLock(await opened())
    local.clock.advance(1)
    const mandatoryParameters = [{
      name: 'celsius', type: 'INTEGER' as const,
      valueConditions: [{ comparisonOperator: 'IN_RANGE' as const, operand: { numberRange: { min: '1', max: '9' } } }],
    }]
    const preprocessor = { awsJsonSubstitution: { outputFormat: 'CBOR' as const } }
    const payloadTemplate = '{"c":"${aws:iot:commandexecution::parameter:celsius}"}'
    const tags = [{ Key: 'site', Value: 'berlin' }]
    const { commandArn = '' } = await local.control.send(new CreateCommandCommand({
      commandId: 'cool', payloadTemplate, preprocessor, mandatoryParameters, displayName: 'Cool', description: 'it', tags,
    }))
    expect(await local.control.send(new GetCommandCommand({ commandId: 'cool' }))).toMatchObject({
      commandId: 'cool', commandArn: arn('command/cool'), namespace: 'AWS-IoT', displayName: 'Cool', description: 'it', payloadTemplate,
      preprocessor, mandatoryParameters, createdAt: new Date(local.clock.nowMs()), deprecated: false, pendingDeletion: false,
    })
    expect((await local.control.send(new GetCommandCommand({ commandId: 'lock' }))).payload).toEqual({
      content: bytes('{"lock":true}'), contentType: 'application/json',
    })
    expect((await local.control.send(new ListTagsForResourceCommand({ resourceArn: commandArn }))).tags).toEqual(tags)
    const ids = async (input: ListCommandsCommandInput) =>
      (await local.control.send(new ListCommandsCommand(input))).commands?.map(({ commandId }) => commandId)
    expect(await ids({})).toEqual(['cool', 'lock'])
    expect(await ids({ sortOrder: 'ASCENDING', maxResults: 1 })).toEqual(['lock'])
    expect(await ids({ commandParameterName: 'celsius' })).toEqual(['cool'])
    expect(await ids({ namespace: 'AWS-IoT-FleetWise' })).toEqual([])
    await local.start({ commandArn, parameters: { celsius: { I: 4 } } }).catch(() => undefined)
    expect(await refusalOf(local.start({ commandArn, parameters: { celsius: { I: 10 } } }))).toEqual(validation)
  })

  // iot-remote-command-deprecate.html
  it('that is deprecated is not started or edited until it is restored', async () => {
    await using local = await withLock(await opened())
    const update = (input: object) => local.control.send(new UpdateCommandCommand({ commandId: 'lock', ...input }))
    const running = await local.start()
    expect(await update({ deprecated: true })).toMatchObject({
      commandId: 'lock', deprecated: true, lastUpdatedAt: new Date(local.clock.nowMs()),
    })
    expect(await refusalOf(local.start())).toEqual(validation)
    expect(await refusalOf(update({ displayName: 'Lock' }))).toEqual(validation)
    await local.report(running, { status: 'SUCCEEDED' })
    expect((await local.get(running)).status).toBe('SUCCEEDED')
    expect(await update({ deprecated: false, displayName: 'Lock' })).toMatchObject({ deprecated: false, displayName: 'Lock' })
    await local.start()
    expect(await refusalOf(local.control.send(new UpdateCommandCommand({ commandId: 'none' })))).toEqual(missing)
  })

  // iot-remote-command-create-manage.html#iot-remote-command-delete
  it('is pending deletion for 12 hours, and goes at once when it has been deprecated for so long', async () => {
    await using local = await withLock(await opened())
    const remove = async (commandId: string) => (await local.control.send(new DeleteCommandCommand({ commandId }))).statusCode
    expect([await remove('lock'), await remove('lock'), await remove('none')]).toEqual([202, 202, 204])
    expect(await local.control.send(new GetCommandCommand({ commandId: 'lock' }))).toMatchObject({ pendingDeletion: true })
    expect((await local.control.send(new ListCommandsCommand({}))).commands).toEqual([])
    expect(await refusalOf(local.start())).toEqual(validation)
    expect(await refusalOf(local.control.send(new UpdateCommandCommand({ commandId: 'lock', deprecated: false })))).toEqual(conflict)
    expect(await refusalOf(withLock(local).then(() => undefined))).toEqual(conflict)
    local.clock.advance(12 * HOUR)
    expect(await refusalOf(local.control.send(new GetCommandCommand({ commandId: 'lock' })))).toEqual(missing)
    await withLock(local)
    await local.control.send(new UpdateCommandCommand({ commandId: 'lock', deprecated: true }))
    local.clock.advance(12 * HOUR)
    expect(await remove('lock')).toBe(204)
    expect(await refusalOf(local.control.send(new GetCommandCommand({ commandId: 'lock' })))).toEqual(missing)
  })

  const payload = { content: bytes('x') }
  const payloadTemplate = '{"a":"${aws:iot:commandexecution::parameter:a}"}'
  const preprocessor = { awsJsonSubstitution: { outputFormat: 'JSON' as const } }
  const mandatoryParameters = [{ name: 'a' }]
  it.each<[string, object, object]>([
    ['nothing', {}, validation], ['both', { payload, payloadTemplate, preprocessor, mandatoryParameters }, validation],
    ['no content', { payload: { contentType: 'a/b' } }, validation],
    ['33 KB', { payload: { content: new Uint8Array(32_769) } }, validation],
    ['a type that is none', { payload: { ...payload, contentType: 'json' } }, validation],
    ['a role', { payload, roleArn: 'arn:aws:iam::123456789012:role/r' }, validation],
    ['a preprocessor of nothing', { payload, preprocessor }, validation],
    ['no preprocessor', { payloadTemplate, mandatoryParameters }, validation],
    ['a template that is no JSON', {
      payloadTemplate: '${aws:iot:commandexecution::parameter:a}', preprocessor, mandatoryParameters,
    }, validation],
    ['a template that is nested too deep', {
      payloadTemplate: `{"a":"${'${aws:iot:commandexecution::parameter:a}'}","b":${'['.repeat(16_000)}${']'.repeat(16_000)}}`, preprocessor, mandatoryParameters,
    }, validation],
    ['a template without placeholders', { payloadTemplate: '{}', preprocessor, mandatoryParameters }, validation],
    ['a parameter that is not declared', { payloadTemplate, preprocessor }, validation],
    ['a parameter declared twice', { payload, mandatoryParameters: [{ name: 'a' }, { name: 'a' }] }, validation],
    ['a name that the model refuses', { payload, commandId: 'a b' }, validation],
    ['a tag of AWS’s own', { payload, tags: [{ Key: 'aws:x', Value: '1' }] }, { name: 'InvalidRequestException', status: 400 }],
    ['FleetWise', { payload, namespace: 'AWS-IoT-FleetWise' }, { name: 'NotImplementedException', status: 501 }],
  ])('is not made of %s', async (_, input, refusal) => {
    expect(await refusalOf(shared.control.send(new CreateCommandCommand({ commandId: 'c', ...input })))).toEqual(refusal)
    expect(await refusalOf(shared.control.send(new GetCommandCommand({ commandId: 'c' })))).toEqual(missing)
  })
})
