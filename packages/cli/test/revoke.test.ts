import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import {
  AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreatePolicyCommand, CreateThingCommand,
  DescribeCertificateCommand, IoTClient,
} from '@aws-sdk/client-iot'
import { connect as connectTo, type MqttClient } from 'mqtt'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { begin, runVerb } from './in-process.ts'

/** What a core that runs alone says at its start. */
interface Alone extends Pick<Told, 'region' | 'credentials'> {
  readonly endpoints: { readonly mqtts: string; readonly control: string }
  readonly caFile: string
}

/** What a cloud says at its start. */
interface Told {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly iot: { readonly endpoints: { readonly mqtts: string }; readonly caFile: string }
}

const folder = mkdtempSync(join(tmpdir(), 'keg-revoke-'))
const app = join(folder, 'cdk.out')
const THINGS = ['lost', 'asleep', 'copied', 'again', 'bare', 'unlisted', 'abroad']
const ALL = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
const template = {
  Resources: {
    Serials: { Type: 'AWS::DynamoDB::Table', Properties: {
      TableName: 'serials', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'serial', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'serial', AttributeType: 'S' }],
    } },
    Kegs: { Type: 'AWS::IoT::Policy', Properties: {
      PolicyName: 'kegs', PolicyDocument: JSON.parse(ALL),
    } },
    ...Object.fromEntries(THINGS.map((ThingName) => [ThingName, { Type: 'AWS::IoT::Thing', Properties: { ThingName } }])),
  },
  Outputs: { SerialsTableName: { Value: { Ref: 'Serials' } } },
}

let cloud: ReturnType<typeof begin>
let told: Told
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
}, 60_000)
afterAll(async () => {
  iot.destroy()
  dynamo.destroy()
  await cloud.end()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

interface Certificate {
  readonly id: string
  readonly arn: string
  readonly cert: string
  readonly key: string
}

/** An active one, of these things. */
async function certificate(client: IoTClient, ...thingNames: readonly string[]): Promise<Certificate> {
  const { certificateId: id = '', certificateArn: arn = '', certificatePem: cert = '', keyPair } =
    await client.send(new CreateKeysAndCertificateCommand({ setAsActive: true }))
  await client.send(new AttachPolicyCommand({ policyName: 'kegs', target: arn }))
  for (const thingName of thingNames) await client.send(new AttachThingPrincipalCommand({ thingName, principal: arn }))
  return { id, arn, cert, key: keyPair?.PrivateKey ?? '' }
}

/** Rejects for who is not let in. */
async function connect(
  clientId: string, { cert, key }: Certificate, { endpoints, caFile }: Told['iot'] = told.iot,
): Promise<{ readonly client: MqttClient; readonly ended: Promise<void> }> {
  const client = connectTo(endpoints.mqtts, { clientId, cert, key, ca: readFileSync(caFile), protocolVersion: 5, reconnectPeriod: 0 })
  const ended = new Promise<void>((resolve) => void client.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.on('error', reject)
    void ended.then(() => reject(new Error('closed')))
  })
  return { client, ended }
}

const statusOf = async ({ id }: Certificate) =>
  (await iot.send(new DescribeCertificateCommand({ certificateId: id }))).certificateDescription?.status
const list = (serial: string) => dynamo.send(new PutItemCommand({
  TableName: 'serials', Item: { serial: { S: serial }, siteId: { S: 'berlin' }, batch: { S: 'b' }, state: { S: 'claimed' } },
}))
const listed = async (serial: string) => (await dynamo.send(new GetItemCommand({ TableName: 'serials', Key: { serial: { S: serial } } }))).Item
const lines = (text: string) => text.split('\n').sort()

describe('keg revoke THING', () => {
  it('blocks it on the list, revokes each certificate, and ends its connection', async () => {
    await list('lost')
    const certificates = [await certificate(iot, 'lost'), await certificate(iot, 'lost')] as const
    const { ended } = await connect('lost', certificates[1])
    const { code, out, err } = await runVerb('revoke', 'lost', '--reason', 'stolen in Berlin')
    expect([code, err]).toEqual([0, ''])
    expect(lines(out)).toEqual([
      ...certificates.map(({ id }) => `Certificate ${id} is revoked.`), 'lost is blocked on the allow list.', 'No connection of lost is left.',
    ].sort())
    await ended
    expect(await Promise.all(certificates.map(statusOf))).toEqual(['REVOKED', 'REVOKED'])
    await expect(connect('lost', certificates[1])).rejects.toThrow()
    expect(await listed('lost')).toMatchObject({
      state: { S: 'blocked' }, blockedReason: { S: 'stolen in Berlin' }, blockedAtMs: { N: expect.any(String) }, siteId: { S: 'berlin' },
    })
  })

  it('ends a connection that stands by another certificate, too', async () => {
    const own = await certificate(iot, 'asleep')
    const { ended } = await connect('asleep', await certificate(iot))
    const { code, out, err } = await runVerb('revoke', 'asleep', '--json', '--endpoint', told.endpoint)
    expect([code, err]).toEqual([0, 'asleep is not on the allow list.'])
    expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
      { certificateId: own.id, status: 'REVOKED' }, { clientId: 'asleep', connection: 'ended' },
    ])
    await ended
  })

  it('does the same by the credentials of an account', async ({ onTestFinished }) => {
    const { accessKeyId, secretAccessKey } = told.credentials
    const environment = {
      AWS_ENDPOINT_URL: told.endpoint, AWS_REGION: told.region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey,
    }
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    onTestFinished(() => Object.keys(environment).forEach((name) => vi.stubEnv(name, undefined)))
    await list('abroad')
    const own = await certificate(iot, 'abroad')
    const { ended } = await connect('abroad', await certificate(iot))
    expect(await runVerb('revoke', 'abroad', '--aws', '--serials-table', 'serials')).toEqual({
      code: 0, err: '', out: [
        'abroad is blocked on the allow list.', `Certificate ${own.id} is revoked.`, 'The connection of abroad is ended.',
      ].join('\n'),
    })
    await ended
  })

  it('does no harm a second time', async () => {
    await list('again')
    await certificate(iot, 'again')
    const first = await runVerb('revoke', 'again')
    expect(await runVerb('revoke', 'again')).toEqual(first)
    expect(first.code).toBe(0)
  })

  it('blocks one that has not come yet', async () => {
    await list('never-came')
    expect(await runVerb('revoke', 'never-came')).toEqual({
      code: 0, out: 'never-came is blocked on the allow list.', err: 'There is no thing "never-came".',
    })
    expect(await listed('never-came')).toMatchObject({ state: { S: 'blocked' } })
  })

  it.each([
    ['a thing that is not there', 'nobody', '', ['There is no thing "nobody".', 'nobody is not on the allow list.']],
    ['a thing without a certificate', 'bare', 'No connection of bare is left.', ['bare has no certificate.', 'bare is not on the allow list.']],
  ])('has done nothing for %s', async (_, thing, out, err) => {
    const answer = await runVerb('revoke', thing)
    expect({ ...answer, err: lines(answer.err) }).toEqual({ code: 1, out, err })
  })

  it('revokes all the same where the list can\'t be written', async () => {
    const own = await certificate(iot, 'unlisted')
    const { code, out, err } = await runVerb('revoke', 'unlisted', '--serials-table', 'nope')
    expect([code, out]).toEqual([1, `Certificate ${own.id} is revoked.\nNo connection of unlisted is left.`])
    expect(err).toMatch(/^ResourceNotFoundException: /)
    expect(await statusOf(own)).toBe('REVOKED')
  })
})

