import { expect, it } from 'vitest'
import { Kinesis } from '../kinesis/kinesis.ts'
import { memoryShelves } from '../../ground/shelf.ts'
import { kinesis as kinesisName } from '../kinesis/name.ts'
import { defineService } from '../../ground/service.ts'
import { testContext } from '../../ground/testing.ts'
import { ruleStreams } from './rule-streams.ts'

const kinesis = new Kinesis({ region: 'eu-central-1', accountId: '123456789012', nowMs: () => 7, shelves: memoryShelves() })
const stream = kinesis.create('telemetry', { shardCount: 1 })
// Kinesis alone is asked here; Firehose's tests put records by rules.
const { started } = testContext({ load: async () => defineService(kinesisName, { start: () => kinesis }) })
const actions = ruleStreams(started.ground)
const origin = { ruleName: 'r', resource: 'telemetry' } as never

it('puts what a rule sends into the stream, whatever the bytes are', async () => {
  const [shard] = stream.shards
  // A part of a larger buffer, as payloads are.
  await actions.kinesis?.({ StreamName: 'telemetry', PartitionKey: 'k-1', Data: new Uint8Array([9, 0xff, 0, 0x7b, 9]).subarray(1, 4) }, origin)
  expect(shard?.shard.read(0, 10).map(({ record }) => record)).toEqual([{ partitionKey: 'k-1', data: Buffer.from([0xff, 0, 0x7b]).toString('base64') }])
})

it.each([
  ['a stream that is not there', { StreamName: 'other', PartitionKey: 'k-1' }, 'ResourceNotFoundException'],
  ['a key that Kinesis refuses', { StreamName: 'telemetry', PartitionKey: '' }, 'ValidationException'],
])('refuses %s as its client would, so that the rule does not try again', async (_, request, name) => {
  await expect(actions.kinesis?.({ ...request, Data: new Uint8Array() }, origin)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
})
