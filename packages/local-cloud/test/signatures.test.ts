import { Sha256 } from '@aws-crypto/sha256-js'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { KinesisClient, ListStreamsCommand } from '@aws-sdk/client-kinesis'
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
beforeAll(async () =>
  void (running = await run((stack: Stack) => new Bucket(stack, 'Bucket', { bucketName: 'pictures' }), { iam: 'enforce' })), 60_000)
afterAll(() => running[Symbol.asyncDispose]())

type Config = TestCloud['client'] & { readonly maxAttempts: 1 }

/** One call of each way that services are spoken to and refuse. */
const calls: Readonly<Record<string, readonly [call: (config: Config) => Promise<unknown>, unknownKey: string, wrongSecret: string]>> = {
  DynamoDB: [
    (config) => new DynamoDBClient(config).send(new ListTablesCommand({})), 'UnrecognizedClientException', 'InvalidSignatureException',
  ],
  'Kinesis, over HTTP/2': [
    (config) => new KinesisClient(config).send(new ListStreamsCommand({})), 'UnrecognizedClientException', 'InvalidSignatureException',
  ],
  Lambda: [
    (config) => new LambdaClient(config).send(new ListFunctionsCommand({})), 'UnrecognizedClientException', 'InvalidSignatureException',
  ],
  S3: [
    (config) => new S3Client({ ...config, forcePathStyle: true }).send(new PutObjectCommand({ Bucket: 'pictures', Key: 'a', Body: 'b' })),
    'InvalidAccessKeyId',
    'SignatureDoesNotMatch',
  ],
  SNS: [(config) => new SNSClient(config).send(new ListTopicsCommand({})), 'InvalidClientTokenId', 'SignatureDoesNotMatch'],
  SQS: [(config) => new SQSClient(config).send(new ListQueuesCommand({})), 'InvalidClientTokenId', 'SignatureDoesNotMatch'],
  STS: [(config) => new STSClient(config).send(new GetCallerIdentityCommand({})), 'InvalidClientTokenId', 'SignatureDoesNotMatch'],
}

const outcome = (call: Promise<unknown>) => call.then(() => 'done', ({ name }: Error) => name)
const config = (credentials = running.client.credentials): Config => ({ ...running.client, credentials, maxAttempts: 1 })

// https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
describe.each(Object.entries(calls))('%s', (_, [call, unknownKey, wrongSecret]) => {
  it('takes the key of the cloud, and neither another secret nor, under enforce, another key', async () => {
    expect(await outcome(call(config()))).toBe('done')
    expect(await outcome(call(config({ ...running.client.credentials, secretAccessKey: 'guess' })))).toBe(wrongSecret)
    expect(await outcome(call(config({ accessKeyId: 'AKIANOBODY', secretAccessKey: 'guess' })))).toBe(unknownKey)
  })
})

it('of S3 hold for keys of any characters, and for bodies in chunks', async () => {
  const s3 = new S3Client({ ...config(), forcePathStyle: true })
  const Key = 'a b/ü+c(1)!*\'~.txt'
  await s3.send(new PutObjectCommand({ Bucket: 'pictures', Key, Body: 'x'.repeat(100_000) }))
  await s3.send(new CopyObjectCommand({ Bucket: 'pictures', Key: 'copy', CopySource: `pictures/${encodeURIComponent(Key)}` }))
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'pictures', Key: 'copy' }))
  expect((await Body?.transformToString())?.length).toBe(100_000)
})

it.each([
  [60, 'secret', 200], [60, 'guess', 403],
])('of presigned addresses of S3 are read: for %i s by the %s', async (expiresIn, whose, status) => {
  const { credentials, endpoint } = running.client
  await new S3Client({ ...config(), forcePathStyle: true }).send(new PutObjectCommand({ Bucket: 'pictures', Key: 'shown', Body: 'b' }))
  const { hostname, port, host } = new URL(endpoint)
  const signer = new SignatureV4({
    service: 's3', region: 'us-east-1', credentials: whose === 'guess' ? { ...credentials, secretAccessKey: whose } : credentials,
    sha256: Sha256, uriEscapePath: false,
  })
  const { path, query } = await signer.presign({
    method: 'GET', protocol: 'http:', hostname, port: Number(port), path: '/pictures/shown', query: {},
    headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  }, { expiresIn })
  const search = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]))
  expect((await fetch(`${endpoint}${path}?${search}`)).status).toBe(status)
})
