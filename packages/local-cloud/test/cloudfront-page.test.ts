import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CfnOutput, CfnParameter, CfnResource, Duration, type Stack } from 'aws-cdk-lib'
import {
  type CfnDistribution, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, OriginRequestPolicy, CachePolicy,
  CacheQueryStringBehavior, OriginRequestHeaderBehavior, type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Bucket, type CfnBucketPolicy, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { run } from './synthesized.ts'

/** A page as CDK's own examples have it: a bucket, a distribution, and what is in it. */
function page(stack: Stack, { bucket = new Bucket(stack, 'Page') as IBucket, behavior = {}, ...props }: {
  readonly bucket?: IBucket
  readonly behavior?: Partial<BehaviorOptions>
  readonly spa?: boolean
} = {}): Distribution {
  const distribution = new Distribution(stack, 'Site', {
    defaultRootObject: 'index.html', defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(bucket), ...behavior },
    ...(props.spa === true ? { errorResponses: [403, 404]
      .map((httpStatus) => ({ httpStatus, responseHttpStatus: 200, responsePagePath: '/index.html', ttl: Duration.seconds(0) })) } : {}),
  })
  new BucketDeployment(stack, 'Files', { destinationBucket: bucket, sources: [Source.data('index.html', '<h1>Kegs</h1>')], distribution })
  new CfnOutput(stack, 'Url', { value: `https://${distribution.domainName}` })
  return distribution
}

it('answers every path of a single-page app with its page', async () => {
  await using running = await run((stack) => void page(stack, { spa: true }))
  const answer = await fetch(`${running.outputs['Url']}/kegs/keg-01`)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/html', '<h1>Kegs</h1>'])
  expect((await fetch(`${running.outputs['Url']}/kegs/keg-01`, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(`${running.outputs['Url']}/kegs/keg-01`, { method: 'POST' })).status).toBe(403)
})

it('says what a bucket lacks to be read, and refuses it where permissions are enforced', async () => {
  const closed = (stack: Stack) => {
    page(stack)
    const policy = stack.node.findChild('Page').node.findChild('Policy').node.defaultChild as CfnBucketPolicy
    policy.policyDocument = { Version: '2012-10-17', Statement: [] }
  }
  await using warned = await run(closed)
  expect((await fetch(`${warned.outputs['Url']}/`)).status).toBe(200)
  await fetch(`${warned.outputs['Url']}/`)
  expect(warned.log.filter(({ source }) => source === 'cloudfront').map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Test\/Site\/Resource may not read the bucket .*The statement to add .*"AWS:SourceArn":"arn:aws:cloudfront::/),
  ])
  await using enforced = await run(closed, { iam: 'enforce' })
  expect((await fetch(`${enforced.outputs['Url']}/`)).status).toBe(403)
  await using allowed = await run((stack) => void page(stack), { iam: 'enforce' })
  expect((await fetch(`${allowed.outputs['Url']}/`)).status).toBe(200)
})

it('reads a bucket by an origin access identity, where the policy lets that in alone', async () => {
  await using running = await run((stack) => {
    const bucket = new Bucket(stack, 'Page') as IBucket
    page(stack, { bucket, behavior: { origin: S3BucketOrigin.withOriginAccessIdentity(bucket) } })
    const other = new Distribution(stack, 'Other', { defaultBehavior: { origin: S3BucketOrigin.withBucketDefaults(bucket) } })
    new CfnOutput(stack, 'OtherUrl', { value: `https://${other.domainName}` })
  }, { iam: 'enforce' })
  expect((await fetch(`${running.outputs['Url']}/`)).status).toBe(200)
  expect((await fetch(`${running.outputs['OtherUrl']}/index.html`)).status).toBe(403)
})

it('runs functions on both sides, and a 503 takes the place of one that fails', async () => {
  const code = `function handler(event) {
    if (event.request.uri === '/fail') throw new Error('no beer')
    if (event.request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/' } } }
    if (event.context.eventType === 'viewer-request') return event.request
    event.response.headers['x-seen'] = { value: event.request.uri }
    return event.response
  }`
  await using running = await run((stack) => {
    const both = new EdgeFunction(stack, 'Both', { code: FunctionCode.fromInline(code) })
    const functionAssociations = [FunctionEventType.VIEWER_REQUEST, FunctionEventType.VIEWER_RESPONSE]
      .map((eventType) => ({ function: both, eventType }))
    page(stack, { behavior: { functionAssociations } })
  })
  const ask = (path: string) => fetch(`${running.outputs['Url']}${path}`, { redirect: 'manual' })
  expect((await ask('/')).headers.get('x-seen')).toBe('/')
  const [moved, failed] = [await ask('/old'), await ask('/fail')]
  expect([moved.status, moved.headers.get('x-cache')]).toEqual([301, 'FunctionGeneratedResponse from cloudfront'])
  expect([failed.status, failed.headers.get('x-cache')]).toEqual([503, 'FunctionExecutionError from cloudfront'])
  expect(running.log.map(({ message }) => message)).toContainEqual(expect.stringMatching(/no beer/))
})

it('has policies of the template, and other distributions beside the first', async () => {
  await using running = await run((stack) => {
    const cachePolicy = new CachePolicy(stack, 'Cache', {
      queryStringBehavior: CacheQueryStringBehavior.allowList('a'), enableAcceptEncodingGzip: true,
    })
    const originRequestPolicy = new OriginRequestPolicy(stack, 'Sent', { headerBehavior: OriginRequestHeaderBehavior.allowList('x-own') })
    const bucket = new Bucket(stack, 'Page') as IBucket
    page(stack, { bucket, behavior: { cachePolicy, originRequestPolicy } })
    const other = new Distribution(stack, 'Other', {
      defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(bucket) }, enabled: false,
    })
    new CfnOutput(stack, 'OtherUrl', { value: `https://${other.domainName}` })
  })
  expect((await fetch(`${running.outputs['Url']}/?a=1`)).status).toBe(200)
  expect((await fetch(`${running.outputs['OtherUrl']}/index.html`)).status).toBe(403)
  expect(running.cloud.distributions).toHaveLength(2)
})

