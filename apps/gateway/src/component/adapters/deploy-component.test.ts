import { GreengrassV2Client } from '@aws-sdk/client-greengrassv2'
import { S3Client } from '@aws-sdk/client-s3'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { componentAccess } from '../access-control.ts'
import { planDeployment, type DeployRequest } from '../deploy-plan.ts'
import { gatewayRecipe } from '../recipe.ts'
import { callsOf, deployComponent } from './deploy-component.ts'

// The clients are the SDK's own; who answers them writes down what they ask for.

interface Call {
  readonly method: string
  readonly path: string
  readonly body: string
}
type Answer = { readonly status?: number; readonly error?: string; readonly body?: object }

const targetArn = 'arn:aws:iot:eu-central-1:123456789012:thinggroup/berlin'
const componentArn = 'arn:aws:greengrass:eu-central-1:123456789012:components:com.example.KegGateway:versions:1.2.3'
const site = {
  siteId: 'berlin', gatewayId: 'gateway-berlin', cloud: { batchRule: 'keg_dev_batch' }, kegs: [],
  listen: { host: '192.168.1.10', port: 8883, certificateFile: '/etc/keg/site.pem', privateKeyFile: '/etc/keg/site.key' },
}
const request: DeployRequest = { version: '1.2.3', bucket: 'my-bucket', thingGroupArn: targetArn, site }
const plan = planDeployment(request)
const artifact = Buffer.from('the artifact')

const METADATA = `GET /greengrass/v2/components/${encodeURIComponent(componentArn)}/metadata`
const PUT = 'PUT /my-bucket/com.example.KegGateway/1.2.3/keg-gateway.zip'
const CREATE = 'POST /greengrass/v2/createComponentVersion'
const LIST = `GET /greengrass/v2/deployments?historyFilter=LATEST_ONLY&maxResults=1&targetArn=${encodeURIComponent(targetArn)}`
const LAST = 'GET /greengrass/v2/deployments/last-1'
const DEPLOY = 'POST /greengrass/v2/deployments'

const server = createServer((incoming, outgoing) => {
  let body = ''
  incoming.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
    const path = (incoming.url ?? '').replace(/[?&]x-id=\w+/, '')
    calls.push({ method: incoming.method ?? '', path, body })
    const { status = 200, error, body: answer = {} } = answers(`${incoming.method} ${path}`)
    outgoing.writeHead(status, { 'content-type': 'application/json', ...(error === undefined ? {} : { 'x-amzn-errortype': error }) })
      .end(JSON.stringify(answer))
  })
})
let calls: Call[]
let answers: (call: string) => Answer
let clients: { greengrass: GreengrassV2Client; s3: S3Client }
beforeEach(async () => {
  calls = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server has an address of this kind.
  const options = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, region: plan.region,
    credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
  }
  clients = { greengrass: new GreengrassV2Client(options), s3: new S3Client({ ...options, forcePathStyle: true }) }
})
afterEach(async () => {
  clients.greengrass.destroy()
  clients.s3.destroy()
  await new Promise((resolve) => server.close(resolve))
})
const deploy = () => deployComponent(plan, artifact, { ...clients, wait: async () => undefined, log: () => undefined })
const asked = () => calls.map(({ method, path }) => `${method} ${path}`)
const bodyOf = (call: string) => calls.find(({ method, path }) => `${method} ${path}` === call)?.body ?? ''

const configuration = {
  ...site, dataDir: 'data', maxBytes: 268_435_456, batchEveryMs: 5_000, quietBatchEveryMs: 60_000, bookedWithinMs: 20_000,
  cloud: { batchRule: 'keg_dev_batch', callTimeoutSec: 10 },
  accessControl: componentAccess({ siteId: 'berlin', gatewayId: 'gateway-berlin', batchRule: 'keg_dev_batch' }),
}

