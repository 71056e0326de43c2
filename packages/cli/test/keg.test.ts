import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import mqtt from 'mqtt'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { keg as run } from './keg.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'keg-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const started = new Set<ChildProcess>()
// A case that fails half-way leaves its process running otherwise.
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

function keg(...line: string[]) {
  const child = spawn(process.execPath, ['--conditions=@keg/source', main, ...line], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: folder },
  })
  started.add(child)
  return child
}

const finished = (...line: string[]) => run(line, '', { TMPDIR: folder })

/** An assembly of one stack with these resources. */
function assembly(name: string, template: object): string {
  const directory = join(folder, name)
  mkdirSync(directory)
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({
    artifacts: { Bar: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Bar.json' } } },
  }))
  writeFileSync(join(directory, 'Bar.json'), JSON.stringify(template))
  return directory
}

describe('a command line that is not understood exits with 2 and one line', () => {
  it.each([
    [['brew'], 'There is no "keg brew"; keg --help lists what there is.'],
    [['toString'], 'There is no "keg toString"; keg --help lists what there is.'],
    [['local', '--jsn'], 'keg local: Unknown option \'--jsn\'; keg local --help lists the flags.'],
    [['local', '--ws-port'], 'keg local: Option \'--ws-port <value>\' argument missing; keg local --help lists the flags.'],
    [['local', '--ws-port', 'x'], '--ws-port takes a port, not "x".'],
    [['local', '--quotas', 'some'], '--quotas takes enforce, warn or off, not "some".'],
    [['local', '--log', 'xml'], '--log takes text or aws, not "xml".'],
    [['local', '--mqtt-port', '1883'], '--mqtt-port goes with --permissive: a strict core takes no MQTT without TLS.'],
    [['local', 'here'], expect.stringMatching(/^Usage: keg local /)],
    [['run'], expect.stringMatching(/^Usage: keg run DIR /)],
    [['run', '.', '--parameter', 'Stage'], '--parameter takes NAME=VALUE, not "Stage".'],
  ])('%j', async (line, message) => {
    const { code, out, err } = await finished(...line)
    expect({ code, out, lines: err.trimEnd().split('\n') }).toEqual({ code: 2, out: '', lines: [message] })
  })
})

it.each([
  [[], /keg local .*\n.*keg run /],
  [['--help'], /^Usage: keg VERB/],
  [['local', '--help'], /^Usage: keg local \[--json\]/],
  [['run', '-h'], /^Usage: keg run DIR \[--json\]/],
])('%j helps', async (line, expected) => {
  const { code, out } = await finished(...line)
  expect([code, expected.test(out)]).toEqual([0, true])
})

it('keg local --json says on its first line where AWS IoT Core is, and ends by Ctrl-C', async () => {
  const child = keg('local', '--json', '--region', 'eu-central-1')
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = (scheme: string) => expect.stringMatching(new RegExp(`^${scheme}://(localhost|127\\.0\\.0\\.1):\\d+`))
  const ready = JSON.parse(line)
  expect(ready).toEqual({
    endpoints: { mqtts: url('mqtts'), wss: url('wss'), ws: url('ws'), https: url('https'), control: url('https'), httpsMtls: url('https') },
    caFile: expect.any(String),
    region: 'eu-central-1',
    accountId: '123456789012',
    credentials: { accessKeyId: expect.any(String), secretAccessKey: expect.any(String) },
  })
  expect(existsSync(ready.caFile)).toBe(true)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(existsSync(ready.caFile)).toBe(false)
})

