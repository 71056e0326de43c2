import {
  BatchCreatePartitionCommand, BatchDeletePartitionCommand, CreateDatabaseCommand, CreatePartitionCommand, CreateTableCommand,
  DeleteDatabaseCommand, DeletePartitionCommand, DeleteTableCommand, GetCrawlerCommand, GetDatabaseCommand, GetDatabasesCommand,
  GetPartitionCommand, GetPartitionsCommand, GetTableCommand, GetTablesCommand, GlueClient, UpdateDatabaseCommand, UpdateTableCommand,
} from '@aws-sdk/client-glue'
import type { Stack } from 'aws-cdk-lib'
import { CfnDatabase, CfnPartition, CfnTable } from 'aws-cdk-lib/aws-glue'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let glue: GlueClient

const storageDescriptor = (location: string) => ({
  columns: [{ name: 'celsius', type: 'double' }], location,
  serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe', parameters: { 'ignore.malformed.json': 'true' } },
})

function build(stack: Stack): void {
  const database = new CfnDatabase(stack, 'Database', { catalogId: stack.account, databaseInput: { name: 'keg', description: 'cold' } })
  const table = new CfnTable(stack, 'Telemetry', {
    catalogId: stack.account, databaseName: database.ref,
    tableInput: {
      name: 'telemetry', tableType: 'EXTERNAL_TABLE', parameters: { 'projection.enabled': true, classification: 'json' },
      partitionKeys: [{ name: 'day', type: 'string' }], storageDescriptor: storageDescriptor('s3://cold/telemetry/'),
    },
  })
  new CfnPartition(stack, 'Partition', {
    catalogId: stack.account, databaseName: database.ref, tableName: table.ref,
    partitionInput: { values: ['2026-01-01'], storageDescriptor: storageDescriptor('s3://cold/telemetry/day=2026-01-01/') },
  })
}

beforeAll(async () => {
  running = await run(build)
  glue = new GlueClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('has the template\'s databases, tables and partitions', async () => {
  expect((await glue.send(new GetDatabaseCommand({ Name: 'KEG' }))).Database).toMatchObject({
    Name: 'keg', Description: 'cold', CreateTime: expect.any(Date), CatalogId: '123456789012',
  })
  expect((await glue.send(new GetTableCommand({ DatabaseName: 'keg', Name: 'telemetry' }))).Table).toMatchObject({
    Name: 'telemetry', DatabaseName: 'keg', TableType: 'EXTERNAL_TABLE',
    Parameters: { 'projection.enabled': 'true', classification: 'json' }, PartitionKeys: [{ Name: 'day', Type: 'string' }],
    StorageDescriptor: {
      Columns: [{ Name: 'celsius', Type: 'double' }], Location: 's3://cold/telemetry/',
      SerdeInfo: { Parameters: { 'ignore.malformed.json': 'true' } },
    }, VersionId: '0',
  })
  const { Partitions } = await glue.send(new GetPartitionsCommand({ DatabaseName: 'keg', TableName: 'telemetry' }))
  expect(Partitions).toMatchObject([{ Values: ['2026-01-01'], StorageDescriptor: { Location: 's3://cold/telemetry/day=2026-01-01/' } }])
})

it('takes databases, tables and partitions by calls', async () => {
  const DatabaseName = 'bar'
  await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'Bar' } }))
  await glue.send(new UpdateDatabaseCommand({ Name: 'bar', DatabaseInput: { Name: 'bar', Description: 'changed' } }))
  expect((await glue.send(new GetDatabasesCommand({}))).DatabaseList?.map(({ Name, Description }) => [Name, Description]))
    .toEqual([['bar', 'changed'], ['keg', 'cold']])
  const TableInput = {
    Name: 'pours', PartitionKeys: [{ Name: 'day', Type: 'string' }],
    StorageDescriptor: { Columns: [{ Name: 'ml', Type: 'int' }], Location: 's3://cold/pours/' },
  }
  await glue.send(new CreateTableCommand({ DatabaseName, TableInput }))
  await glue.send(new CreateTableCommand({ DatabaseName, TableInput: { Name: 'pumps' } }))
  await glue.send(new UpdateTableCommand({ DatabaseName, TableInput: { ...TableInput, Description: 'changed' } }))
  await expect(glue.send(new GetTablesCommand({ DatabaseName, Expression: '(' }))).rejects.toMatchObject({
    name: 'InvalidInputException', message: 'The Expression ( is no regular expression.',
  })
  expect((await glue.send(new GetTablesCommand({ DatabaseName, Expression: 'po.*' }))).TableList).toMatchObject([
    { Name: 'pours', Description: 'changed', VersionId: '1' },
  ])
  const page = await glue.send(new GetTablesCommand({ DatabaseName, MaxResults: 1 }))
  expect((await glue.send(new GetTablesCommand({ DatabaseName, NextToken: page.NextToken }))).TableList).toMatchObject([{ Name: 'pumps' }])

  const TableName = 'pours'
  await glue.send(new CreatePartitionCommand({ DatabaseName, TableName, PartitionInput: { Values: ['1'] } }))
  const { Errors } = await glue.send(new BatchCreatePartitionCommand({
    DatabaseName, TableName, PartitionInputList: [{ Values: ['1'] }, { Values: ['2'] }],
  }))
  expect(Errors).toMatchObject([{ PartitionValues: ['1'], ErrorDetail: { ErrorCode: 'AlreadyExistsException' } }])
  expect((await glue.send(new GetPartitionCommand({ DatabaseName, TableName, PartitionValues: ['2'] }))).Partition)
    .toMatchObject({ Values: ['2'] })
  await glue.send(new DeletePartitionCommand({ DatabaseName, TableName, PartitionValues: ['1'] }))
  expect((await glue.send(new BatchDeletePartitionCommand({
    DatabaseName, TableName, PartitionsToDelete: [{ Values: ['1'] }, { Values: ['2'] }],
  }))).Errors).toMatchObject([{ ErrorDetail: { ErrorCode: 'EntityNotFoundException' } }])

  await glue.send(new DeleteTableCommand({ DatabaseName, Name: 'pumps' }))
  await glue.send(new DeleteDatabaseCommand({ Name: DatabaseName }))
  await expect(glue.send(new GetTableCommand({ DatabaseName, Name: 'pours' }))).rejects.toMatchObject({
    name: 'EntityNotFoundException', message: 'Database bar not found.',
  })
})

it('refuses what Glue refuses, and what is not emulated', async () => {
  const named = (name: string) => expect.objectContaining({ name })
  await expect(glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'keg' } }))).rejects.toEqual(named('AlreadyExistsException'))
  await expect(glue.send(new GetTableCommand({ DatabaseName: 'keg', Name: 'nowhere' }))).rejects.toEqual(named('EntityNotFoundException'))
  await expect(
    glue.send(new CreatePartitionCommand({ DatabaseName: 'keg', TableName: 'telemetry', PartitionInput: { Values: ['a', 'b'] } })),
  ).rejects.toEqual(named('InvalidInputException'))
  await expect(glue.send(new GetCrawlerCommand({ Name: 'crawler' }))).rejects.toThrow('Glue\'s GetCrawler is not emulated.')
})