describe('keg revoke --certificate', () => {
  it('revokes that one, and whoever goes by another comes again', async () => {
    const [copied, kept] = [await certificate(iot, 'copied'), await certificate(iot, 'copied')]
    const { ended } = await connect('copied', kept)
    expect(await runVerb('revoke', '--certificate', copied.arn)).toEqual({
      code: 0, out: `Certificate ${copied.id} is revoked.\nThe connection of copied is ended.`, err: '',
    })
    await ended
    expect([await statusOf(copied), await statusOf(kept)]).toEqual(['REVOKED', 'ACTIVE'])
    const { client } = await connect('copied', kept)
    await client.endAsync()
  })

  it('revokes one that no thing has, and others beside one that is not there', async () => {
    const claim = await certificate(iot)
    const answer = await runVerb('revoke', '--certificate', '0'.repeat(64), '--certificate', claim.id)
    expect(answer).toMatchObject({ code: 1, out: `Certificate ${claim.id} is revoked.` })
    expect(answer.err).toMatch(/^ResourceNotFoundException: .*\nNo thing has /)
    expect(await statusOf(claim)).toBe('REVOKED')
  })
})

it.each<[string, string[], RegExp]>([
  ['nothing', [], /^Usage: keg revoke/],
  ['a thing and a certificate', ['lost', '--certificate', '0'.repeat(64)], /^Usage: keg revoke/],
  ['what is no certificate', ['--certificate', 'abc'], /^--certificate takes the id of a certificate/],
  ['a reason for a certificate', ['--certificate', '0'.repeat(64), '--reason', 'x'], /^--reason is for a THING/],
])('says what is wrong with %s', async (_, line, message) => {
  expect(await runVerb('revoke', ...line)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
})

it('revokes on a core that runs alone, which has no list, and ends the connection there', { timeout: 60_000 }, async () => {
  const core = begin('local', '--json', '--name', 'alone')
  const alone: Alone = JSON.parse(await core.said)
  const requestHandler = { httpsAgent: new Agent({ ca: readFileSync(alone.caFile) }) }
  const control = new IoTClient({ ...alone, endpoint: alone.endpoints.control, requestHandler })
  await control.send(new CreatePolicyCommand({ policyName: 'kegs', policyDocument: ALL }))
  await control.send(new CreateThingCommand({ thingName: 'k-1' }))
  const [own, other] = [await certificate(control, 'k-1'), await certificate(control)]
  const { ended } = await connect('k-1', other, { endpoints: alone.endpoints, caFile: alone.caFile })
  expect(await runVerb('revoke', 'k-1', '--core', 'alone')).toEqual({
    code: 0, out: `Certificate ${own.id} is revoked.\nThe connection of k-1 is ended.`,
    err: 'No allow list is known, and nothing is blocked there: --serials-table names one.',
  })
  await ended
  control.destroy()
  await core.end()
})
