import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import {
  createLocalIot, type ActionAnswer, type LocalIot, type LocalIotLogEntry, type LocalIotOptions, type WhyReport,
} from '@keg/local-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from './rule-actions-rows.ts'
import { ruleActionsStack } from './rule-actions-stack.ts'
import { eventually, run, type TestCloud } from './synthesized.ts'

/** A core whose actions go one way, by who may do what and by who may not. */
interface Way {
  readonly core: (role: 'allowed' | 'denied') => LocalIot
  readonly log: () => readonly LocalIotLogEntry[]
}

let running: TestCloud
const opened: LocalIot[] = []
const logged: LocalIotLogEntry[] = []
const bySdk: Record<'allowed' | 'denied', LocalIot | undefined> = { allowed: undefined, denied: undefined }

/** Another core, as `keg local` runs one, whose actions go by the SDK to the endpoint of the cloud, signed by one key. */
async function startBySdk(credentials: NonNullable<LocalIotOptions['aws']>['credentials']) {
  const core = await createLocalIot({ aws: { endpoint: running.client.endpoint, credentials }, log: (entry) => logged.push(entry) })
  opened.push(core)
  return core
}

beforeAll(async () => {
  running = await run(ruleActionsStack, { iam: 'enforce' })
  bySdk.allowed = await startBySdk(running.client.credentials)
  const { Payload = new Uint8Array() } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: 'denied' }))
  bySdk.denied = await startBySdk(JSON.parse(Buffer.from(Payload).toString()) as typeof running.client.credentials)
}, 60_000)
afterAll(async () => {
  for (const core of opened) await core.close()
  await running[Symbol.asyncDispose]()
})

const ways: Readonly<Record<string, Way>> = {
  'in process': { core: () => running.cloud.iot, log: () => running.log.flatMap(({ iot }) => iot ?? []) },
  'by the SDK': { core: (role) => bySdk[role]!, log: () => logged },
}
/** What is answered to roles that may not, but for the session: the same of both ways is there once. */
const denials = new Set<string>()
const arnOf = (role: string) => `arn:aws:iam::123456789012:role/${role}`

/** What became of a message by a rule with this action, and of its error action. */
async function publish(core: LocalIot, id: string, action: object, sql = `SELECT * FROM '${id}'`) {
  const documents: unknown[] = []
  const end = core.subscribe(`errors/${id}`, ({ payload }) => documents.push(JSON.parse(Buffer.from(payload).toString())))
  const errorAction = { republish: { roleArn: arnOf('allowed'), topic: `errors/${id}` } }
  const ruleName = id.replaceAll(/\W/g, '_')
  const topicRulePayload = { sql, awsIotSqlVersion: '2016-03-23', actions: [action], errorAction }
  await core.call('CreateTopicRule', { ruleName, topicRulePayload })
  const why = await core.why(id, `{"id":"${id}","n":1}`)
  await core.call('DeleteTopicRule', { ruleName })
  end()
  return { ruleName, answer: answerOf(why, ruleName), documents }
}

function answerOf({ rules }: WhyReport, name: string): ActionAnswer | undefined {
  const rule = rules.find(({ ruleName }) => ruleName === name)
  return rule?.verdict === 'matched' ? rule.actions[0] : undefined
}

describe.each(Object.entries(ways))('%s, a message', (way, { core, log }) => {
  const idOf = (what: string, name: string) => `${what}-${name}-${way}`.replaceAll(' ', '-')

  it.each(rows)('is delivered by $name', async ({ name, action, see, seen }) => {
    const id = idOf('message', name)
    const { answer, documents } = await publish(core('allowed'), id, action(arnOf('allowed')))
    expect([answer?.error, answer?.answer, documents]).toEqual([undefined, 'delivered', []])
    expect(await eventually(() => see(running.client, id))).toEqual(seen(id))
  })

  it.each(rows)('is refused to the role of $name, which why, log and error action say', async ({ name, action, needs }) => {
    const { answer, documents, ruleName } = await publish(core('denied'), `denied-${name.replace(' ', '-')}`, action(arnOf('denied')))
    const session = way === 'in process' ? ruleName : 'denied'
    const user = `User: arn:aws:sts::123456789012:assumed-role/denied/${session} is not authorized to perform: ${needs} on resource: `
    expect(answer).toMatchObject({ answer: 'failed', tries: 1, error: expect.stringContaining(user) })
    expect(answer?.error).toMatch(/ because no identity-based policy allows the \S+ action \((AccessDenied|\w+Exception), status 40[03]\)$/)
    denials.add(`${name}: ${answer?.error?.replace(`/${session} is`, '/… is')}`)
    const said = `The error received was ${answer?.error}. `
    expect(documents).toMatchObject([{ failures: [{ errorMessage: expect.stringContaining(said) }] }])
    const lines = log().flatMap((entry) => (entry.event === 'action-failed' && entry.ruleName === ruleName ? [entry.message] : []))
    expect(lines).toEqual([expect.stringContaining(answer?.error ?? '')])
  })

  it.each(rows)('goes to the error action where $name finds nothing', async ({ name, action, missing }) => {
    const { answer, documents } = await publish(core('allowed'), idOf('missing', name), action(arnOf('allowed'), 'nowhere'))
    expect(answer).toMatchObject({ answer: 'failed', tries: 1, error: expect.stringMatching(new RegExp(`\\(${missing}\\)$`)) })
    expect(documents).toMatchObject([{ failures: [{ errorMessage: expect.stringContaining(missing) }] }])
  })

  it('is made of what its rule looks up, by the role that a function names', async () => {
    const at = { M: { B: { BS: [Buffer.from('a')] } } }
    const item = { id: { S: `${way} item` }, n: { N: '0.1' }, seal: { B: Buffer.from('wax') }, at }
    await new DynamoDBClient(running.client).send(new PutItemCommand({ TableName: 'pours', Item: item }))
    const id = idOf('looks', 'up')
    const role = arnOf('allowed')
    const looked = `get_dynamodb('pours', 'id', '${way} item', '${role}') AS item`
    const sql = `SELECT ${looked}, get_secret('api', 'SecretString', 'key', '${role}') AS secret FROM '${id}'`
    const made: unknown[] = []
    core('allowed').subscribe('made', ({ payload }) => made.push(JSON.parse(Buffer.from(payload).toString())))
    const { answer, documents } = await publish(core('allowed'), id, { republish: { roleArn: role, topic: 'made' } }, sql)
    expect([answer?.error, documents, made]).toEqual([
      undefined, [], [{ item: { id: `${way} item`, n: 0.1, seal: 'd2F4', at: { B: ['YQ=='] } }, secret: 'sesame' }],
    ])
  })
})

it('in process, no package of the SDK is there, and every action is delivered', { timeout: 30_000 }, async () => {
  const list = rows.map(({ action }) => action(arnOf('allowed')))
  const program = fileURLToPath(new URL('rule-actions-program.ts', import.meta.url))
  const line = ['--conditions=@keg/source', '--no-warnings', program, running.assembly.directory, JSON.stringify(list)]
  const { stdout } = await promisify(execFile)(process.execPath, line)
  expect((JSON.parse(stdout) as string[]).sort()).toEqual(rows.map(({ name }) => [name.split(' ')[0], 'delivered']).sort())
})

it('both ways refuse in the same words', () => {
  expect(denials.size).toBe(rows.length)
})
