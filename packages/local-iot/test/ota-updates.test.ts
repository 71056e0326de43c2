import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateOTAUpdateCommand, CreateStreamCommand, DeleteJobCommand, DeleteOTAUpdateCommand, DescribeJobCommand, DescribeStreamCommand,
  GetOTAUpdateCommand, ListOTAUpdatesCommand, ListTagsForResourceCommand, type CreateOTAUpdateCommandInput, type OTAUpdateFile,
} from '@aws-sdk/client-iot'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { startFauxqs } from 'fauxqs'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { refusalOf } from './error-of.ts'
import { provision, startIot, until } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/ota-updates'
const targets = ['arn:aws:iot:us-east-1:123456789012:thing/keg-1']
const firmware = Buffer.from(Array.from({ length: 3000 }, (_, at) => at % 251))
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
/** As the guide has it: the base64 of a signature is the content of the member, which the protocol encodes once more. */
const signature = Buffer.from('a signature').toString('base64')
const inS3 = (fileName: string, more: OTAUpdateFile = {}): OTAUpdateFile =>
  ({ fileName, fileLocation: { s3Location: { bucket: 'firmware', key: 'keg/1 3.bin' } }, ...more })
const codeSigning = {
  customCodeSigning: {
    signature: { inlineDocument: Buffer.from(signature) }, certificateChain: { certificateName: 'signer.pem' }, hashAlgorithm: 'SHA256',
    signatureAlgorithm: 'ECDSA',
  },
}
const invalid = { name: 'InvalidRequestException', status: 400 }
const notEmulated = { name: 'NotImplementedException', status: 501 }

let s3: Awaited<ReturnType<typeof startFauxqs>>
let local: Awaited<ReturnType<typeof startIot>>
let device: MqttClient
beforeAll(async () => {
  s3 = await startFauxqs({ port: 0, logger: false })
  const endpoint = `http://127.0.0.1:${s3.port}`
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: 'firmware' }))
  await client.send(new PutObjectCommand({ Bucket: 'firmware', Key: 'keg/1 3.bin', Body: firmware }))
  client.destroy()
  local = await startIot({ aws: { endpoint, credentials } })
  const { cert, key, ca } = await provision(local.iot, 'keg-1')
  device = await mqtt.connectAsync(local.iot.endpoints.mqtts, { protocolVersion: 5, clientId: 'keg-1', cert, key, ca, reconnectPeriod: 0 })
})
afterAll(async () => {
  await device.endAsync()
  await local[Symbol.asyncDispose]()
  await s3.stop()
})

const create = (otaUpdateId: string, input: Partial<CreateOTAUpdateCommandInput> = {}) =>
  local.control.send(new CreateOTAUpdateCommand({ otaUpdateId, targets, files: [inS3('/keg.bin')], roleArn, ...input }))
const read = async (otaUpdateId: string) => (await local.control.send(new GetOTAUpdateCommand({ otaUpdateId }))).otaUpdateInfo ?? {}
const remove = (otaUpdateId: string, input: object = {}) => local.control.send(new DeleteOTAUpdateCommand({ otaUpdateId, ...input }))
const made = (otaUpdateId: string) => vi.waitFor(async () => {
  const info = await read(otaUpdateId)
  expect(info.otaUpdateStatus).toMatch(/^CREATE_(?:COMPLETE|FAILED)$/)
  return info
}, 30_000)

/** What the device is answered, each message parsed. */
async function ask(topic: string, body: object, answers = 1): Promise<Record<string, unknown>[]> {
  const heard: Record<string, unknown>[] = []
  const hear = (_: string, payload: Buffer) => void heard.push(JSON.parse(payload.toString()) as Record<string, unknown>)
  device.on('message', hear)
  await device.publishAsync(topic, JSON.stringify(body), { qos: 1 })
  await until(() => heard.length >= answers, 30_000)
  device.off('message', hear)
  return heard
}

interface Document {
  readonly afr_ota: { readonly streamname?: string; readonly files: readonly { readonly update_data_url?: string }[] }
}
async function documentOf(jobId: string | undefined): Promise<Document> {
  const [answer] = await ask(`$aws/things/keg-1/jobs/${jobId}/get`, { includeJobDocument: true })
  return (answer?.['execution'] as { jobDocument: Document }).jobDocument
}
const removed = (otaUpdateId: string) => remove(otaUpdateId, { forceDeleteAWSJob: true, deleteStream: true })

