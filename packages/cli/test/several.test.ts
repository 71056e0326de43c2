import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, vi, type TestContext } from 'vitest'
import { begin, runVerb } from './in-process.ts'

// Two at a time: a cloud and a core beside it.
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'keg-several-'))
const app = join(folder, "it's mine", 'cdk.out')
const verbs: ReturnType<typeof begin>[] = []
const start = async (...line: string[]) => {
  const verb = begin(...line)
  verbs.push(verb)
  return { verb, ...JSON.parse(await verb.said) }
}

let cloud: Awaited<ReturnType<typeof start>>
let core: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'manifest.json'), JSON.stringify({
    artifacts: { Bar: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Bar.json' } } },
  }))
  const rule = { Sql: "SELECT * FROM 'keg/+'", Actions: [{ Republish: { RoleArn: 'arn:aws:iam::123456789012:role/r', Topic: 'copy' } }] }
  writeFileSync(join(app, 'Bar.json'), JSON.stringify({
    Resources: { Rule: { Type: 'AWS::IoT::TopicRule', Properties: { RuleName: 'all', TopicRulePayload: rule } } },
  }))
  ;
  [cloud, core] = await Promise.all([
    start('run', app, '--json', '--host-name', 'here.test'), start('local', '--json', '--data-dir', join(folder, "it's a core")),
  ])
}, 60_000)
afterAll(async () => {
  await Promise.all(verbs.map((verb) => verb.end()))
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const names = async () => (JSON.parse((await runVerb('ps', '--json')).out) as { name: string }[]).map(({ name }) => name)
const heard = async (name: string, filter: string) => {
  const verb = begin('subscribe', filter, '--count', '1', '--core', name)
  await verb.told
  return { line: verb.said }
}
/** A command in a shell that has run the lines of `keg env`. */
const inShell = async (name: string, command: string) => {
  const { out } = await runVerb('env', '--core', name)
  return run('sh', ['-c', `eval "$KEG_ENV"; ${command}`], {
    env: { ...process.env, AWS_SESSION_TOKEN: 'stale', AWS_PROFILE: 'nobody', KEG_ENV: out },
  })
}
const needs = async (context: TestContext, command: string, line: string[]) => {
  if (!(await run(command, line).then(() => true, () => false))) context.skip(`${command} ${line.join(' ')} does not run here`)
}

it('are listed, by name and address', async () => {
  const { out } = await runVerb('ps', '--json')
  expect(JSON.parse(out)).toEqual(expect.arrayContaining([
    { name: 'Bar', kind: 'cloud', pid: process.pid, endpoint: cloud.endpoint, since: expect.stringMatching(/^\d{4}-.*Z$/) },
    { name: 'core', kind: 'core', pid: process.pid, endpoint: core.endpoints.https, since: expect.any(String) },
  ]))
  expect((await runVerb('ps')).out).toMatch(/^NAME +KIND +PID +ENDPOINT +SINCE\n(?:Bar|core) /)
})

it.each([
  [['publish', 'keg/a', 'x']], [['subscribe', 'keg/a']], [['why', 'keg/a', '{}']], [['shadow', 'get', 'k-1']], [['env']],
])('%j has to be told which, and says which there are', async (line) => {
  const { code, out, err } = await runVerb(...line)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('Choose one by --core NAME.')
  expect(err).toContain(`Bar (cloud, ${cloud.endpoint})`)
  expect(err).toContain(`core (core, ${core.endpoints.https})`)
})

it('are each reached by name, and by the addresses that were printed', async () => {
  const message = await heard('core', 'keg/a')
  expect(await runVerb('publish', 'keg/a', 'to the core', '--core', 'core')).toMatchObject({ code: 0 })
  expect(await message.line).toBe('keg/a to the core')
  const rules = async (...where: string[]) =>
    JSON.parse((await runVerb('why', 'keg/a', '{}', '--dry-run', '--json', ...where)).out).rules.length as number
  expect([await rules('--core', 'core'), await rules('--core', 'Bar')]).toEqual([0, 1])
  expect([
    await rules('--endpoint', cloud.endpoint), await rules('--core', cloud.endpoint), await rules('--endpoint', cloud.iot.endpoints.https),
  ]).toEqual([1, 1, 1])
  expect(await runVerb('why', 'keg/a', '{}', '--endpoint', 'http://127.0.0.1:1')).toMatchObject({
    code: 2, err: expect.stringContaining('keg ps'),
  })
})

it.each(['--core=Bar', '--endpoint=IOT', '--core=IOT'])('keg tail %s follows the cloud', async (flag) => {
  const tail = begin('tail', '--count', '1', '--topic', 'keg/tail', flag.replace('IOT', cloud.iot.endpoints.https))
  await tail.told
  await runVerb('publish', 'keg/tail', 'x', '--core', 'Bar')
  expect(await tail.said).toMatch(/ keg\/tail x$/)
})

it('keg run tells its key, by which the data plane lets in', async () => {
  expect(cloud.credentials).toEqual({ accessKeyId: expect.stringMatching(/^AKIA/), secretAccessKey: expect.any(String) })
  const { accessKeyId, secretAccessKey } = cloud.credentials
  expect((await runVerb('env', '--core', 'Bar')).out)
    .toContain(`export AWS_ACCESS_KEY_ID='${accessKeyId}'\nexport AWS_SECRET_ACCESS_KEY='${secretAccessKey}'`)
})

it.each([['here.test', 200], ['other.test', 403]])('keg run --host-name here.test: %s is answered %i', async (host, status) => {
  const answered = await new Promise((resolve, reject) => {
    request(new URL('/__keg', cloud.endpoint), { headers: { host } }, (response) => (response.resume(), resolve(response.statusCode)))
      .on('error', reject)
      .end()
  })
  expect(answered).toBe(status)
})

it('keg env takes the aws command there', { timeout: 60_000 }, async (context) => {
  await needs(context, 'aws', ['--version'])
  const message = await heard('Bar', 'from/aws')
  await inShell('Bar', `aws iot-data publish --topic from/aws --payload ${Buffer.from('hello').toString('base64')}`)
  // The first version of the command sends the payload as it is given.
  expect(await message.line).toMatch(/^from\/aws (?:hello|aGVsbG8=)$/)
})

it('keg env takes boto3 there', { timeout: 60_000 }, async (context) => {
  await needs(context, 'python3', ['-c', 'import boto3'])
  const message = await heard('core', 'from/boto3')
  await inShell('core', `python3 -c 'import boto3; boto3.client("iot-data").publish(topic="from/boto3", qos=1, payload=b"hello")'`)
  expect(await message.line).toBe('from/boto3 hello')
})

it('keg env is text that a shell takes for nothing else', async () => {
  for (const trusted of ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS']) vi.stubEnv(trusted, undefined)
  const { out, err } = await runVerb('env', '--core', 'core')
  const { stdout } = await inShell(
    'core', 'printf %s "$AWS_CA_BUNDLE|$AWS_PROFILE|$AWS_SESSION_TOKEN|$AWS_ENDPOINT_URL_IOT_DATA_PLANE|$AWS_REGION"',
  )
  expect(stdout).toBe(`${core.caFile}|||${core.endpoints.https}|us-east-1`)
  expect(core.caFile).toContain("it's a core")
  expect(out.split('\n').every((line) => /^(?:export [A-Z_]+='|unset )/.test(line))).toBe(true)
  expect(err).toContain('--endpoint-url')
})

it('leave one where the other ends: it is the only one then, and names are of one each', async () => {
  expect(await core.verb.end()).toBe(0)
  expect(await runVerb('publish', 'keg/a', 'x')).toMatchObject({ code: 0 })
  const second = await start('run', app, '--json', '--no-watch')
  expect(await names()).toEqual(['Bar', 'Bar-2'])
  expect(await runVerb('tail')).toMatchObject({ code: 2, err: expect.stringContaining('Choose one by --core NAME.') })
  expect(await cloud.verb.end()).toBe(0)
  expect(await names()).toEqual(['Bar-2'])
  const message = await heard('Bar-2', 'keg/b')
  expect(await runVerb('publish', 'keg/b', 'still here')).toMatchObject({ code: 0 })
  expect(await message.line).toBe('keg/b still here')
  expect(await second.verb.end()).toBe(0)
  expect(await names()).toEqual([])
})
