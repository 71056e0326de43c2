import { expect, it } from 'vitest'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import { Signers } from './signers.ts'

const request = new Request('http://127.0.0.1/', { method: 'POST' })
const signers = (unknownKeys: 'pass' | 'refuse', log: CloudLogEntry[] = []) =>
  new Signers({
    nowMs: () => 0, region: 'us-east-1', secretOf: (id) => (id === 'AKIA1' ? 'secret' : undefined), unknownKeys,
    log: (entry) => log.push(entry),
  })
const scope = (service: string, accessKeyId = 'AKIA2') => ({ accessKeyId, service, region: 'us-east-1' })

it.each([
  ['sqs', 'InvalidClientTokenId'], ['sts', 'InvalidClientTokenId'], ['dynamodb', 'UnrecognizedClientException'],
  ['lambda', 'UnrecognizedClientException'], ['s3', 'InvalidAccessKeyId'],
])('an unknown key is refused by %s with %s', async (service, name) => {
  await expect(signers('refuse').check(scope(service), request)).rejects.toMatchObject({ name, statusCode: 403 })
})

it('the refusal of an unknown key says what to do, in the answer each time and once in the log', async () => {
  const log: CloudLogEntry[] = []
  const refusing = signers('refuse', log)
  for (let tries = 0; tries < 2; tries += 1) await expect(refusing.check(scope('sqs', 'test'), request)).rejects.toThrow(/"test".*keg env/)
  expect(log).toEqual([expect.objectContaining({ level: 'warn', message: expect.stringMatching(/"test".*keg env/) })])
})

it('an unknown key that passes is named once, and no more than a hundred are', async () => {
  const log: CloudLogEntry[] = []
  const passing = signers('pass', log)
  for (let index = 0; index < 300; index += 1) await passing.check(scope('sqs', `key-${index % 150}`), request)
  expect(log).toHaveLength(100)
  expect(log[0]).toMatchObject({ level: 'info', message: expect.stringContaining('"key-0"') })
})

it('a known key has to have signed', async () => {
  await expect(signers('pass').check(scope('sqs', 'AKIA1'), request)).rejects.toMatchObject({ name: 'IncompleteSignature' })
})