// https://docs.aws.amazon.com/freertos/latest/userguide/ota-cli-workflow.html
describe('a device', () => {
  it('gets the job of an update, and its file over MQTT', async () => {
    expect(await create('over-mqtt', { files: [inS3('/keg.bin', { fileType: 7, codeSigning })] })).toMatchObject({
      otaUpdateId: 'over-mqtt', otaUpdateArn: 'arn:aws:iot:us-east-1:123456789012:otaupdate/over-mqtt', otaUpdateStatus: 'CREATE_PENDING',
    })
    expect(await made('over-mqtt')).toMatchObject({ otaUpdateStatus: 'CREATE_COMPLETE', awsIotJobId: 'AFR_OTA-over-mqtt' })
    const [next] = await ask('$aws/things/keg-1/jobs/start-next', {})
    const { jobId, jobDocument } = next?.['execution'] as { jobId: string; jobDocument: Document }
    expect([jobId, jobDocument]).toEqual(['AFR_OTA-over-mqtt', {
      afr_ota: {
        protocols: ['MQTT'], streamname: expect.stringMatching(/^AFR_OTA-[0-9a-f-]{36}$/),
        files: [{
          filepath: '/keg.bin', filesize: 3000, fileid: 0, fileType: 7, certfile: 'signer.pem',
          'sig-sha256-ecdsa': signature,
        }],
      },
    }])
    const { streamname } = jobDocument.afr_ota
    const blocks = await ask(`$aws/things/keg-1/streams/${streamname}/get/json`, { f: 0, l: 1024, n: 3 }, 3)
    expect(Buffer.concat(blocks.map(({ p }) => Buffer.from(String(p), 'base64')))).toEqual(firmware)
    await ask('$aws/things/keg-1/jobs/AFR_OTA-over-mqtt/update', { status: 'SUCCEEDED' })
    expect((await local.control.send(new DescribeJobCommand({ jobId }))).job).toMatchObject({ status: 'COMPLETED' })
    await remove('over-mqtt')
  })
  it('gets the file of an update over HTTP by a presigned URL, and no stream', async () => {
    await create('over-http', { protocols: ['HTTP'], files: [inS3('/keg.bin'), inS3('/same.bin')] })
    const { awsIotJobId } = await made('over-http')
    const { afr_ota } = await documentOf(awsIotJobId)
    expect(afr_ota).toEqual({
      protocols: ['HTTP'],
      files: ['/keg.bin', '/same.bin'].map((filepath, fileid) => ({
        filepath, filesize: 3000, fileid, auth_scheme: 'aws.s3.presigned', update_data_url: expect.stringMatching(/X-Amz-Expires=1800/),
      })),
    })
    const answer = await fetch(afr_ota.files[0]?.update_data_url ?? '')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(firmware)
    await removed('over-http')
  })
  it('chooses between both', async () => {
    await create('both', { protocols: ['HTTP', 'MQTT'], awsJobPresignedUrlConfig: { expiresInSec: 60 } })
    const { awsIotJobId } = await made('both')
    expect((await documentOf(awsIotJobId)).afr_ota).toMatchObject({
      protocols: ['HTTP', 'MQTT'], streamname: expect.any(String), files: [{ update_data_url: expect.stringMatching(/X-Amz-Expires=60/) }],
    })
    await removed('both')
  })
  it('gets a file of a stream that was there before, which stays', async () => {
    const s3Location = { bucket: 'firmware', key: 'keg/1 3.bin' }
    await local.control.send(new CreateStreamCommand({ streamId: 'mine', files: [{ fileId: 4, s3Location }], roleArn }))
    await create('of-a-stream', { files: [{ fileName: 'a', fileLocation: { stream: { streamId: 'mine', fileId: 4 } } }] })
    const { awsIotJobId } = await made('of-a-stream')
    expect((await documentOf(awsIotJobId)).afr_ota).toMatchObject({ streamname: 'mine', files: [{ fileid: 4, filesize: 3000 }] })
    await removed('of-a-stream')
    expect((await local.control.send(new DescribeStreamCommand({ streamId: 'mine' }))).streamInfo).toMatchObject({ streamId: 'mine' })
  })
})