describe('keg local --permissive --bill', () => {
  it('lets plain MQTT in, and ends with a line of JSON that says what AWS would ask for', async () => {
    const child = keg('local', '--json', '--permissive', '--quotas', 'off', '--bill')
    const lines = createInterface(child.stdout)
    const [line] = await once(lines, 'line')
    const { endpoints } = JSON.parse(line)
    const client = await mqtt.connectAsync(endpoints.mqtt, { reconnectPeriod: 0 })
    await client.publishAsync('keg/a', '{}', { qos: 1 })
    await client.endAsync()
    child.kill('SIGINT')
    const [last] = await once(lines, 'line')
    // One CONNECT, one message in.
    expect(JSON.parse(last)).toEqual({ bill: expect.objectContaining({ messages: 2, rulesTriggered: 0, usd: expect.any(Number) }) })
  })
  it('logs as AWS does where asked to', async () => {
    const child = keg('local', '--permissive', '--log', 'aws', '--log-level', 'debug')
    const entries: Record<string, unknown>[] = []
    createInterface(child.stderr).on('line', (line) => entries.push(JSON.parse(line)))
    let out = ''
    for await (const chunk of child.stdout) if (/mqtt:\S+/.test((out += chunk))) break
    const client = await mqtt.connectAsync(/mqtt:\S+/.exec(out)?.[0] ?? '', { clientId: 'k-1', reconnectPeriod: 0 })
    await client.publishAsync('keg/a', '{}', { qos: 1 })
    await client.endAsync()
    child.kill('SIGINT')
    await once(child, 'exit')
    const common = { accountId: '123456789012', traceId: expect.any(String), status: 'Success', protocol: 'MQTT' }
    expect(entries).toEqual(expect.arrayContaining([
      expect.objectContaining({ ...common, eventType: 'Connect', logLevel: 'INFO', clientId: 'k-1' }),
      expect.objectContaining({ ...common, eventType: 'Publish-In', topicName: 'keg/a', clientId: 'k-1' }),
    ]))
  })
  it('prints a table for a person', async () => {
    const child = keg('local', '--permissive', '--bill')
    child.stdout.once('data', () => child.kill('SIGINT'))
    const out = await text(child.stdout)
    expect(out).toMatch(/MQTT, plain {5}mqtt:\/\/localhost:\d+\n/)
    expect(out).toMatch(/… by mTLS {7}https:\/\//)
    expect(out).toMatch(/0 {2}messages, 5 KB each +\$0\.000000\n[\s\S]* together +\$0\.000000\n$/)
  })
})

it('keg run --json says on its first line where the stack is, and ends by Ctrl-C', async () => {
  const directory = assembly('bar', {
    Parameters: { Stage: { Type: 'String' } },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Stage' } } } },
    Outputs: { QueueUrl: { Value: { Ref: 'Queue' } } },
  })
  const child = keg('run', directory, '--json', '--log', 'aws', '--parameter', 'Stage=dev')
  const log = text(child.stderr)
  const [line] = await once(createInterface(child.stdout), 'line')
  const { endpoint, ...ready } = JSON.parse(line)
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(ready).toEqual({
    region: 'us-east-1',
    credentials: { accessKeyId: expect.stringMatching(/^AKIA/), secretAccessKey: expect.any(String) },
    outputs: { Bar: { QueueUrl: `${endpoint}/123456789012/dev` } },
    iot: {
      endpoints: {
        mqtts: expect.any(String), wss: expect.any(String), ws: expect.any(String), https: expect.any(String), control: expect.any(String),
        httpsMtls: expect.any(String),
      },
      caFile: expect.any(String),
    },
  })
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  await expect(fetch(endpoint)).rejects.toThrow()
  expect((await log).split('\n').find((line) => line.startsWith('{'))).toContain('"eventType":"Listening"')
})

it('keg run exits with 1 and the whole list where it can\'t run an assembly', async () => {
  const directory = assembly('barn', { Resources: { Network: { Type: 'AWS::EC2::VPC' }, Gate: { Type: 'AWS::EC2::InternetGateway' } } })
  const { code, out, err } = await finished('run', directory)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('Network (AWS::EC2::VPC, Network): the type is not supported')
  expect(err).toContain('Gate (AWS::EC2::InternetGateway, Gate): the type is not supported')
})

it('keg run exits with 1 where there is no assembly', async () => {
  expect(await finished('run', join(folder, 'nowhere'))).toMatchObject({ code: 1, err: expect.stringContaining('manifest.json') })
})
