import { ServiceException } from '@keg/aws-service'
import type { LocalIotOptions } from '@keg/local-iot'
import type { Ground } from '../../ground/ground.ts'
import { putRecord, putRecords } from '../firehose/put-records.ts'
import { firehose as firehoseName } from '../firehose/name.ts'
import { kinesis as kinesisName } from '../kinesis/name.ts'

/**
 * Puts what rules send to streams of this process straight into them: a request that is signed, sent, read and verified again takes most of the
 * time of a message. What a rule's role may do was looked at when it was deployed.
 */
export function ruleStreams({ start }: Pick<Ground, 'start'>): NonNullable<LocalIotOptions['actions']> {
  return {
    async kinesis({ StreamName, Data, PartitionKey }) {
      const kinesis = await start(kinesisName)
      return asClientsSay(() => kinesis.put(StreamName, { PartitionKey, Data: bufferOf(Data).toString('base64') }))
    },
    async firehose({ DeliveryStreamName, ...request }) {
      const firehose = await start(firehoseName)
      return asClientsSay(() => ('Record' in request
        ? putRecord(firehose, DeliveryStreamName, bufferOf(request.Record.Data))
        : putRecords(firehose, DeliveryStreamName, request.Records.map(({ Data }) => bufferOf(Data)))))
    },
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A refusal in the shape in which the SDK's clients throw it, by which actions judge whether to try again. */
function asClientsSay<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    throw Object.assign(new Error(error.message, { cause: error }), { name: error.name, $metadata: { httpStatusCode: error.statusCode } })
  }
}
