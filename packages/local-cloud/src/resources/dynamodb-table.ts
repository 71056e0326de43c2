import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../assembly/template.ts'
import type { DynamoDb } from '../services/dynamodb/dynamodb.ts'
import { flag, ignored, json, list, object, oneOf, refused, required, text } from './property.ts'
import { replacement, resource } from './resource.ts'
import { tags } from './tags.ts'
import { unlessGone } from './unless-gone.ts'

const capacity = ignored('there is no capacity to provision here')
const backups = ignored('there are no backups of tables in memory')

const indexes = list(object({
  IndexName: required(text),
  KeySchema: required(json),
  Projection: required(json),
  ProvisionedThroughput: json,
  OnDemandThroughput: capacity,
  WarmThroughput: capacity,
  ContributorInsightsSpecification: ignored('there are no contributor insights here'),
}))

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export const dynamodbTable = resource('AWS::DynamoDB::Table', {
  properties: {
    TableName: text,
    AttributeDefinitions: required(json),
    KeySchema: required(json),
    BillingMode: oneOf('PAY_PER_REQUEST', 'PROVISIONED'),
    ProvisionedThroughput: json,
    GlobalSecondaryIndexes: indexes,
    LocalSecondaryIndexes: indexes,
    TimeToLiveSpecification: object({ AttributeName: text, Enabled: flag }),
    StreamSpecification: object({
      StreamViewType: required(oneOf('KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES')),
      ResourcePolicy: ignored('stream policies are not enforced'),
    }),
    KinesisStreamSpecification: refused('changes go to DynamoDB\'s own streams alone'),
    ImportSourceSpecification: refused('tables start empty'),
    ResourcePolicy: ignored('table policies are not enforced'),
    ContributorInsightsSpecification: ignored('there are no contributor insights here'),
    DeletionProtectionEnabled: flag,
    OnDemandThroughput: capacity,
    WarmThroughput: capacity,
    PointInTimeRecoverySpecification: backups,
    SSESpecification: ignored('nothing is encrypted on this machine'),
    TableClass: ignored('it changes the bill alone'),
    Tags: tags,
  },
  async create({ TableName, TimeToLiveSpecification: ttl, StreamSpecification: stream, DeletionProtectionEnabled: _, ...properties }, { services, physicalName, arn }) {
    const name = TableName ?? physicalName(255)
    const dynamodb = await services.dynamodb()
    const { TableDescription: described } = await dynamodb.call('CreateTable', { TableName: name, ...withCapacity(properties), ...streamSpecification(stream) })
    if (ttl?.Enabled === true) await dynamodb.call('UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: ttl })
    return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`), ...streamAttribute(described) } }
  },
  async update(properties, { ref, attributes = {}, properties: before }, { services }) {
    if ((['TableName', 'KeySchema', 'LocalSecondaryIndexes'] as const).some((name) => !isDeepStrictEqual(properties[name], before[name]))) return replacement
    const dynamodb = await services.dynamodb()
    for (const change of tableChanges(properties, before)) await dynamodb.call('UpdateTable', { TableName: ref, ...change })
    await updateTimeToLive(ref, properties.TimeToLiveSpecification, before.TimeToLiveSpecification, dynamodb)
    const { Table } = await dynamodb.call('DescribeTable', { TableName: ref })
    const { StreamArn: _, ...others } = attributes
    return { ref, attributes: { ...others, ...streamAttribute(Table) } }
  },
  async remove({ ref, properties: { DeletionProtectionEnabled } }, { services }) {
    if (DeletionProtectionEnabled === true) throw new TypeError(`Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first: ${ref}`)
    await (await services.dynamodb()).call('DeleteTable', { TableName: ref }).catch(unlessGone)
  },
  // The engine keeps it, and its stream is on a shelf.
  async restore(_, { services }) {
    await services.dynamodb()
  },
  async status({ ref }, { services }) {
    const { Count, LastEvaluatedKey } = await (await services.dynamodb()).call('Scan', { TableName: ref, Select: 'COUNT' })
    return { items: LastEvaluatedKey === undefined ? Number(Count) : `${String(Count)} or more` }
  },
})

interface StreamSetting {
  readonly StreamViewType: string
}

function streamSpecification(stream: StreamSetting | undefined): object {
  return stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }
}

function streamAttribute(described: unknown): { readonly StreamArn?: string } {
  const streamArn = isRecord(described) && isRecord(described['StreamSpecification']) ? described['LatestStreamArn'] : undefined
  return streamArn === undefined ? {} : { StreamArn: String(streamArn) }
}

interface Changeable {
  readonly AttributeDefinitions: unknown
  readonly BillingMode: string | undefined
  readonly ProvisionedThroughput: unknown
  readonly GlobalSecondaryIndexes: readonly { readonly IndexName: string }[] | undefined
  readonly StreamSpecification: StreamSetting | undefined
}

/** One `UpdateTable` each: it creates or deletes one index at a time, and ends a stream before another begins. */
function tableChanges(next: Changeable, before: Changeable): object[] {
  const indexes = (table: Changeable) => new Map((table.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, index]))
  const [nextIndexes, indexesBefore] = [indexes(next), indexes(before)]
  const removed = [...indexesBefore].filter(([name, index]) => !isDeepStrictEqual(nextIndexes.get(name), index))
  const added = [...nextIndexes].filter(([name, index]) => !isDeepStrictEqual(indexesBefore.get(name), index))
  const capacity = next.BillingMode === before.BillingMode && isDeepStrictEqual(next.ProvisionedThroughput, before.ProvisionedThroughput) ? [] : [withCapacity({ BillingMode: next.BillingMode, ProvisionedThroughput: next.ProvisionedThroughput })]
  const stream = next.StreamSpecification?.StreamViewType === before.StreamSpecification?.StreamViewType ? [] : [
    ...(before.StreamSpecification === undefined ? [] : [{ StreamSpecification: { StreamEnabled: false } }]),
    ...(next.StreamSpecification === undefined ? [] : [streamSpecification(next.StreamSpecification)]),
  ]
  return [
    ...capacity,
    ...removed.map(([IndexName]) => ({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] })),
    ...added.map(([, index]) => ({ AttributeDefinitions: next.AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: index }] })),
    ...stream,
  ]
}

interface TimeToLive {
  readonly AttributeName: string | undefined
  readonly Enabled: boolean | undefined
}

async function updateTimeToLive(TableName: string, next: TimeToLive | undefined, before: TimeToLive | undefined, dynamodb: DynamoDb): Promise<void> {
  if (isDeepStrictEqual(next, before)) return
  if (before?.Enabled === true) await dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { ...before, Enabled: false } })
  if (next?.Enabled === true) await dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: next })
}

/** CloudFormation's default is PROVISIONED, which takes a throughput for the table. */
function withCapacity({ BillingMode = 'PROVISIONED', ProvisionedThroughput, ...rest }: Readonly<Record<string, unknown>>): object {
  if (BillingMode !== 'PROVISIONED') return { ...rest, BillingMode }
  return { ...rest, BillingMode, ProvisionedThroughput: ProvisionedThroughput ?? { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } }
}
