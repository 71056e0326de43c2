import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import {
  CreateJobTemplateCommand, CreateThingCommand, DescribeJobCommand, DescribeJobExecutionCommand, GetJobDocumentCommand, IoTClient,
  ListPrincipalPoliciesCommand, UpdateCertificateCommand,
} from '@aws-sdk/client-iot'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { jobDocument } from '@keg/message-schemas/keg'
import { connectAsync, type MqttClient } from 'mqtt'
import { createHash, generateKeyPairSync, verify, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventually } from './eventually.ts'
import { begin, runVerb } from './in-process.ts'

// What the stack of a fleet has, as small as it comes.
const folder = mkdtempSync(join(tmpdir(), 'keg-fleet-'))
const app = join(folder, 'cdk.out')
const jobTemplate = (id: string) => ({ Value: { 'Fn::Sub': `arn:aws:iot:\${AWS::Region}:\${AWS::AccountId}:jobtemplate/${id}` } })
const ROLE = 'arn:aws:iam::123456789012:role/presign'
const statement = { Effect: 'Allow', Action: 'iot:*', Resource: '*' }
const template = {
  Resources: {
    Serials: { Type: 'AWS::DynamoDB::Table', Properties: {
      TableName: 'serials', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'serial', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'serial', AttributeType: 'S' }],
    } },
    Firmware: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'firmware' } },
    Claims: { Type: 'AWS::IoT::Policy', Properties: {
      PolicyName: 'claims', PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
    } },
    Provisioning: { Type: 'AWS::IoT::ProvisioningTemplate', Properties: {
      TemplateName: 'kegs', ProvisioningRoleArn: ROLE, Enabled: true, TemplateBody: JSON.stringify({
        Parameters: { SerialNumber: { Type: 'String' } },
        Resources: { thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'SerialNumber' } } } },
      }),
    } },
    ...Object.fromEntries(['k-1', 'k-2', 'both'].map((name) => [
      `Thing${name.replace('-', '')}`, { Type: 'AWS::IoT::Thing', Properties: { ThingName: name } },
    ])),
    ...Object.fromEntries(['bar', 'both'].map((name) => [
      `Group${name}`, { Type: 'AWS::IoT::ThingGroup', Properties: { ThingGroupName: name } },
    ])),
  },
  Outputs: {
    ProvisioningTemplateName: { Value: { Ref: 'Provisioning' } }, ClaimPolicyName: { Value: { Ref: 'Claims' } },
    SerialsTableName: { Value: { Ref: 'Serials' } }, FirmwareBucketName: { Value: { Ref: 'Firmware' } }, PresignRoleArn: { Value: ROLE },
    SettingsJobTemplateArn: jobTemplate('settings'), RotationJobTemplateArn: jobTemplate('rotation'),
  },
}

