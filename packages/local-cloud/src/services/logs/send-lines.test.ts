import { expect, it } from 'vitest'
import { Kinesis } from '../kinesis/kinesis.ts'
import { memoryShelves } from '../../ground/shelf.ts'
import { sendLines } from './send-lines.ts'

const arn = (rest: string) => `arn:aws:${rest}`
const delivery = arn('firehose:us-east-1:123456789012:deliverystream/d')

function destinations() {
  const invoked: string[] = []
  const kinesis = new Kinesis({ region: 'us-east-1', accountId: '123456789012', nowMs: () => 0, shelves: memoryShelves() })
  return { invoked, kinesis, lambda: () => ({ invokeAsync: (name: string, event: string) => (invoked.push(`${name} ${event}`), 'id') }) }
}

it('invokes functions, and writes to streams of either kind', async () => {
  const to = destinations()
  const put: string[] = []
  const send = sendLines({ ...to, firehose: async (streamArn, data) => void put.push(`${streamArn} ${data}`) })
  await send(arn('lambda:us-east-1:123456789012:function:f'), Buffer.from('x'), 'k')
  await send(to.kinesis.create('s', {}).arn, Buffer.from('x'), 'k')
  await send(delivery, Buffer.from('x'), 'k')
  expect(to.invoked).toEqual(['arn:aws:lambda:us-east-1:123456789012:function:f {"awslogs":{"data":"eA=="}}'])
  expect(to.kinesis.stream('s').shards[0]?.shard.read(0, 1)).toMatchObject([{ record: { partitionKey: 'k', data: 'eA==' } }])
  expect(put).toEqual([`${delivery} eA==`])
})

it('says where there is no Firehose', async () => {
  await expect(sendLines(destinations())(delivery, Buffer.from('x'), 'k')).rejects.toThrow('no Firehose')
})
