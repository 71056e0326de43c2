import { ServiceException } from '@keg/aws-service'
import { extendedS3Properties, s3Properties, withoutMore } from '../destination-properties.ts'
import { DESTINATION_ID } from '../firehose-stream.ts'
import { readDestination } from '../read-destination.ts'
import { operation } from './operation.ts'

export const updateDestination = operation('UpdateDestination', async (input, firehose) => {
  const { CurrentDeliveryStreamVersionId: wanted, DestinationId, ExtendedS3DestinationUpdate, S3DestinationUpdate } = input
  const { name, version, destination, extended } = firehose.stream(input.DeliveryStreamName)
  if (DestinationId !== DESTINATION_ID)
    throw new ServiceException('InvalidArgumentException', 400, `Destination Id ${DestinationId} not found`)
  if (wanted !== String(version)) {
    const message =
      `Cannot update firehose: ${name} since the current version id: ${version} and specified version id: ${wanted} do not match`
    throw new ServiceException('ConcurrentModificationException', 400, message)
  }
  const update = ExtendedS3DestinationUpdate ?? S3DestinationUpdate
  if (update === undefined) throw new ServiceException('InvalidArgumentException', 400, 'Only destinations in S3 are updated here.')
  const { S3BackupUpdate: backup, ...changed } = { S3BackupUpdate: undefined, ...update }
  const merged = { ...destination, ...changed, ...(backup === undefined ? {} : { S3BackupConfiguration: backup }) }
  await firehose.update(name, extended ? readDestination(extendedS3Properties, merged) : withoutMore(readDestination(s3Properties, merged)))
  return {}
})
