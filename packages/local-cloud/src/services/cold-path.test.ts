import { expect, it } from 'vitest'
import { Athena } from './athena/athena.ts'
import { Firehose } from './firehose/firehose.ts'
import { GlueCatalog } from './glue/glue-catalog.ts'
import { Kinesis } from './kinesis/kinesis.ts'
import { memoryShelves, type Shelves } from '../ground/shelf.ts'
import { ResourceTypes } from './resource-types.ts'
import { replacement, type ResourceContext } from '../ground/resource.ts'
import { testContext } from '../ground/testing.ts'

const resourceTypes = await new ResourceTypes().loadAll()

/** What the cold path's types use. */
interface Services {
  readonly glue: GlueCatalog
  readonly firehose: Firehose
  readonly athena: Athena
}

/** A run over what an earlier one has left. */
function context(shelves: Shelves): ResourceContext<Services> {
  const never = (): never => { throw new Error('not asked for') }
  const [region, accountId] = ['us-east-1', '123456789012']
  const objects = { put: never, get: never, list: never }
  const nowMs = () => 0
  const glue = new GlueCatalog({ shelves, nowMs })
  const firehose = new Firehose({
    region, accountId, shelves, objects, glue, nowMs, kinesis: new Kinesis({ region, accountId, nowMs, shelves }),
    lambda: { invoke: never }, expressions: { jq: never }, duckDb: { open: never, require: never }, directory: '/nowhere',
    newId: () => 'id', random: () => 0, log: () => undefined, sleep: () => new Promise(() => undefined),
  })
  const services = {
    glue, firehose,
    athena: new Athena({ shelves, objects, glue, duckDb: { open: never }, directory: '/nowhere', nowMs, newId: () => 'id' }),
  }
  return { ...testContext({ shelves }).context, services }
}

const DatabaseName = 'keg'
const group = { Name: 'bar', WorkGroupConfiguration: { ResultConfiguration: { OutputLocation: 's3://cold/' } } }
const destination = { BucketARN: 'arn:aws:s3:::cold', RoleARN: 'arn:aws:iam::123456789012:role/r' }

interface Case {
  readonly type: string
  readonly properties: Record<string, unknown>
  /** Changed where it is. */
  readonly changed: Record<string, unknown>
  /** Another comes in its place. */
  readonly other?: Record<string, unknown>
  /** What has to be there before. */
  readonly before?: (services: Services) => void
  readonly seen: (services: Services) => unknown
  readonly expected: readonly [created: unknown, changed: unknown]
}

const cases: readonly Case[] = [
  {
    type: 'AWS::Glue::Database', properties: { DatabaseInput: { Name: 'Keg', Description: 'a' } },
    changed: { DatabaseInput: { Name: 'keg', Description: 'b' } }, other: { DatabaseInput: { Name: 'bar' } },
    seen: ({ glue }) => glue.databases().map(({ input }) => input.Description), expected: [['a'], ['b']],
  },
  {
    type: 'AWS::Glue::Table', properties: { DatabaseName, TableInput: { Name: 't', StorageDescriptor: { Location: 's3://a/' } } },
    changed: { DatabaseName, TableInput: { Name: 't', StorageDescriptor: { Location: 's3://b/' } } },
    other: { DatabaseName, TableInput: { Name: 'u' } }, before: ({ glue }) => glue.createDatabase({ Name: 'keg' }),
    seen: ({ glue }) => glue.tables('keg').map(({ input, version }) => [input.StorageDescriptor?.Location, version]),
    expected: [[['s3://a/', 0]], [['s3://b/', 1]]],
  },
  {
    type: 'AWS::Glue::Partition', properties: { DatabaseName, TableName: 't', PartitionInput: { Values: ['1'] } },
    changed: { DatabaseName, TableName: 't', PartitionInput: { Values: ['2'] } },
    before: ({ glue }) => {
      glue.createDatabase({ Name: 'keg' })
      glue.createTable('keg', { Name: 't', PartitionKeys: [{ Name: 'day' }] })
    },
    seen: ({ glue }) => glue.partitions('keg', 't').map(({ input }) => input.Values), expected: [[['1']], [['2']]],
  },
  {
    type: 'AWS::Athena::WorkGroup', properties: group, changed: { ...group, State: 'DISABLED' }, other: { ...group, Name: 'other' },
    seen: ({ athena }) => [...athena.workGroups.values()].filter(({ name }) => name === 'bar').map(({ state }) => state),
    expected: [['ENABLED'], ['DISABLED']],
  },
  {
    type: 'AWS::Athena::NamedQuery', properties: { Database: 'keg', QueryString: 'SELECT 1' },
    changed: { Database: 'keg', QueryString: 'SELECT 2' }, seen: ({ athena }) => [...athena.namedQueries.values()].map(({ sql }) => sql),
    expected: [['SELECT 1'], ['SELECT 2']],
  },
  {
    type: 'AWS::KinesisFirehose::DeliveryStream', properties: { S3DestinationConfiguration: destination },
    changed: { ExtendedS3DestinationConfiguration: { ...destination, Prefix: 'a/' } },
    other: { DeliveryStreamName: 'other', S3DestinationConfiguration: destination },
    seen: ({ firehose }) =>
      firehose.names().map((name) => firehose.stream(name)).map(({ version, destination: { Prefix } }) => [version, Prefix]),
    expected: [[[1, undefined]], [[2, 'a/']]],
  },
]

it.each(cases)('creates, changes, restores and removes $type', async ({ type, properties, changed, other, before, seen, expected }) => {
  const shelves = memoryShelves()
  const first = context(shelves)
  const resourceType = resourceTypes.get(type)
  if (resourceType === undefined) throw new Error(`${type} is not registered`)
  expect(resourceType.kept).toBe(true)
  before?.(first.services)
  const created = await resourceType.create(properties, first)
  expect(seen(first.services)).toEqual(expected[0])
  if (other !== undefined) expect(await resourceType.update(other, { ...created, properties }, first)).toBe(replacement)
  const updated = await resourceType.update(changed, { ...created, properties }, first)
  if (updated === replacement) throw new Error('It was to be changed where it is')
  expect(seen(first.services)).toEqual(expected[1])

  const second = context(shelves)
  await resourceType.restore({ ...updated, properties: changed }, second)
  expect(seen(second.services)).toEqual(expected[1])
  await resourceType.remove({ ...updated, properties: changed }, second)
  await resourceType.remove({ ...updated, properties: changed }, second)
  expect(seen(second.services)).toEqual([])
})
