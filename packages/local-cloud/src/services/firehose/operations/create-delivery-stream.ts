import { ServiceException } from '@keg/aws-service'
import { extendedS3Properties, s3Properties, withoutMore } from '../destination-properties.ts'
import type { DeliveryStreamSettings } from '../firehose.ts'
import type { CreateDeliveryStreamInput } from '../model.generated.ts'
import { readDestination } from '../read-destination.ts'
import { operation } from './operation.ts'

export const createDeliveryStream = operation('CreateDeliveryStream', async (input, firehose) => ({
  DeliveryStreamARN: (await firehose.create(settingsOf(input))).arn,
}))

const emulated = [
  'KinesisStreamSourceConfiguration', 'DirectPutSourceConfiguration', 'ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration',
]

function settingsOf(input: CreateDeliveryStreamInput): DeliveryStreamSettings {
  const { DeliveryStreamName: name, DeliveryStreamType = 'DirectPut', KinesisStreamSourceConfiguration: kinesis } = input
  const { ExtendedS3DestinationConfiguration: extended, S3DestinationConfiguration: s3 } = input
  const other = Object.keys(input).find((member) => /Destination|Source/.test(member) && !emulated.includes(member))
  if (other !== undefined) throw refused(`${other} is not emulated: records go to S3, and come by calls or from a Kinesis stream.`)
  if ((DeliveryStreamType === 'KinesisStreamAsSource') !== (kinesis !== undefined)) {
    throw refused('KinesisStreamSourceConfiguration is for DeliveryStreamType KinesisStreamAsSource alone.')
  }
  if ((extended === undefined) === (s3 === undefined)) throw refused('Exactly one destination configuration must be provided.')
  return {
    name, extended: extended !== undefined,
    source: kinesis === undefined ? undefined : { kinesisStreamArn: kinesis.KinesisStreamARN, roleArn: kinesis.RoleARN },
    destination: extended === undefined ? withoutMore(readDestination(s3Properties, s3)) : readDestination(extendedS3Properties, extended),
  }
}

const refused = (message: string) => new ServiceException('InvalidArgumentException', 400, message)
