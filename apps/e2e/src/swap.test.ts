import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn'
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { alert, type Alert } from '@keg/message-schemas/keg'
import type { Swap } from '@keg/store'
import { brewerOf, type Caller } from '@keg/system'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { copyAssembly } from './assembly-copy.ts'
import { seen } from './away-keg.ts'
import { registerKegs } from './register-kegs.ts'

// Empty kegs on the deployed template: ordered once, delivered or not, while the whole cloud is killed and started again in the middle.

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** What the cloud wrote, in all its lives. */
const written: string[] = []

interface Cloud {
  readonly client: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  }
  readonly output: (name: string) => string
  readonly api: Caller
  kill(): Promise<void>
}

/** The app in a process of its own, with its data in a folder. */
async function start(app: string, dataDir: string): Promise<Cloud> {
  const line = [
    '--conditions=@keg/source', join(root, 'packages/cli/src/main.ts'), 'run', app, '--json', '--no-watch', '--iam', 'enforce',
    '--data-dir', dataDir,
  ]
  const child = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, XDG_RUNTIME_DIR: dataDir } })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  onTestFinished(kill)
  createInterface(child.stderr).on('line', (text) => written.push(text))
  const lines = createInterface(child.stdout)
  // A line event's argument is the line.
  const [ready] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The cloud ended with ${String(code)}: ${written.join('\n')}`))),
  ])) as [string]
  lines.on('line', (text) => written.push(text))
  const { outputs, ...told } = JSON.parse(ready) as Cloud['client'] & { outputs: Record<string, Record<string, string>> }
  const all = Object.assign({}, ...Object.values(outputs)) as Record<string, string>
  const client = { endpoint: told.endpoint, region: told.region, credentials: told.credentials }
  return {
    client, output: (name) => all[name] ?? '', kill, api: await brewerOf({ ...client, outputs }),
  }
}

/** Has a keg that is ordered from now on come within seconds, and not within two weeks. */
async function losePatience(app: string): Promise<void> {
  const file = join(app, 'Keg-dev-Ingest.template.json')
  const template = await readFile(file, 'utf8')
  const hasty = template.replace('\\"TimeoutSeconds\\":1209600', '\\"TimeoutSeconds\\":3')
  expect(hasty).not.toBe(template)
  await writeFile(file, hasty)
}

/** The queue of a brewery that has subscribed to orders. */
async function brewery({ client, output }: Cloud): Promise<string> {
  const [sqs, sns] = [new SQSClient(client), new SNSClient(client)]
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'brewery' }))
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  await sns.send(new SubscribeCommand({
    TopicArn: output('OrdersTopic'), Protocol: 'sqs', Endpoint: Attributes?.QueueArn, Attributes: { RawMessageDelivery: 'true' },
  }))
  return QueueUrl
}

async function orders({ client }: Cloud, QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await new SQSClient(client)
    .send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }))
  written.push(...Messages.map(({ Body = '' }) => Body))
  return Messages.map(({ Body = '{}' }) => (JSON.parse(Body) as Swap).kegId)
}

async function empty({ client }: Cloud, kegId: string, alertId: string, more: Partial<Alert> = {}): Promise<void> {
  const told = alert.encode({
    v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, alertId, kind: 'kegEmpty', event: 'raised', message: 'The keg is empty.', ...more,
  })
  await new IoTDataPlaneClient(client)
    .send(new PublishCommand({ topic: alert.topic.format({ siteId: 'berlin', kegId }), qos: 1, payload: told }))
}

async function ask(
  { api }: Cloud, method: string, path: string, body?: object, headers: Record<string, string> = {},
): Promise<{ status: number; answer: Partial<Swap> }> {
  const response = await api.fetch(path, {
    method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  written.push(text)
  return { status: response.status, answer: JSON.parse(text) as Partial<Swap> }
}

/** How executions of the machine stand: how many wait, and how many are done. */
async function executions({ client }: Cloud): Promise<Record<string, number>> {
  const sfn = new SFNClient(client)
  const { stateMachines: [machine] = [] } = await sfn.send(new ListStateMachinesCommand({}))
  const { executions: all = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: machine?.stateMachineArn }))
  return Object.fromEntries(
    Object.entries(Object.groupBy(all, ({ status = '' }) => status)).map(([status, some]) => [status, some?.length ?? 0]),
  )
}

const tokenOf = async ({ client, output }: Cloud, kegId: string): Promise<string> =>
  (await new DynamoDBClient(client)
    .send(new GetItemCommand({ TableName: output('TableName'), Key: { pk: { S: `keg#${kegId}` }, sk: { S: 'swap' } } }))).Item?.['token']?.S
  ?? ''

