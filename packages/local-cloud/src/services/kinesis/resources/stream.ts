import { isDeepStrictEqual } from 'node:util'
import { ignored, number, object, oneOf, refused, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { kinesis } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html */
export const kinesisStream = resource('AWS::Kinesis::Stream', {
  uses: { kinesis },
  properties: {
    Name: text,
    ShardCount: number,
    RetentionPeriodHours: number,
    StreamModeDetails: object({ StreamMode: oneOf('ON_DEMAND', 'PROVISIONED') }),
    StreamEncryption: ignored('nothing is encrypted on this machine'),
    DesiredShardLevelMetrics: ignored('streams have no metrics here'),
    MaxRecordSizeInKiB: refused('records have up to 1 MiB'),
    WarmThroughputMiBps: ignored('there is no throughput to provision here'),
    Tags: tags,
  },
  create(
    { Name, ShardCount: shardCount, RetentionPeriodHours: retentionHours, StreamModeDetails }, { services: { kinesis }, physicalName },
  ) {
    const { name, arn } = kinesis.create(Name ?? physicalName(128), { mode: StreamModeDetails?.StreamMode, shardCount, retentionHours })
    return { ref: name, attributes: { Arn: arn } }
  },
  update({ Name, ShardCount, RetentionPeriodHours, StreamModeDetails }, { ref, attributes = {}, properties: before }) {
    if (Name !== before.Name) return replacement
    const [changed] = Object.entries({ ShardCount, RetentionPeriodHours, StreamModeDetails }).find(([name, value]) =>
      !isDeepStrictEqual(value, Reflect.get(before, name)))
      ?? []
    if (changed !== undefined) throw new TypeError(`${changed} can't be changed while the stream is here; AWS would`)
    return { ref, attributes }
  },
  remove({ ref }, { services: { kinesis } }) {
    if (kinesis.names().includes(ref)) kinesis.delete(ref)
  },
  status({ ref }, { services: { kinesis } }) {
    const { shards } = kinesis.stream(ref)
    return { records: shards.reduce((sum, { shard }) => sum + shard.end - shard.horizon, 0), shards: shards.length }
  },
  // Its records are kept.
  restore: () => undefined,
})