it('a job is made as the update says', async () => {
  const rollout = { maximumPerMinute: 7 }
  const abortCriteriaList = [{ failureType: 'FAILED', action: 'CANCEL', thresholdPercentage: 20, minNumberOfExecutedThings: 2 } as const]
  await create('settings', {
    description: 'to 1.3', targetSelection: 'CONTINUOUS', awsJobExecutionsRolloutConfig: rollout, awsJobAbortConfig: { abortCriteriaList },
    awsJobTimeoutConfig: { inProgressTimeoutInMinutes: 9 }, additionalParameters: { a: 'b' }, tags: [{ Key: 'k', Value: 'v' }],
  })
  expect(await made('settings')).toMatchObject({
    description: 'to 1.3', targets, targetSelection: 'CONTINUOUS', awsJobExecutionsRolloutConfig: rollout, additionalParameters: { a: 'b' },
    otaUpdateFiles: [{ fileName: '/keg.bin' }], creationDate: expect.any(Date), lastModifiedDate: expect.any(Date),
    awsIotJobArn: 'arn:aws:iot:us-east-1:123456789012:job/AFR_OTA-settings',
  })
  const { job } = await local.control.send(new DescribeJobCommand({ jobId: 'AFR_OTA-settings' }))
  expect(job).toMatchObject({
    description: 'to 1.3', targets, targetSelection: 'CONTINUOUS', jobExecutionsRolloutConfig: rollout,
    abortConfig: { criteriaList: abortCriteriaList }, timeoutConfig: { inProgressTimeoutInMinutes: 9 },
  })
  const resourceArn = 'arn:aws:iot:us-east-1:123456789012:otaupdate/settings'
  expect((await local.control.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([{ Key: 'k', Value: 'v' }])
  await removed('settings')
})

it.each<[string, Partial<CreateOTAUpdateCommandInput>, { code: string; message: RegExp }]>([
  ['a file is not in S3', { files: [{ fileLocation: { s3Location: { bucket: 'firmware', key: 'none' } } }] }, {
    code: 'InvalidRequestException', message: /firmware\/none/,
  }],
  ['a target is not there', { targets: ['arn:aws:iot:us-east-1:123456789012:thing/none'] }, {
    code: 'ResourceNotFoundException', message: /none/,
  }],
  ['its rollout can not be', { awsJobTimeoutConfig: { inProgressTimeoutInMinutes: 0 } }, {
    code: 'InvalidRequestException', message: /inProgressTimeoutInMinutes/,
  }],
])('an update fails where %s, and says why', async (_, input, { code, message }) => {
  const { streams } = await local.iot.call('ListStreams', {})
  await create('bad', input)
  const { otaUpdateStatus, errorInfo, awsIotJobId } = await made('bad')
  expect([otaUpdateStatus, errorInfo, awsIotJobId]).toEqual([
    'CREATE_FAILED', { code, message: expect.stringMatching(message) }, undefined,
  ])
  expect((await local.iot.call('ListStreams', {})).streams).toEqual(streams)
  await remove('bad')
})

it('an update fails where there is no S3', async () => {
  await using other = await startIot()
  await other.control.send(new CreateOTAUpdateCommand({ otaUpdateId: 'u', targets, files: [inS3('a')], roleArn }))
  const { otaUpdateInfo } = await other.control.send(new GetOTAUpdateCommand({ otaUpdateId: 'u' }))
  expect(otaUpdateInfo).toMatchObject({ otaUpdateStatus: 'CREATE_FAILED', errorInfo: { message: expect.stringContaining('no S3') } })
})

it.each<[string, Partial<CreateOTAUpdateCommandInput>, object]>([
  ['signing by AWS Signer', { files: [inS3('a', { codeSigning: { startSigningJobParameter: { signingProfileName: 'p' } } })] }, notEmulated],
  ['a job of AWS Signer', { files: [inS3('a', { codeSigning: { awsSignerJobId: 'j' } })] }, notEmulated],
  ['a version over HTTP', {
    protocols: ['HTTP'], files: [inS3('a', { fileLocation: { s3Location: { bucket: 'b', key: 'k', version: '1' } } })],
  }, notEmulated],
  ['a signature by no algorithm', { 
    files: [inS3('a', { codeSigning: { customCodeSigning: { ...codeSigning.customCodeSigning, hashAlgorithm: undefined } } })],
  }, invalid],
  ['a file that is nowhere', { files: [{ fileName: 'a' }] }, invalid],
  ['a stream that is not there', { files: [{ fileLocation: { stream: { streamId: 'none', fileId: 0 } } }] }, invalid],
  ['a URL for a day', { awsJobPresignedUrlConfig: { expiresInSec: 86_400 } }, invalid],
  ['another protocol', { protocols: ['FTP' as 'HTTP'] }, invalid],
  ['no file', { files: [] }, invalid],
])('%s is refused, and nothing is made', async (_, input, refusal) => {
  expect(await refusalOf(create('refused', input))).toEqual(refusal)
  expect(await refusalOf(read('refused'))).toEqual({ name: 'ResourceNotFoundException', status: 404 })
})

describe('deleting an update', () => {
  it('needs a job that has ended, or force, and leaves the stream unless told', async () => {
    await create('kept')
    await made('kept')
    const { streamname } = (await documentOf('AFR_OTA-kept')).afr_ota
    expect(await refusalOf(create('kept'))).toEqual({ name: 'ResourceAlreadyExistsException', status: 409 })
    expect(await refusalOf(remove('kept'))).toEqual(invalid)
    expect((await local.control.send(new ListOTAUpdatesCommand({ otaUpdateStatus: 'CREATE_COMPLETE' }))).otaUpdates).toEqual([
      { otaUpdateId: 'kept', otaUpdateArn: 'arn:aws:iot:us-east-1:123456789012:otaupdate/kept', creationDate: expect.any(Date) },
    ])
    expect((await local.control.send(new ListOTAUpdatesCommand({ otaUpdateStatus: 'CREATE_FAILED' }))).otaUpdates).toEqual([])
    await remove('kept', { forceDeleteAWSJob: true })
    expect(await refusalOf(local.control.send(new DescribeJobCommand({ jobId: 'AFR_OTA-kept' })))).toMatchObject({ status: 404 })
    expect(await refusalOf(remove('kept'))).toEqual({ name: 'ResourceNotFoundException', status: 404 })
    const { streamInfo } = await local.control.send(new DescribeStreamCommand({ streamId: streamname }))
    expect(streamInfo).toMatchObject({ streamId: streamname })
  })
  it('takes the stream, and minds no job that is gone', async () => {
    await create('gone')
    await made('gone')
    const { streamname } = (await documentOf('AFR_OTA-gone')).afr_ota
    await local.control.send(new DeleteJobCommand({ jobId: 'AFR_OTA-gone', force: true }))
    await remove('gone', { deleteStream: true })
    expect(await refusalOf(local.control.send(new DescribeStreamCommand({ streamId: streamname })))).toMatchObject({ status: 404 })
  })
})

describe('an update whose files take long to look up', () => {
  const lookUp = () => {
    const size = Promise.withResolvers<object>()
    const asked = Promise.withResolvers<undefined>()
    const callAws = () => {
      asked.resolve(undefined)
      return size.promise
    }
    return { size, asked: asked.promise, callAws }
  }
  const input = { otaUpdateId: 'slow', files: [{ fileLocation: { s3Location: { bucket: 'b', key: 'k' } } }], roleArn, targets }

  it('makes nothing where it is deleted meanwhile, nor for another of its name', async () => {
    const { size, asked, callAws } = lookUp()
    await using other = await startIot({ callAws })
    await other.iot.call('CreateThing', { thingName: 'keg-1' })
    await other.iot.call('CreateOTAUpdate', input)
    await asked
    await other.iot.call('DeleteOTAUpdate', { otaUpdateId: 'slow' })
    await other.iot.call('CreateOTAUpdate', { ...input, description: 'again' })
    size.resolve({ ContentLength: 5 })
    await vi.waitFor(async () => {
      const { otaUpdateInfo } = await other.iot.call('GetOTAUpdate', { otaUpdateId: 'slow' })
      expect(otaUpdateInfo).toMatchObject({ otaUpdateStatus: 'CREATE_COMPLETE', description: 'again' })
    }, 30_000)
    expect((await other.iot.call('ListStreams', {})).streams).toHaveLength(1)
  })
  it('has failed after a restart that cut it off', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'keg-ota-'))
    try {
      const { asked, callAws } = lookUp()
      const first = await startIot({ callAws, dataDir })
      await first.iot.call('CreateOTAUpdate', input)
      await asked
      await first[Symbol.asyncDispose]()
      await using second = await startIot({ callAws, dataDir })
      expect((await second.iot.call('GetOTAUpdate', { otaUpdateId: 'slow' })).otaUpdateInfo).toMatchObject({
        otaUpdateStatus: 'CREATE_FAILED', errorInfo: { message: expect.stringContaining('The process ended') },
      })
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })
})
