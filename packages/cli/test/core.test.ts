import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { Agent } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  CreateDynamicThingGroupCommand, CreateThingCommand, CreateTopicRuleCommand, IoTClient, UpdateIndexingConfigurationCommand,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keg, startKeg } from './keg.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-cli-core-'))
const env = { TMPDIR: folder, XDG_RUNTIME_DIR: folder }
let core: ChildProcess
let ready: { endpoints: { https: string; control: string }; caFile: string; credentials: { accessKeyId: string; secretAccessKey: string } }

beforeAll(async () => {
  core = startKeg(['local', '--json'], env)
  const [line] = (await once(createInterface({ input: core.stdout as NodeJS.ReadableStream }), 'line')) as [string]
  // The line that `keg local` promises.
  ready = JSON.parse(line) as typeof ready
})
afterAll(async () => {
  core.kill('SIGINT')
  await once(core, 'exit')
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

const run = (line: string[], input?: string) => keg(line, input, { ...env, AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' })

/** A verb that goes on: resolves with its end once it has said its first line on `begun`. */
async function following(line: string[], begun: 'stdout' | 'stderr') {
  const child = startKeg(line, env)
  const lines: string[] = []
  const out = createInterface({ input: child.stdout }).on('line', (text) => lines.push(text))
  // An exit event's first argument is the code.
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, lines }))
  await once(begun === 'stdout' ? out : createInterface({ input: child.stderr }), 'line')
  return { ended }
}

describe('against the core that keg local started', () => {
  it('is found by a file that its owner alone may read', () => {
    const [own = ''] = readdirSync(folder).filter((name) => name.startsWith('keg-cores-'))
    expect(readdirSync(join(folder, own))).toEqual(['core.json'])
    expect([statSync(join(folder, own)).mode & 0o777, statSync(join(folder, own, 'core.json')).mode & 0o777]).toEqual([0o700, 0o600])
  })

  it('says what a month costs at the pace of what it has counted', async () => {
    await run(['publish', 'keg/berlin/pours', '{"volumeMl":300}'])
    const { code, out } = await run(['cost', '--core', 'core', '--json'])
    expect(code).toBe(0)
    const { plans } = JSON.parse(out) as { plans: { direct: { total: { messages: number } } } }
    expect(plans.direct.total.messages).toBeGreaterThan(0)
  })

  it('publishes to who subscribes', async () => {
    const { ended } = await following(['subscribe', 'keg/+/pours', '--json', '--count', '3'], 'stderr')
    expect(await run(['publish', 'keg/berlin/pours', '{"volumeMl":300}', '--content-type', 'application/json'])).toMatchObject({
      code: 0, err: expect.stringContaining('16 bytes'),
    })
    expect(await run(['publish', 'keg/munich/pours', '-', '--qos', '0'], 'from stdin')).toMatchObject({ code: 0 })
    expect(await run(['publish', 'keg/munich/pours'])).toMatchObject({ code: 0 })
    const { code, lines } = await ended
    expect(code).toBe(0)
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { topic: 'keg/berlin/pours', payload: '{"volumeMl":300}', qos: 1, retain: false, contentType: 'application/json' },
      { topic: 'keg/munich/pours', payload: 'from stdin', qos: 0, retain: false },
      { topic: 'keg/munich/pours', payload: '', qos: 1, retain: false },
    ])
  })

  it('reads, changes and watches shadows', async () => {
    expect(await run(['shadow', 'get', 'keg-1'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no such shadow') })
    const { ended } = await following(['shadow', 'watch', 'keg-1', '--count', '2'], 'stdout')
    const changed = await run(['shadow', 'update', 'keg-1', '{"desired":{"targetCelsius":4},"reported":{"targetCelsius":6}}'])
    expect(JSON.parse(changed.out)).toEqual({
      version: 1, desired: { targetCelsius: 4 }, reported: { targetCelsius: 6 }, delta: { targetCelsius: 4 },
    })
    const exact = await run(['shadow', 'update', 'keg-1', '{"desired":{"serial":12345678901234567890}}', '--name', 'exact'])
    expect(exact.out).toContain('"desired":{"serial":12345678901234567890}')
    expect(await ended).toEqual({ code: 0, lines: ['null', expect.stringContaining('"version":1')] })
    expect(await run(['shadow', 'update', 'keg-1', '{"reported":{"targetCelsius":4}}', '--if-version', '7'])).toMatchObject({
      code: 1, err: expect.stringContaining('409'),
    })
  })

  it('says why a rule did what it did', async () => {
    const { endpoints: { control }, caFile, credentials } = ready
    const client = new IoTClient({
      endpoint: control, region: 'us-east-1', credentials, requestHandler: { httpsAgent: new Agent({ ca: readFileSync(caFile) }) },
    })
    const republish = { roleArn: 'arn:aws:iam::123456789012:role/rule', topic: 'copy' }
    const create = (ruleName: string, sql: string, ruleDisabled = false) =>
      client.send(new CreateTopicRuleCommand({
        ruleName, topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [{ republish }], ruleDisabled },
      }))
    await create('hot', "SELECT celsius FROM 'keg/+' WHERE celsius > 8")
    await create('off', "SELECT * FROM 'keg/+'", true)
    await create('pours', "SELECT * FROM 'keg/+/pours'")
    client.destroy()
    expect((await run(['why', 'keg/k-1', '{"celsius":7.5}', '--dry-run'])).out)
      .toBe(`Rehearsed on keg/k-1: nothing was published, no action ran.

Rule hot. The rule does not match: celsius > 8 is false: 7.5 > 8.
  FROM 'keg/+'  topic keg/k-1
  WHERE
    celsius > 8  →  false  ←
      celsius  →  7.5

Rule off: the rule is disabled.

Nobody subscribes to it.

Not for this topic:
  pours: 'keg/+/pours' does not match: the topic ends before level 3, pours.
`)
    const { ended } = await following(['subscribe', 'copy', '--count', '1'], 'stderr')
    expect((await run(['why', 'keg/k-1', '-'], '{"celsius":9}')).out)
      .toMatch(/^Published to keg\/k-1, trace id [-\w]+\.[\s\S]*Output: \{"celsius":9\}\n {2}Action republish to copy: delivered\n/)
    expect(await ended).toEqual({ code: 0, lines: ['copy {"celsius":9}'] })
    const { out } = await run(['why', 'keg/k-1', '{}', '--dry-run', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      published: false,
      rules: [{ ruleName: 'hot', verdict: 'notMatched', because: 'celsius is Undefined: the message has no such field' }, {}, {}],
    })
  })

  it('says why a thing is in a group, or is not', async () => {
    const { endpoints: { control }, caFile, credentials } = ready
    const client = new IoTClient({
      endpoint: control, region: 'us-east-1', credentials, requestHandler: { httpsAgent: new Agent({ ca: readFileSync(caFile) }) },
    })
    await client.send(new CreateThingCommand({ thingName: 'warm-1', attributePayload: { attributes: { celsius: '9' } } }))
    await client.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY' } }))
    await client.send(new CreateDynamicThingGroupCommand({ thingGroupName: 'cold', queryString: 'attributes.celsius<8' }))
    client.destroy()
    expect(await run(['group', 'why', 'cold', 'warm-1'])).toMatchObject({
      code: 0, out: 'warm-1 is not in cold: the query is false.\n  attributes.celsius<8  →  false  (it has 9)\n',
    })
    expect(JSON.parse((await run(['group', 'why', 'cold', 'warm-1', '--json'])).out)).toMatchObject({ isMember: false })
    expect(await run(['group', 'why', 'none', 'warm-1'])).toMatchObject({ code: 1, err: expect.stringContaining('does not exist') })
    expect(await run(['group', 'join', 'cold', 'warm-1'])).toMatchObject({ code: 2, err: expect.stringContaining('no "keg group join"') })
  })

  it('takes another endpoint, with the credentials of the environment', async () => {
    const { credentials: { accessKeyId, secretAccessKey }, endpoints, caFile } = ready
    const line = ['publish', 'keg/a', 'x', '--endpoint', endpoints.https, '--ca', caFile, '--region', 'us-east-1']
    const as = (secret: string) => keg(line, '', { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret })
    expect(await as(secretAccessKey)).toMatchObject({ code: 0 })
    expect(await as('another')).toMatchObject({ code: 1, err: expect.stringContaining('Exception') })
  })
})

describe('says what is wrong', () => {
  it.each<[string[], number, string]>([
    [['publish'], 2, 'Usage: keg publish TOPIC [PAYLOAD]'],
    [['publish', 'keg/+', 'x'], 1, 'InvalidRequestException'],
    [['publish', 'keg/a', 'x', '--qos', '2'], 2, '--qos takes 0 or 1'],
    [['publish', 'keg/a', 'x', '--endpoint', 'here'], 2, 'https://HOST'],
    [['publish', 'keg/a', 'x', '--core', 'nobody'], 2, 'There is no nobody on this machine; there is core (core, https://'],
    [['publish', 'keg/a', 'x', '--core', 'core', '--aws'], 2, 'without --aws'],
    [['tail'], 2, 'No cloud runs'],
    [['tail', '--core', 'core'], 2, "keg subscribe '#' --core core"],
    [['local', '--name', '../x'], 2, '--name takes letters'],
    [['local', '--name', 'core'], 2, 'A core named core runs already'],
    [['subscribe', 'a/#/b'], 2, 'no topic filter'],
    [['subscribe', 'a', '--count', '0'], 2, 'from 1'],
    [['why', 'keg/a'], 2, 'Usage: keg why TOPIC PAYLOAD'],
    [['why', 'keg/a', '{}', '--endpoint', 'https://127.0.0.1:1', '--region', 'us-east-1'], 1, 'does not answer'],
    [['why', 'keg/+', '{}'], 1, 'no `+` or `#`'],
    [['shadow', 'drink', 'keg-1'], 2, 'no "keg shadow drink"'],
    [['shadow', 'update', 'keg-1'], 2, 'Usage: keg shadow'],
    [['shadow', 'update', 'keg-1', '7'], 2, 'STATE is a JSON object'],
    [['shadow', 'update', 'keg-1', '{"wished":{}}'], 2, 'not wished'],
  ])('%j', async (line, code, message) => {
    expect(await run(line)).toMatchObject({ code, out: '', err: expect.stringContaining(message) })
  })
  it('when no core runs', async () => {
    const nothing = mkdtempSync(join(tmpdir(), 'keg-cli-none-'))
    expect(await keg(['publish', 'a', 'b'], '', { TMPDIR: nothing, XDG_RUNTIME_DIR: nothing })).toMatchObject({
      code: 2, err: expect.stringContaining('No core runs'),
    })
    expect(await keg(['ps', '--json'], '', { TMPDIR: nothing, XDG_RUNTIME_DIR: nothing })).toEqual({ code: 0, out: '[]\n', err: '' })
    rmSync(nothing, { recursive: true })
  })
})
