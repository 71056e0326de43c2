import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SignatureV4 } from '@smithy/signature-v4'
import { startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { presignUrl } from '../src/adapters/sign-request.ts'
import { Sha256 } from './sha-256.ts'
import { heard, startIot } from './start-iot.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const region = 'us-east-1'
const roleArn = 'arn:aws:iam::123456789012:role/jobs'
const targets = ['arn:aws:iot:us-east-1:123456789012:thing/keg-1']

let faux: Awaited<ReturnType<typeof startFauxqs>>
let started: Awaited<ReturnType<typeof startIot>>
beforeAll(async () => {
  faux = await startFauxqs({ port: 0, logger: false })
  const endpoint = `http://127.0.0.1:${faux.port}`
  started = await startIot({ aws: { endpoint, credentials } })
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true })
  await s3.send(new CreateBucketCommand({ Bucket: 'jobs' }))
  const document = '{"url":"${aws:iot:s3-presigned-url-v2:https://s3.us-east-1.amazonaws.com/jobs/firmware 7.bin}"}'
  for (const [Key, Body] of [['firmware 7.bin', 'new firmware'], ['update.json', document], ['broken.json', '{']] as const)
    await s3.send(new PutObjectCommand({ Bucket: 'jobs', Key, Body }))
  s3.destroy()
  await started.iot.call('CreateThing', { thingName: 'keg-1' })
})
afterAll(async () => {
  await started[Symbol.asyncDispose]()
  await faux.stop()
})

// create-manage-jobs.html#create-manage-jobs-presigned-URLs
it('reads a document from S3, and gives devices a URL of the file that it names', async () => {
  const documentSource = 'https://jobs.s3.us-east-1.amazonaws.com/update.json'
  const notes = await heard(started.iot, '$aws/things/keg-1/jobs/notify-next', () =>
    started.iot.call('CreateJob', { jobId: 'update', targets, documentSource, presignedUrlConfig: { roleArn, expiresInSec: 300 } }))
  expect(await started.iot.call('DescribeJob', { jobId: 'update' })).toMatchObject({ documentSource })
  // The placeholder stays in what operators see.
  expect((await started.iot.call('GetJobDocument', { jobId: 'update' })).document).toContain('${aws:iot:s3-presigned-url-v2:')
  const { execution } = JSON.parse(Buffer.from(notes[0]?.payload ?? []).toString()) as { execution: { jobDocument: { url: string } } }
  const { url } = execution.jobDocument
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300')
  expect(await (await fetch(url)).text()).toBe('new firmware')
  await started.iot.call('DeleteJob', { jobId: 'update', force: true })
})

it.each<[string, object, RegExp]>([
  ['that is not there', {
    documentSource: 'https://s3.us-east-1.amazonaws.com/jobs/none.json',
  }, /can't be read from S3 at .*none\.json: NoSuchKey/],
  ['that is no JSON', { documentSource: 'https://s3.us-east-1.amazonaws.com/jobs/broken.json' }, /no JSON/],
  ['by no URL of an object', { documentSource: 'https://s3.us-east-1.amazonaws.com/jobs' }, /no URL of an S3 object/],
  ['with a file, and no role to get it by', {
    documentSource: 'https://s3.us-east-1.amazonaws.com/jobs/update.json',
  }, /roleArn is required/],
  ['with a placeholder of no object', { document: '{"a":"${aws:iot:s3-presigned-url:jobs}"}' }, /names no object in S3/],
])('refuses a document %s', async (_, options, message) => {
  await expect(started.iot.call('CreateJob', { jobId: 'refused', targets, ...options })).rejects.toMatchObject({
    name: 'InvalidRequestException', message: expect.stringMatching(message),
  })
  await expect(started.iot.call('DescribeJob', { jobId: 'refused' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

it('signs a URL as the SDK does', async () => {
  const signer = new SignatureV4({
    service: 's3', region, credentials, sha256: Sha256 as never, uriEscapePath: false, applyChecksum: false,
  })
  const nowMs = Date.parse('2026-11-30T07:00:00Z')
  const request = {
    method: 'GET', protocol: 'https:', hostname: 's3.us-east-1.amazonaws.com', path: '/jobs/a%20b/c',
    headers: { host: 's3.us-east-1.amazonaws.com', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, query: {},
  }
  const { query } = await signer.presign(request, {
    expiresIn: 60, signingDate: new Date(nowMs), unsignableHeaders: new Set(['x-amz-content-sha256']),
    unhoistableHeaders: new Set(['x-amz-content-sha256']),
  })
  const ours = new URL(presignUrl(new URL('https://s3.us-east-1.amazonaws.com/jobs/a%20b/c'), { service: 's3', region }, credentials, {
    expiresInSec: 60, nowMs,
  }))
  expect(Object.fromEntries(ours.searchParams)).toEqual(query)
})