it('orders a keg once, and knows whether it came, also after it was killed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keg-swap-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const { folder: app, ...copy } = await copyAssembly()
  onTestFinished(() => copy[Symbol.asyncDispose]())
  const first = await start(app, dataDir)
  const QueueUrl = await brewery(first)
  await registerKegs(first.client, 'berlin', 'k-1', 'k-2')
  // Nobody knows this keg: nothing is ordered for it.
  await empty(first, 'k-9', 'a-0')
  await empty(first, 'k-1', 'a-1')
  await seen(() => executions(first), (found) => found.toEqual({ RUNNING: 1 }))
  await seen(() => ask(first, 'GET', '/swaps/k-1'), (found) =>
    found.toMatchObject({ status: 200, answer: { state: 'ordered', siteId: 'berlin', alertId: 'a-1' } }))
  // The same alert once more, another of the same keg, one that is over, and one of another keg.
  for (const [kegId, alertId, more] of [
    ['k-1', 'a-1', {}], ['k-1', 'a-2', {}], ['k-1', 'a-1', { event: 'cleared' }], ['k-2', 'a-3', {}],
  ] as const) {
    await empty(first, kegId, alertId, more)
  }
  await seen(() => executions(first), (found) => found.toEqual({ RUNNING: 2, SUCCEEDED: 2 }))
  const ordered: string[] = []
  await seen(async () => ordered.push(...(await orders(first, QueueUrl))), (count) => count.toBeGreaterThanOrEqual(2))
  expect(ordered.sort()).toEqual(['k-1', 'k-2'])
  const token = await tokenOf(first, 'k-1')
  expect(token).not.toBe('')
  await first.kill()

  await losePatience(app)
  const second = await start(app, dataDir)
  expect(await tokenOf(second, 'k-1')).toBe(token)
  expect(await ask(second, 'POST', '/swaps/k-1/delivered')).toMatchObject({ status: 202, answer: { state: 'delivered' } })
  const fail = (reason: string) => ask(second, 'POST', '/swaps/k-2/failed', { reason }, { 'idempotency-key': 'key-1' })
  expect(await fail('no beer until May')).toMatchObject({ status: 202, answer: { state: 'failed' } })
  await seen(() => ask(second, 'GET', '/swaps/k-1'), (found) =>
    found.toMatchObject({ answer: { state: 'delivered', endedAtMs: expect.any(Number) } }))
  await seen(() => ask(second, 'GET', '/swaps/k-2'), (found) =>
    found.toMatchObject({ answer: { state: 'failed', reason: 'no beer until May' } }))
  // The same request again is answered as it was; another under its key is refused.
  expect([await fail('no beer until May'), await fail('lost')]).toMatchObject([{ status: 202, answer: { state: 'failed' } }, { status: 409 }])
  expect([
    await ask(second, 'POST', '/swaps/k-1/delivered'), await ask(second, 'POST', '/swaps/k-2/delivered'),
    await ask(second, 'POST', '/swaps/k-9/delivered'),
  ]).toMatchObject([{ status: 409 }, { status: 409 }, { status: 404 }])

  // What comes late orders nothing, and what is empty again does.
  await empty(second, 'k-1', 'a-1')
  await seen(() => executions(second), (found) => found.toEqual({ SUCCEEDED: 5 }))
  await empty(second, 'k-1', 'a-4')
  await seen(() => ask(second, 'GET', '/swaps/k-1'), (found) => found.toMatchObject({ answer: { state: 'timedOut', alertId: 'a-4' } }))
  expect(await ask(second, 'POST', '/swaps/k-1/delivered')).toMatchObject({ status: 409 })
  expect(await tokenOf(second, 'k-1')).toBe('')
  expect(written.filter((text) => text.includes(token))).toEqual([])
}, 90_000)
