import type { Access } from '../../../ground/access.ts'
import { extendedS3Properties, s3Properties, withoutMore, type ExtendedS3Configuration } from '../destination-properties.ts'
import { destinationOf } from '../destination.ts'
import type { Firehose } from '../firehose.ts'
import { firehose } from '../name.ts'
import { functionsOf } from '../process-records.ts'
import { ignored, object, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'

const otherDestination = refused('records go to S3 alone')
const otherSource = refused('records come by calls or from a Kinesis stream')

const properties = {
  DeliveryStreamName: text,
  DeliveryStreamType: oneOf('DirectPut', 'KinesisStreamAsSource'),
  KinesisStreamSourceConfiguration: object({ KinesisStreamARN: required(text), RoleARN: required(text) }),
  ExtendedS3DestinationConfiguration: object(extendedS3Properties),
  S3DestinationConfiguration: object(s3Properties),
  DeliveryStreamEncryptionConfigurationInput: ignored('nothing is encrypted on this machine'),
  DirectPutSourceConfiguration: ignored('there is no throughput to hint at'),
  AmazonOpenSearchServerlessDestinationConfiguration: otherDestination,
  AmazonopensearchserviceDestinationConfiguration: otherDestination,
  ElasticsearchDestinationConfiguration: otherDestination,
  HttpEndpointDestinationConfiguration: otherDestination,
  IcebergDestinationConfiguration: otherDestination,
  RedshiftDestinationConfiguration: otherDestination,
  SnowflakeDestinationConfiguration: otherDestination,
  SplunkDestinationConfiguration: otherDestination,
  DatabaseSourceConfiguration: otherSource,
  MSKSourceConfiguration: otherSource,
  Tags: tags,
} as const

type Properties = PropertiesOf<typeof properties>
type Context = ResourceContext<{ readonly firehose: Firehose }>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html */
export const kinesisFirehoseDeliveryStream = resource('AWS::KinesisFirehose::DeliveryStream', {
  uses: { firehose },
  properties,
  async create(wanted, context) {
    const { services, physicalName } = context
    const { arn, name } = await services.firehose.create({
      name: wanted.DeliveryStreamName ?? physicalName(64), source: sourceOf(wanted), destination: configurationOf(wanted),
      extended: wanted.ExtendedS3DestinationConfiguration !== undefined,
    })
    askPermissions(wanted, context)
    return { ref: name, attributes: { Arn: arn } }
  },
  async update(wanted, { ref, attributes = {}, properties: before }, context) {
    const same = JSON.stringify(sourceOf(wanted)) === JSON.stringify(sourceOf(before)) && (wanted.DeliveryStreamName ?? ref) === ref
    if (!same) return replacement
    await context.services.firehose.update(ref, configurationOf(wanted))
    askPermissions(wanted, context)
    return { ref, attributes }
  },
  async remove({ ref }, { services }) {
    if (services.firehose.has(ref)) await services.firehose.delete(ref)
  },
  // The stream and its records are on a shelf; what its role may do is asked at every start.
  restore: ({ properties: before }, context) => askPermissions(before, context),
})

function configurationOf(
  { ExtendedS3DestinationConfiguration: extended, S3DestinationConfiguration: s3 }: Properties,
): ExtendedS3Configuration {
  const configuration = extended ?? (s3 === undefined ? undefined : withoutMore(s3))
  if (configuration === undefined) throw new TypeError('ExtendedS3DestinationConfiguration or S3DestinationConfiguration is needed')
  return configuration
}

function sourceOf({ KinesisStreamSourceConfiguration: kinesis, DeliveryStreamType: type }: Properties) {
  if (type === 'KinesisStreamAsSource' && kinesis === undefined)
    throw new TypeError('KinesisStreamSourceConfiguration is needed when DeliveryStreamType is KinesisStreamAsSource')
  return kinesis === undefined ? undefined : { kinesisStreamArn: kinesis.KinesisStreamARN, roleArn: kinesis.RoleARN }
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html */
function askPermissions(wanted: Properties, { needs, arn }: Pick<Context, 'needs' | 'arn'>): void {
  const configuration = configurationOf(wanted)
  const destination = destinationOf(configuration)
  const ask = (roleArn: string, access: Access) => needs.usesRole({ roleArn, access })
  ask(destination.roleArn, { action: 's3:PutObject', resource: `${configuration.BucketARN}/${(destination.prefix ?? '').split('!{')[0]}*` })
  for (const functionArn of functionsOf(destination)) ask(destination.roleArn, { action: 'lambda:InvokeFunction', resource: functionArn })
  const source = sourceOf(wanted)
  for (const action of source === undefined ? [] : ['DescribeStream', 'GetShardIterator', 'GetRecords', 'ListShards'])
    ask(source?.roleArn ?? '', { action: `kinesis:${action}`, resource: source?.kinesisStreamArn ?? '' })
  const { RoleARN, DatabaseName, TableName } = destination.conversion?.SchemaConfiguration ?? {}
  if (RoleARN !== undefined && DatabaseName !== undefined && TableName !== undefined)
    ask(RoleARN, { action: 'glue:GetTableVersions', resource: arn('glue', `table/${DatabaseName}/${TableName}`) })
}