let cloud: ReturnType<typeof begin>
let told: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
let iot: IoTClient
let dynamo: DynamoDBClient
beforeAll(async () => {
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  mkdirSync(app)
  writeFileSync(join(app, 'manifest.json'), JSON.stringify({
    artifacts: { Fleet: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Fleet.json' } } },
  }))
  writeFileSync(join(app, 'Fleet.json'), JSON.stringify(template))
  cloud = begin('run', app, '--json')
  told = JSON.parse(await cloud.said)
  iot = new IoTClient(told)
  dynamo = new DynamoDBClient(told)
  const rotate = JSON.stringify({ kind: 'rotateCertificate', template: 'renewal' })
  await iot.send(new CreateJobTemplateCommand({ jobTemplateId: 'rotation', description: 'New certificates', document: rotate }))
  await iot.send(new CreateJobTemplateCommand({
    jobTemplateId: 'settings', description: 'Settings', document: '{}', timeoutConfig: { inProgressTimeoutInMinutes: 7 },
    jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
  }))
}, 60_000)
afterAll(async () => {
  iot.destroy()
  dynamo.destroy()
  await cloud.end()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const pem = (type: 'ed25519' | 'x25519') => {
  const file = join(folder, `${type}.key`)
  // The kinds of key are of one shape.
  writeFileSync(file, generateKeyPairSync(type as 'ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
  return file
}

describe('keg provision', () => {
  const provision = (batch: string, count: number, ...line: string[]) =>
    runVerb('provision', '--batch', batch, '--count', String(count), '--site', 'berlin', '--dir', join(folder, batch), ...line)
  const listed = async (serial: string) => (await dynamo.send(new GetItemCommand({ TableName: 'serials', Key: { serial: { S: serial } } }))).Item
  const configuration = (batch: string) => JSON.parse(readFileSync(join(folder, batch, 'kegs.json'), 'utf8'))

  it('lists kegs, makes a claim whose key is the owner\'s alone, and writes what the device program reads', async () => {
    const { code, out } = await provision('may', 3, '--json')
    const answer = JSON.parse(out)
    expect([code, answer]).toMatchObject([0, { batch: 'may', kegs: 3, added: 3, configuration: join(folder, 'may/kegs.json') }])
    expect(await listed('keg-may-00002')).toEqual({
      serial: { S: 'keg-may-00002' }, siteId: { S: 'berlin' }, batch: { S: 'may' }, state: { S: 'listed' },
      claimCertificateId: { S: answer.certificateId },
    })
    expect(statSync(join(folder, 'may/claim.key')).mode & 0o777).toBe(0o600)
    const certificate = new X509Certificate(readFileSync(join(folder, 'may/claim.pem')))
    expect(certificate.subject).toBe('CN=claim-may')
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(answer.certificateId)
    const { caFile, endpoint, kegs } = configuration('may')
    const claim = { certificateFile: join(folder, 'may/claim.pem'), privateKeyFile: join(folder, 'may/claim.key'), template: 'kegs' }
    const dataDir = join(folder, 'may/keg-may-00001')
    expect(kegs).toHaveLength(3)
    expect(kegs[0]).toEqual({
      kegId: 'keg-may-00001', certificateFile: join(dataDir, 'certificate.pem'), privateKeyFile: join(dataDir, 'private.key'), dataDir, claim,
    })
    const device = await connectAsync(`mqtts://${endpoint.host}:${endpoint.port}`, {
      ca: readFileSync(caFile), cert: readFileSync(claim.certificateFile), key: readFileSync(claim.privateKeyFile),
      clientId: 'claim-keg-may-00001', reconnectPeriod: 0,
    })
    await device.endAsync()
  })

  it('adds what is missing at a second run, and leaves what became of the others', async () => {
    const first = JSON.parse((await provision('june', 150, '--json')).out)
    const item = { ...(await listed('keg-june-00001')), state: { S: 'claimed' } }
    await dynamo.send(new PutItemCommand({ TableName: 'serials', Item: item }))
    const file = join(folder, 'june/kegs.json')
    writeFileSync(file, JSON.stringify({ ...configuration('june'), simulation: { seed: 7 }, firmware: { healthSec: 5 } }))
    const second = JSON.parse((await provision('june', 260, '--json', '--firmware-key', pem('ed25519'))).out)
    expect(second).toEqual({ ...first, kegs: 260, added: 110 })
    expect(await listed('keg-june-00001')).toEqual(item)
    const publicKeyFile = join(folder, 'june/firmware.pem')
    expect(configuration('june')).toMatchObject({ simulation: { seed: 7 }, firmware: { healthSec: 5, publicKeyFile } })
    expect(readFileSync(publicKeyFile, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/)
    expect(new Set(configuration('june').kegs.map(({ kegId }: { kegId: string }) => kegId)).size).toBe(260)
    const principal = `arn:aws:iot:${told.region}:123456789012:cert/${second.certificateId}`
    expect((await iot.send(new ListPrincipalPoliciesCommand({ principal }))).policies).toMatchObject([{ policyName: 'claims' }])
  })

  it('refuses a batch of another site, and lists nothing of it', async () => {
    await provision('july', 2)
    const { Count } = await dynamo.send(new ScanCommand({ TableName: 'serials', Select: 'COUNT' }))
    const other = await runVerb('provision', '--batch', 'july', '--count', '3', '--site', 'munich', '--dir', join(folder, 'other'))
    expect(other).toEqual({ code: 1, out: '', err: 'keg-july-00001 is on the list already: for site berlin, of batch july.' })
    expect(await dynamo.send(new ScanCommand({ TableName: 'serials', Select: 'COUNT' }))).toMatchObject({ Count })
  })

  it('refuses a batch that is listed for the claim of another folder, and changes nothing of it', async () => {
    await provision('october', 1)
    const item = await listed('keg-october-00001')
    const other = await runVerb('provision', '--batch', 'october', '--count', '2', '--site', 'berlin', '--dir', join(folder, 'other-october'))
    expect(other).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^keg-october-00001 is on the list already, for another claim/) })
    expect([await listed('keg-october-00001'), await listed('keg-october-00002')]).toEqual([item, undefined])
  })

  it('refuses a key for firmware of another kind, and lists nothing', async () => {
    expect(await provision('key', 1, '--firmware-key', pem('x25519'))).toMatchObject({
      code: 2, err: expect.stringMatching(/^--firmware-key .* is no Ed25519 key/),
    })
    expect(await listed('keg-key-00001')).toBeUndefined()
  })

  it('ends on Ctrl-C between its calls, and goes on at a second run', { timeout: 60_000 }, async () => {
    const line = ['--batch', 'late', '--count', '10000', '--site', 'berlin', '--dir', join(folder, 'late')]
    const left = begin('provision', ...line)
    left.said.catch(() => undefined)
    await eventually(async () => await listed('keg-late-00001') !== undefined)
    expect([await left.end(), left.out]).toEqual([1, []])
    const [, there, added] = /^Interrupted: (\d+) of 10000 kegs are on the list, (\d+) of them new\. A second run goes on\.$/.exec(left.err.join()) ?? []
    expect([Number(there), Number(there)]).toEqual([Number(added), expect.toSatisfy((count: number) => count >= 100 && count < 10_000)])
    expect(JSON.parse((await provision('late', Number(there) + 100, '--json')).out)).toMatchObject({ added: 100 })
  })

  it.each<[string, string[], RegExp]>([
    ['a folder below a file', ['--dir', join(folder, 'cdk.out/manifest.json/may')], /^--dir .*manifest\.json\/may can't be made: /],
    ['a folder that is a file', ['--dir', join(folder, 'cdk.out/manifest.json')], /^--dir .* can't be made: EEXIST/],
    ['a folder where none can be made', ['--dir', '/proc/keg/may'], /^--dir \/proc\/keg\/may can't be made: /],
    ['a folder that can\'t be written', ['--dir', join(folder, 'taken')], /^--dir .*taken can't be written: /],
    ['a CA that is not there', ['--ca', join(folder, 'no.pem')], /^--ca .*no\.pem can't be read: ENOENT/],
    ['a template that is not there', ['--template', 'nope'], /^There is no provisioning template "nope": name another by --template\.$/],
    ['a policy that is not there', ['--claim-policy', 'nope'], /^There is no policy "nope": name another by --claim-policy\.$/],
  ])('says what is wrong with %s, and lists nothing', async (_, line, message) => {
    mkdirSync(join(folder, 'taken/ca.pem'), { recursive: true })
    expect(await provision('never', 1, ...line)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
    expect(await listed('keg-never-00001')).toBeUndefined()
  })

  it('refuses a claim that was revoked', async () => {
    const { certificateId } = JSON.parse((await provision('august', 1, '--json')).out)
    await iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' }))
    expect(await provision('august', 2)).toMatchObject({ code: 2, err: expect.stringContaining('claim.pem is INACTIVE') })
  })

  it.each<[string, string[], RegExp]>([
    ['no batch', ['--count', '1', '--site', 'b'], /^--batch is needed/],
    ['a batch that can\'t be in a name', ['--batch', 'a b', '--count', '1', '--site', 'b'], /^--batch takes letters/],
    ['no count', ['--batch', 'a', '--site', 'b'], /^--count says how many/],
    ['too many', ['--batch', 'a', '--count', '10001', '--site', 'b'], /^--count takes 10000 at most/],
    ['no site', ['--batch', 'a', '--count', '1'], /^--site is needed/],
    ['a prefix that can\'t be in a name', ['--batch', 'a', '--count', '1', '--site', 'b', '--prefix', '#'], /can't name a keg/],
    ['an account of which nothing is known', ['--batch', 'a', '--count', '1', '--site', 'b', '--aws'], /name it by --template/],
  ])('says what is wrong with %s', async (_, line, message) => {
    expect(await runVerb('provision', ...line)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('keg jobs', () => {
  const create = async (...line: string[]) => JSON.parse((await runVerb('jobs', 'create', ...line, '--json')).out)
  const documentOf = async (jobId: string) => {
    const document: unknown = JSON.parse((await iot.send(new GetJobDocumentCommand({ jobId }))).document ?? '')
    // What a keg reads.
    expect(jobDocument.safeParse(document).error).toBeUndefined()
    return document as Record<string, string>
  }

  it('creates a job of settings, with what its template says and the flags above it', async () => {
    const { jobId } = await create(
      'settings', '--set', 'targetCelsius=4.5', '--set', 'valve=closed', '--target', 'bar', '--rate', '9', '--abort-percent', '20', '--continuous',
    )
    expect(jobId).toMatch(/^settings-\d{14}-/)
    expect(await documentOf(jobId)).toEqual({ kind: 'settings', settings: { targetCelsius: 4.5, valve: 'closed' } })
    const { job } = await iot.send(new DescribeJobCommand({ jobId }))
    expect(job).toMatchObject({
      targetSelection: 'CONTINUOUS', timeoutConfig: { inProgressTimeoutInMinutes: 7 }, jobExecutionsRolloutConfig: { maximumPerMinute: 9 },
      abortConfig: { criteriaList: [{ failureType: 'ALL', thresholdPercentage: 20, minNumberOfExecutedThings: 1 }] },
      targets: [expect.stringMatching(/thinggroup\/bar$/)],
    })
    expect((await runVerb('jobs', 'cancel', jobId)).code).toBe(0)
  })

  it('signs firmware and puts it where kegs get it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const [file, key] = [join(folder, 'keg.mjs'), join(folder, 'signing.key')]
    writeFileSync(file, 'export const version = "1.3.0"')
    writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }))
    const { jobId } = await create('firmware', '--file', file, '--version', '1.3.0', '--key', key, '--target', 'k-1')
    const { url = '', signature = '', ...rest } = await documentOf(jobId)
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(rest).toEqual({ kind: 'firmware', version: '1.3.0', sha256 })
    expect(verify(null, readFileSync(file), publicKey, Buffer.from(signature, 'base64'))).toBe(true)
    const [, objectKey] = /^\$\{aws:iot:s3-presigned-url:https:\/\/s3\.[\w-]+\.amazonaws\.com\/firmware\/(.+)\}$/.exec(url) ?? []
    const s3 = new S3Client({ ...told, forcePathStyle: true })
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'firmware', Key: objectKey }))
    expect(await Body?.transformToString()).toBe(readFileSync(file, 'utf8'))
    s3.destroy()
    expect((await iot.send(new DescribeJobCommand({ jobId }))).job?.presignedUrlConfig).toEqual({ roleArn: ROLE, expiresInSec: 3600 })
  })

  it('creates a job of new certificates from its template, whose id says so', async () => {
    const { jobId } = await create('rotate', '--target', 'k-1', '--target', 'k-2', '--job-id', 'rotate-may')
    expect(await documentOf(jobId)).toEqual({ kind: 'rotateCertificate', template: 'renewal' })
    expect((await iot.send(new DescribeJobCommand({ jobId }))).job).toMatchObject({ description: 'New certificates', targets: { length: 2 } })
  })

  const keg = async (thingName: string): Promise<MqttClient> => {
    const dir = join(folder, 'watched')
    await runVerb('provision', '--batch', 'w', '--count', '1', '--site', 'b', '--dir', dir)
    const { endpoint } = JSON.parse(readFileSync(join(dir, 'kegs.json'), 'utf8'))
    const read = (name: string) => readFileSync(join(dir, name))
    return connectAsync(`mqtts://${endpoint.host}:${endpoint.port}`, {
      ca: read('ca.pem'), cert: read('claim.pem'), key: read('claim.key'), clientId: thingName, reconnectPeriod: 0,
    })
  }
  const ends = async (client: MqttClient, thingName: string, jobId: string, status: string) => {
    await client.publishAsync(`$aws/things/${thingName}/jobs/${jobId}/update`, JSON.stringify({ status, statusDetails: { reason: 'too warm' } }), { qos: 1 })
    await eventually(async () => (await iot.send(new DescribeJobExecutionCommand({ jobId, thingName }))).execution?.status === status)
  }

  it.each([['SUCCEEDED', 0, '2 succeeded', ''], ['FAILED', 1, '1 succeeded, 1 failed', 'k-2  FAILED  too warm']])(
    'watches a job until its last keg has %s', { timeout: 60_000 }, async (last, code, end, told) => {
      const { jobId } = await create('settings', '--set', 'intervalSec=5', '--target', 'k-1', '--target', 'k-2')
      const watching = begin('jobs', 'watch', jobId)
      expect(await watching.said).toBe(`${jobId}  IN_PROGRESS  2 queued`)
      const client = await keg('k-1')
      await ends(client, 'k-1', jobId, 'SUCCEEDED')
      await ends(client, 'k-2', jobId, last)
      expect(await watching.code).toBe(code)
      expect(watching.out.at(-1)).toBe(`${jobId}  COMPLETED  ${end}`)
      expect(watching.err.join('\n')).toBe(told)
      expect(new Set(watching.out).size).toBe(watching.out.length)
      await client.endAsync()
    },
  )

  it('watches a job that is taken back by force, and stops watching on Ctrl-C', async () => {
    const { jobId } = await create('settings', '--set', 'intervalSec=6', '--target', 'k-1')
    const left = begin('jobs', 'watch', jobId, '--json')
    expect(JSON.parse(await left.said)).toMatchObject({ jobId, status: 'IN_PROGRESS', queued: 1, succeeded: 0 })
    expect([await left.end(), left.err]).toEqual([1, [`Job ${jobId} goes on.`]])
    expect((await runVerb('jobs', 'cancel', jobId, '--force', '--comment', 'too cold')).out).toBe(`Job ${jobId} is canceled.`)
    expect(await runVerb('jobs', 'watch', jobId)).toEqual({ code: 1, out: `${jobId}  CANCELED  1 canceled`, err: 'too cold' })
  })

  it('lists jobs, newest first, and those of a status', async () => {
    const { jobId } = await create('settings', '--set', 'intervalSec=7', '--target', 'k-1')
    const [first = ''] = (await runVerb('jobs', 'list')).out.split('\n')
    expect(first).toMatch(new RegExp(`^${jobId}  IN_PROGRESS  created \\S+Z$`))
    expect(JSON.parse((await runVerb('jobs', 'list', '--json')).out.split('\n')[0] ?? '')).toMatchObject({ jobId, status: 'IN_PROGRESS' })
    await runVerb('jobs', 'cancel', jobId)
    expect((await runVerb('jobs', 'list', '--status', 'IN_PROGRESS')).out).not.toContain(jobId)
    expect((await runVerb('jobs', 'list', '--status', 'CANCELED')).out).toMatch(new RegExp(`^${jobId}  CANCELED  created \\S+Z$`, 'm'))
    expect(await runVerb('jobs', 'list', '--status', 'SCHEDULED')).toEqual({ code: 0, out: '', err: 'No job is SCHEDULED.' })
  })

  it('shows how far a job is, where it failed and why, and how it goes on', async () => {
    const { jobId } = await create(
      'settings', '--set', 'valve=open', '--target', 'k-1', '--target', 'k-2', '--target', 'bar', '--continuous', '--rate', '9',
      '--abort-percent', '60', '--abort-after', '2',
    )
    const client = await keg('k-2')
    await ends(client, 'k-2', jobId, 'FAILED')
    await client.endAsync()
    const { code, out } = await runVerb('jobs', 'show', jobId)
    expect(code).toBe(0)
    expect(out.replace(/(created +)\S+/, '$1NOW')).toBe([
      `job          ${jobId}`, 'status       IN_PROGRESS', 'description  Settings', 'targets      thing/k-1, thing/k-2, thinggroup/bar',
      'continuous   things that join a group later get it, too', 'created      NOW', 'things       1 queued, 1 failed',
      'rollout      9 a minute at most', 'taken back   where 60 % failed, were rejected or timed out, after 2', 'time-out     7 min',
      'document     {"kind":"settings","settings":{"valve":"open"}}', 'k-2  FAILED  too warm',
    ].join('\n'))
    expect(JSON.parse((await runVerb('jobs', 'show', jobId, '--json')).out)).toMatchObject({
      jobId, queued: 1, failed: 1, succeeded: 0, failures: [{ thingName: 'k-2', status: 'FAILED', reason: 'too warm' }], moreFailures: 0,
      jobExecutionsRolloutConfig: { maximumPerMinute: 9 }, abortConfig: { criteriaList: [{ thresholdPercentage: 60 }] },
      document: '{"kind":"settings","settings":{"valve":"open"}}',
    })
    await runVerb('jobs', 'cancel', jobId, '--force')
  })

  it('names ten of the things that a job failed at, and says how many more there are', { timeout: 60_000 }, async () => {
    const things = Array.from({ length: 12 }, (_, index) => `ill-${index + 1}`)
    for (const thingName of things) await iot.send(new CreateThingCommand({ thingName }))
    const { jobId } = await create('settings', '--set', 'intervalSec=8', ...things.flatMap((thing) => ['--target', thing]))
    const client = await keg('ill-1')
    for (const thing of things) await ends(client, thing, jobId, 'FAILED')
    await client.endAsync()
    const named = (lines: string) => lines.split('\n').filter((line) => /^(ill-\d+ {2}FAILED {2}too warm|…)/.test(line))
    const { out } = await runVerb('jobs', 'show', jobId)
    expect([named(out).length, out.split('\n').at(-1)]).toEqual([11, '… and 2 more'])
    const { failed, failures, moreFailures } = JSON.parse((await runVerb('jobs', 'show', jobId, '--json')).out)
    expect({ failed, named: failures.length, moreFailures }).toEqual({ failed: 12, named: 10, moreFailures: 2 })
    const watched = await runVerb('jobs', 'watch', jobId)
    expect([watched.code, named(watched.err).length, watched.err.split('\n').at(-1)]).toEqual([1, 11, '… and 2 more'])
  })

  it.each<[string, () => string[], RegExp]>([
    ['a status that there is not', () => ['list', '--status', 'DONE'], /^--status takes .* or SCHEDULED, not "DONE"/],
    ['a status of one job', () => ['show', 'x', '--status', 'CANCELED'], /^--status is for keg jobs list/],
    ['no job', () => ['show'], /^Usage: keg jobs/],
    ['no job to watch', () => ['watch'], /^Usage: keg jobs/],
    ['a job to list', () => ['list', 'x'], /^Usage: keg jobs/],
    ['an action that there is not', () => ['drop', 'x'], /^There is no "keg jobs drop"/],
    ['a kind that there is not', () => ['create', 'party'], /^There is no job "party": there are settings, firmware, rotate/],
    ['no target', () => ['create', 'rotate'], /^--target says/],
    ['a target that is not there', () => ['create', 'rotate', '--target', 'nobody'], /^There is neither a thing nor a thing group "nobody"/],
    ['a target that is two', () => ['create', 'rotate', '--target', 'both'], /^both is a thing and a thing group/],
    ['no settings', () => ['create', 'settings', '--target', 'k-1'], /^--set NAME=VALUE says/],
    ['a setting without a value', () => ['create', 'settings', '--set', 'valve', '--target', 'k-1'], /^--set takes NAME=VALUE/],
    ...['siteId=b', 'firmware=1', 'colour=red'].map((set): [string, () => string[], RegExp] => [
      `the setting ${set}`, () => ['create', 'settings', '--set', set, '--target', 'k-1'], /Unrecognized key.*there are targetCelsius/,
    ]),
    ['a value that no keg takes', () => ['create', 'settings', '--set', 'targetCelsius=99', '--target', 'k-1'], /^--set targetCelsius: /],
    ['a flag of another kind', () => ['create', 'rotate', '--set', 'a=b'], /^--set is for keg jobs create settings/],
    ['a flag of another action', () => ['watch', 'x', '--rate', '3'], /^--rate is for keg jobs create/],
    ['firmware without its parts', () => ['create', 'firmware', '--file', 'f'], /needs --file FILE, --version V and --key/],
    ['a file that is not there', () => ['create', 'firmware', '--file', 'no', '--version', '1', '--key', pem('ed25519')], /^--file: ENOENT/],
    ['a key of another kind', () => ['create', 'firmware', '--file', pem('x25519'), '--version', '1', '--key', pem('x25519')], /kind x25519/],
    ['a key that is none', () => ['create', 'firmware', '--file', app + '/Fleet.json', '--version', '1', '--key', app + '/Fleet.json'], /no private key/],
    ['a percentage of nothing', () => ['create', 'rotate', '--target', 'k-1', '--abort-percent', '0'], /^--abort-percent takes/],
    ['an id that hides the kind', () => ['create', 'rotate', '--target', 'k-1', '--job-id', 'x'], /^--job-id begins with "rotate-"/],
  ])('says what is wrong with %s', async (_, line, message) => {
    expect(await runVerb('jobs', ...line())).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
  })

  it('creates and watches jobs of a core that runs alone, which has no outputs', { timeout: 60_000 }, async () => {
    const core = begin('local', '--json', '--name', 'alone')
    await core.said
    const line = ['--core', 'alone', '--target', 'arn:aws:iot:us-east-1:123456789012:thing/k-1']
    expect(await runVerb('jobs', 'create', 'rotate', ...line)).toEqual({
      code: 2, out: '', err: 'alone is AWS IoT Core alone, with no output RotationJobTemplateArn: name it by --job-template.',
    })
    expect(await runVerb('jobs', 'create', 'settings', '--set', 'valve=open', ...line))
      .toMatchObject({ code: 1, err: expect.stringMatching(/^ResourceNotFoundException: /) })
    await core.end()
  })

  it.each([['watch'], ['cancel'], ['show']])('says that there is no such job to %s', async (action) => {
    expect(await runVerb('jobs', action, 'nothing')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^ResourceNotFoundException: /) })
  })
})