it('is where it was, with its files, when the cloud starts again with the same data', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  try {
    let before: string | undefined
    for (const start of ['first', 'second']) {
      await using running = await run((stack) => void page(stack), { dataDir })
      expect((await fetch(`${running.outputs['Url']}/`)).status).toBe(200)
      if (start === 'second') expect(running.outputs['Url']).toBe(before)
      before = running.outputs['Url']
    }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})

it('takes the next port where the wished one is taken, and says on the page of the run where it is', async () => {
  await using first = await run((stack) => void page(stack), { distribution: { port: 18_090 } })
  await using second = await run((stack) => void page(stack), { distribution: { port: 18_090 } })
  const [one, other] = [first, second].map(({ outputs }) => Number(new URL(outputs['Url'] ?? '').port))
  expect(one).toBeGreaterThanOrEqual(18_090)
  expect(other).toBeGreaterThan(one ?? 0)
  expect(await (await fetch(`${first.cloud.endpoint}/__keg/state`)).text()).toContain(`http://127.0.0.1:${one}/`)
})

/** One that nobody had a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

it('gives the port back where the start fails', async () => {
  const port = await freePort()
  const options = { distribution: { port, originParameter: 'PageOrigin' } }
  await expect(run((stack) => void new CfnResource(stack, 'Odd', { type: 'AWS::Odd::Type' }), options)).rejects.toThrow('AWS::Odd::Type')
  await using running = await run((stack) => {
    page(stack)
    new CfnOutput(stack, 'Told', { value: new CfnParameter(stack, 'PageOrigin').valueAsString })
  }, options)
  expect(running.outputs['Told']).toBe(`http://127.0.0.1:${port}`)
})

describe('a deployment of files', () => {
  const files = (stack: Stack, props: Partial<ConstructorParameters<typeof BucketDeployment>[2]> = {}) => {
    const bucket = new Bucket(stack, 'Files') as IBucket
    new BucketDeployment(stack, 'Deployment', {
      destinationBucket: bucket, destinationKeyPrefix: 'site', sources: [Source.data('a.txt', 'a'), Source.data('b/c.json', '{}')], ...props,
    })
    new CfnOutput(stack, 'Bucket', { value: bucket.bucketName })
  }

  it('takes away what is no file any more, but for what it does not concern itself with', async () => {
    await using running = await run((stack) => files(stack, { metadata: { by: 'keg' }, contentDisposition: 'inline' }))
    const s3 = new S3Client(running.client)
    const name = running.outputs['Bucket']
    const keys = async () => ((await s3.send(new ListObjectsV2Command({ Bucket: name }))).Contents ?? []).map(({ Key }) => Key)
    expect(await s3.send(new GetObjectCommand({ Bucket: name, Key: 'site/b/c.json' }))).toMatchObject({
      ContentType: 'application/json', ContentDisposition: 'inline', Metadata: { by: 'keg' },
    })
    for (const Key of ['elsewhere.txt', 'site/own.txt', 'site/kept.md']) await s3.send(new PutObjectCommand({ Bucket: name, Key, Body: 'x' }))
    await running.update((stack) => files(stack, { sources: [Source.data('a.txt', 'changed')], exclude: ['*.md'] }))
    expect(await keys()).toEqual(['elsewhere.txt', 'site/a.txt', 'site/kept.md'])
    expect(await (await s3.send(new GetObjectCommand({ Bucket: name, Key: 'site/a.txt' }))).Body?.transformToString()).toBe('changed')
    await running.update((stack) => files(stack, { sources: [Source.data('a.txt', 'again')], prune: false, retainOnDelete: false }))
    await running.update((stack) => files(stack, { sources: [Source.data('d.txt', 'd')], destinationKeyPrefix: 'new', retainOnDelete: false }))
    expect(await keys()).toEqual(['elsewhere.txt', 'new/d.txt'])
    await running.update((stack) => void new CfnOutput(stack, 'Bucket', { value: new Bucket(stack, 'Files').bucketName }))
    expect(await keys()).toEqual(['elsewhere.txt'])
  })
})

describe('what is not run here is refused, with the property and the reason', () => {
  it.each([
    ['an origin of another machine', (stack: Stack) => {
      page(stack, { behavior: { origin: new HttpOrigin('bar.example') } })
    }, /The origin bar\.example is none of this assembly/],
    ['what needs an edge', (stack: Stack) => {
      const distribution = page(stack).node.defaultChild as CfnDistribution
      distribution.addPropertyOverride('DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations', [
        { EventType: 'viewer-request', LambdaFunctionARN: 'x' },
      ])
      distribution.addPropertyOverride('DistributionConfig.NotThere', true)
    }, /NotThere: is not supported[^]*LambdaFunctionAssociations: there is no Lambda@Edge/],
    ['an archive as it is', (stack: Stack) => void new BucketDeployment(stack, 'Files', {
      destinationBucket: new Bucket(stack, 'Page') as IBucket, extract: false,
      sources: [Source.asset(import.meta.dirname, { exclude: ['*', '!setup.ts'] })],
    }), /Extract: an archive is always unpacked here/],
    ['code that is none', (stack: Stack) => {
      new EdgeFunction(stack, 'Wrong', { code: FunctionCode.fromInline('function handler( {') })
    }, /Unexpected/],
  ])('%s', async (_, build, message) => {
    await expect(run(build)).rejects.toThrow(message)
  })
})
