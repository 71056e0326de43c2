import { describedStream } from '../firehose-stream.ts'
import { operation } from './operation.ts'

export const deleteDeliveryStream = operation('DeleteDeliveryStream', async ({ DeliveryStreamName }, firehose) => {
  await firehose.delete(DeliveryStreamName)
  return {}
})

export const describeDeliveryStream = operation('DescribeDeliveryStream', ({ DeliveryStreamName }, firehose) => ({
  DeliveryStreamDescription: describedStream(firehose.stream(DeliveryStreamName)),
}))

export const listDeliveryStreams =
  operation('ListDeliveryStreams', ({ Limit = 10, DeliveryStreamType, ExclusiveStartDeliveryStreamName: after }, firehose) => {
    const typeOf = (name: string) => (firehose.stream(name).source === undefined ? 'DirectPut' : 'KinesisStreamAsSource')
    const names = firehose.names().filter((name) =>
      (after === undefined || name > after) && (DeliveryStreamType === undefined || DeliveryStreamType === typeOf(name)))
    return { DeliveryStreamNames: names.slice(0, Limit), HasMoreDeliveryStreams: names.length > Limit }
  })
