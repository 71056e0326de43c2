import type { SqlArray, SqlValue } from '@keg/rule-dsl'
import { action, delivery, LastingFailure, type ActionInput } from './action.ts'
import { fields } from './templates.ts'

/** Of a PutRecordBatch request. */
const MAX_RECORDS = 500

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/kinesis-firehose-rule-action.html */
export const firehoseAction = action('firehose', ({ roleArn, deliveryStreamName, separator, batchMode = false }, setup) => {
  const rendered = fields({ DeliveryStreamName: deliveryStreamName }, setup)
  const record = (payload: Uint8Array) => ({ Data: separator === undefined ? payload : Buffer.concat([payload, Buffer.from(separator)]) })
  return delivery('firehose', { resource: deliveryStreamName, roleArn }, async (input) => {
    const stream = await rendered(input)
    if (!batchMode || !isArray(input.output)) return { ...stream, Record: record(input.payload) }
    return { ...stream, Records: elementsOf(input.output).map(record) }
  })
})

const isArray = (output: ActionInput['output']): output is SqlArray => Array.isArray(output)

function elementsOf(elements: readonly SqlValue[]): Uint8Array[] {
  if (elements.length === 0 || elements.length > MAX_RECORDS) {
    throw new LastingFailure(`A batch has 1 to ${MAX_RECORDS} records; the rule put out ${elements.length}.`)
  }
  // Undefined is null in a list, as in the payload that JSON.stringify writes.
  return elements.map((element) => Buffer.from(JSON.stringify(element ?? null)))
}
