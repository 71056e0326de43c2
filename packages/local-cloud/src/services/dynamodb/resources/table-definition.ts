import { isRecord } from '@keg/aws-service'
import { isDeepStrictEqual } from 'node:util'
import type { DynamoDb } from '../dynamodb.ts'
import { replacement, type CreatedResource, type Existing, type ResourceContext, type Status } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'

/** A table as `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` both define it. */
export interface TableSettings {
  readonly TableName: string | undefined
  readonly AttributeDefinitions: unknown
  readonly KeySchema: unknown
  readonly BillingMode: string | undefined
  readonly ProvisionedThroughput: unknown
  readonly GlobalSecondaryIndexes: readonly { readonly IndexName: string }[] | undefined
  readonly LocalSecondaryIndexes: readonly object[] | undefined
  readonly TimeToLiveSpecification: TimeToLive | undefined
  readonly StreamSpecification: StreamSetting | undefined
  readonly DeletionProtectionEnabled: boolean | undefined
}

type Context = ResourceContext<{ readonly dynamodb: DynamoDb }>

/** What becomes of a table; `settings` reads a type's properties. */
export function tableLifecycle<Properties>(settings: (properties: Properties) => TableSettings) {
  return {
    create: (properties: Properties, context: Context) => createTable(settings(properties), context),
    update: (properties: Properties, { properties: before, ...existing }: Existing<Properties>, context: Context) =>
      updateTable(settings(properties), { ...existing, properties: settings(before) }, context),
    remove: ({ ref, properties }: Existing<Properties>, context: Context) => removeTable(ref, settings(properties), context),
    // The engine keeps it, and its stream is on a shelf.
    restore: () => undefined,
    async status({ ref }: Existing<Properties>, { services: { dynamodb } }: Context): Promise<Status> {
      const { Count, LastEvaluatedKey } = await dynamodb.call('Scan', { TableName: ref, Select: 'COUNT' })
      return { items: LastEvaluatedKey === undefined ? Number(Count) : `${String(Count)} or more` }
    },
  }
}

async function createTable(
  { TableName, TimeToLiveSpecification: ttl, StreamSpecification: stream, DeletionProtectionEnabled: _, ...settings }: TableSettings,
  { services: { dynamodb }, physicalName, arn }: Context,
): Promise<CreatedResource> {
  const name = TableName ?? physicalName(255)
  const { TableDescription: described } = await dynamodb.call('CreateTable', {
    TableName: name, ...withCapacity({ ...settings }), ...streamSpecification(stream),
  })
  if (ttl?.Enabled === true) await dynamodb.call('UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: ttl })
  return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`), ...describedAttributes(described) } }
}

async function updateTable(
  settings: TableSettings, { ref, attributes = {}, properties: before }: Existing<TableSettings>, { services: { dynamodb } }: Context,
): Promise<CreatedResource | typeof replacement> {
  if ((['TableName', 'KeySchema', 'LocalSecondaryIndexes'] as const).some((name) => !isDeepStrictEqual(settings[name], before[name])))
    return replacement
  for (const change of tableChanges(settings, before)) await dynamodb.call('UpdateTable', { TableName: ref, ...change })
  await updateTimeToLive(ref, settings.TimeToLiveSpecification, before.TimeToLiveSpecification, dynamodb)
  const { Table } = await dynamodb.call('DescribeTable', { TableName: ref })
  const { StreamArn: _, ...others } = attributes
  return { ref, attributes: { ...others, ...describedAttributes(Table) } }
}

async function removeTable(ref: string, { DeletionProtectionEnabled }: TableSettings, { services: { dynamodb } }: Context): Promise<void> {
  if (DeletionProtectionEnabled === true) {
    throw new TypeError(
      `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first: ${ref}`,
    )
  }
  await dynamodb.call('DeleteTable', { TableName: ref }).catch(unlessGone)
}

interface StreamSetting {
  readonly StreamViewType: string
}

function streamSpecification(stream: StreamSetting | undefined): object {
  return stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }
}

/** What is known of a table once it is there. */
function describedAttributes(described: unknown): Readonly<Record<string, string>> {
  if (!isRecord(described)) return {}
  const streamArn = isRecord(described['StreamSpecification']) ? described['LatestStreamArn'] : undefined
  return { TableId: String(described['TableId'] ?? ''), ...(streamArn === undefined ? {} : { StreamArn: String(streamArn) }) }
}

type Changeable =
  Pick<TableSettings, 'AttributeDefinitions' | 'BillingMode' | 'ProvisionedThroughput' | 'GlobalSecondaryIndexes' | 'StreamSpecification'>

/** One `UpdateTable` each: it creates or deletes one index at a time, and ends a stream before another begins. */
function tableChanges(next: Changeable, before: Changeable): object[] {
  const indexes = (table: Changeable) => new Map((table.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, index]))
  const [nextIndexes, indexesBefore] = [indexes(next), indexes(before)]
  const removed = [...indexesBefore].filter(([name, index]) => !isDeepStrictEqual(nextIndexes.get(name), index))
  const added = [...nextIndexes].filter(([name, index]) => !isDeepStrictEqual(indexesBefore.get(name), index))
  const capacity = next.BillingMode === before.BillingMode && isDeepStrictEqual(next.ProvisionedThroughput, before.ProvisionedThroughput)
    ? []
    : [withCapacity({ BillingMode: next.BillingMode, ProvisionedThroughput: next.ProvisionedThroughput })]
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

async function updateTimeToLive(
  TableName: string, next: TimeToLive | undefined, before: TimeToLive | undefined, dynamodb: DynamoDb,
): Promise<void> {
  if (isDeepStrictEqual(next, before)) return
  if (before?.Enabled === true)
    await dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { ...before, Enabled: false } })
  if (next?.Enabled === true) await dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: next })
}

/** CloudFormation's default is PROVISIONED, which takes a throughput for the table. */
function withCapacity({ BillingMode = 'PROVISIONED', ProvisionedThroughput, ...rest }: Readonly<Record<string, unknown>>): object {
  if (BillingMode !== 'PROVISIONED') return { ...rest, BillingMode }
  return { ...rest, BillingMode, ProvisionedThroughput: ProvisionedThroughput ?? { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } }
}