describe('a version that is not there', () => {
  it('is uploaded, made, waited for, and deployed', async () => {
    const metadata: Answer[] = [
      { status: 404, error: 'ResourceNotFoundException' }, { body: { status: { componentState: 'REQUESTED' } } },
      { body: { status: { componentState: 'DEPLOYABLE' } } },
    ]
    answers = (call) =>
      (call === METADATA ? metadata.shift() : undefined)
      ?? (call === LIST ? { body: { deployments: [] } } : call === DEPLOY ? { body: { deploymentId: 'd-1' } } : {})
    expect(await deploy()).toEqual({ deploymentId: 'd-1' })
    expect(asked()).toEqual([METADATA, PUT, CREATE, METADATA, METADATA, LIST, DEPLOY])
    expect(bodyOf(PUT)).toBe('the artifact')
    const { inlineRecipe } = JSON.parse(bodyOf(CREATE)) as { inlineRecipe: string }
    expect(JSON.parse(Buffer.from(inlineRecipe, 'base64').toString())).toEqual(gatewayRecipe({ version: '1.2.3', bucket: 'my-bucket' }))
    const deployment = JSON.parse(bodyOf(DEPLOY)) as { components: Record<string, { configurationUpdate: { merge: string } }> }
    expect(deployment).toEqual({
      // The SDK's own, for a call that is sent twice.
      clientToken: expect.any(String) as string,
      targetArn, deploymentName: 'keg-gateway 1.2.3 to berlin',
      components: {
        'com.example.KegGateway': { componentVersion: '1.2.3', configurationUpdate: { reset: [''], merge: expect.any(String) as string } },
      },
    })
    expect(JSON.parse(deployment.components['com.example.KegGateway']?.configurationUpdate.merge ?? '')).toEqual(configuration)
  })

  it('that AWS can not make is not deployed, and the reason is said', async () => {
    const metadata: Answer[] = [
      { status: 404, error: 'ResourceNotFoundException' },
      { body: { status: { componentState: 'FAILED', message: 'no artifact', errors: { artifact: 'not found' } } } },
    ]
    answers = (call) => (call === METADATA ? metadata.shift() : undefined) ?? {}
    await expect(deploy()).rejects.toThrow(/no artifact.*not found/)
    expect(asked()).not.toContain(DEPLOY)
  })
})

it('leaves a version that is there as it is, and the other components of the group where they are', async () => {
  const other = { componentVersion: '2.0.0' }
  const last = {
    components: { 'aws.greengrass.Cli': other, 'com.example.KegGateway': { componentVersion: '1.0.0' } },
    deploymentPolicies: { failureHandlingPolicy: 'ROLLBACK' },
  }
  answers = (call) => ({
    [METADATA]: { body: { status: { componentState: 'DEPLOYABLE' } } }, [LIST]: { body: { deployments: [{ deploymentId: 'last-1' }] } },
    [LAST]: { body: last }, [DEPLOY]: { body: { deploymentId: 'd-2' } },
  })[call] ?? {}
  await deploy()
  expect(asked()).toEqual([METADATA, METADATA, LIST, LAST, DEPLOY])
  expect(JSON.parse(bodyOf(DEPLOY))).toMatchObject({
    deploymentPolicies: last.deploymentPolicies,
    components: { 'aws.greengrass.Cli': other, 'com.example.KegGateway': { componentVersion: '1.2.3' } },
  })
})

it('passes on what AWS refuses', async () => {
  answers = () => ({ status: 403, error: 'AccessDeniedException', body: { message: 'no' } })
  await expect(deploy()).rejects.toMatchObject({ name: 'AccessDeniedException' })
  expect(asked()).toEqual([METADATA])
})

it('says beforehand what it would send', () => {
  expect(callsOf(plan, artifact)).toEqual({
    PutObject: {
      Bucket: 'my-bucket', Key: 'com.example.KegGateway/1.2.3/keg-gateway.zip', ContentType: 'application/zip', bytes: artifact.length,
    },
    CreateComponentVersion: { inlineRecipe: plan.recipe },
    CreateDeployment: expect.objectContaining({ targetArn, deploymentName: 'keg-gateway 1.2.3 to berlin' }) as object,
  })
})

it('allows the topics of one site and of its gateway, and no other', () => {
  const resources = Object.values(configuration.accessControl['aws.greengrass.ipc.mqttproxy'] ?? {}).flatMap(({
    operations, resources: topics,
  }) => operations.flatMap((operation) => topics.map((topic) => `${operation.split('#')[1]} ${topic}`)))
  expect(resources.sort()).toEqual([
    'PublishToIoTCore $aws/rules/keg_dev_batch/berlin/gateway-berlin',
    'PublishToIoTCore keg/berlin/+/ask',
    'PublishToIoTCore keg/berlin/+/telemetry',
    'PublishToIoTCore keg/berlin/gateways/gateway-berlin/status',
    'PublishToIoTCore keg/berlin/summary',
    'SubscribeToIoTCore keg/berlin/+/commands/+',
    'SubscribeToIoTCore keg/berlin/+/state',
    'SubscribeToIoTCore keg/berlin/gateways/gateway-berlin/acks',
    'SubscribeToIoTCore keg/berlin/gateways/gateway-berlin/live',
  ])
})

it.each<[string, Partial<DeployRequest>, RegExp]>([
  ['a thing instead of a group', { thingGroupArn: 'arn:aws:iot:eu-central-1:123456789012:thing/gateway-berlin' }, /thing-group-arn/],
  ['a site without its gateway', { site: { ...site, gatewayId: undefined } }, /gatewayId/],
  ['the file of a gateway by itself', { site: { ...site, cloud: { batchRule: 'b', endpoint: {} } } }, /endpoint/],
  ['a version that is none', { version: 'latest' }, /semantic version/],
  ['a bucket that is none', { bucket: 'My_Bucket' }, /s3:\/\//],
])('refuses %s', (_what, change, reason) => {
  expect(() => planDeployment({ ...request, ...change })).toThrow(reason)
})
