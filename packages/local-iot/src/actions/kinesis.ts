import { action, delivery } from './action.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/kinesis-rule-action.html */
export const kinesisAction = action('kinesis', ({ roleArn, streamName, partitionKey }, setup) => {
  const rendered = fields({ roleArn, streamName, partitionKey }, setup)
  return delivery('kinesis', { resource: streamName, roleArn }, async (input, { newId }) => {
    const { streamName: StreamName, partitionKey: PartitionKey = newId() } = await rendered(input)
    return { StreamName, PartitionKey, Data: input.payload }
  })
})
