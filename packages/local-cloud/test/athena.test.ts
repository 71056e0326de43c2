import {
  AthenaClient, BatchGetQueryExecutionCommand, CreateNamedQueryCommand, CreateWorkGroupCommand, DeleteNamedQueryCommand,
  DeleteWorkGroupCommand, GetNamedQueryCommand, GetQueryExecutionCommand, GetQueryResultsCommand, GetWorkGroupCommand,
  ListDataCatalogsCommand, ListNamedQueriesCommand, ListQueryExecutionsCommand, ListWorkGroupsCommand, StartQueryExecutionCommand,
  StopQueryExecutionCommand, type QueryExecution, type StartQueryExecutionCommandInput,
} from '@aws-sdk/client-athena'
import { GetTableCommand, GlueClient } from '@aws-sdk/client-glue'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let athena: AthenaClient
let s3: S3Client

const parquet = 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
const bucketName = 'cold'

function build(stack: Stack): void {
  const bucket = new Bucket(stack, 'Cold', { bucketName })
  const database = new CfnDatabase(stack, 'Database', { catalogId: stack.account, databaseInput: { name: 'keg' } })
  const table = (id: string, input: CfnTable.TableInputProperty) =>
    new CfnTable(stack, id, { catalogId: stack.account, databaseName: database.ref, tableInput: { tableType: 'EXTERNAL_TABLE', ...input } })
  const telemetry = table('Telemetry', {
    name: 'telemetry', partitionKeys: [{ name: 'site', type: 'string' }, { name: 'day', type: 'string' }],
    parameters: {
      'projection.enabled': 'true', 'projection.site.type': 'enum', 'projection.site.values': 'bar-1,bar-2', 'projection.day.type': 'date',
      'projection.day.format': 'yyyy/MM/dd', 'projection.day.range': '2020/01/01,NOW+1DAY',
      'storage.location.template': `s3://${bucketName}/telemetry/\${site}/\${day}/`,
    },
    storageDescriptor: {
      location: `s3://${bucketName}/telemetry/`, serdeInfo: { serializationLibrary: parquet },
      columns: [
        { name: 'kegid', type: 'string' }, { name: 'celsius', type: 'double' }, { name: 'ml', type: 'bigint' },
        { name: 'takenat', type: 'timestamp' }, { name: 'tags', type: 'array<string>' },
        { name: 'where', type: 'struct<bar:string,tap:int>' }, { name: 'price', type: 'decimal(10,2)' },
        { name: 'readings', type: 'map<string,int>' }, { name: 'brewed', type: 'date' }, { name: 'open', type: 'boolean' },
      ],
    },
  })
  table('Pours', {
    name: 'pours', partitionKeys: [{ name: 'keg', type: 'string' }],
    parameters: { 'projection.enabled': 'true', 'projection.keg.type': 'injected' },
    storageDescriptor: {
      location: `s3://${bucketName}/pours`,
      serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe', parameters: { 'mapping.ml': 'Volume' } },
      columns: [{ name: 'ml', type: 'int' }, { name: 'taken', type: 'timestamp' }],
    },
  })
  const role = new Role(stack, 'DeliveryRole', { assumedBy: new ServicePrincipal('firehose.amazonaws.com') })
  bucket.grantPut(role)
  const stream = new CfnDeliveryStream(stack, 'Delivery', {
    deliveryStreamName: 'telemetry',
    extendedS3DestinationConfiguration: {
      bucketArn: bucket.bucketArn, roleArn: role.roleArn, prefix: 'telemetry/!{partitionKeyFromQuery:site}/!{timestamp:yyyy/MM/dd}/',
      errorOutputPrefix: 'errors/!{firehose:error-output-type}/', bufferingHints: { intervalInSeconds: 1, sizeInMBs: 64 },
      dynamicPartitioningConfiguration: { enabled: true },
      processingConfiguration: {
        enabled: true,
        processors: [{
          type: 'MetadataExtraction',
          parameters: [
            { parameterName: 'MetadataExtractionQuery', parameterValue: '{site: .siteId}' },
            { parameterName: 'JsonParsingEngine', parameterValue: 'JQ-1.6' },
          ],
        }],
      },
      dataFormatConversionConfiguration: {
        schemaConfiguration: { databaseName: database.ref, tableName: telemetry.ref, roleArn: role.roleArn, region: stack.region },
        inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
        outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'GZIP' } } },
      },
    },
  })
  const ruleRole = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  new CfnTopicRule(stack, 'Rule', { topicRulePayload: {
    sql: 'SELECT *, topic(2) AS siteId, topic(3) AS kegId FROM \'keg/+/+/telemetry\'',
    awsIotSqlVersion: '2016-03-23',
    actions: [{ firehose: { deliveryStreamName: stream.ref, roleArn: ruleRole.roleArn, separator: '\n' } }],
  } })
  const group = new CfnWorkGroup(stack, 'Group', {
    name: 'bar',
    description: 'of the bar',
    workGroupConfiguration: { resultConfiguration: { outputLocation: `s3://${bucketName}/results/` }, enforceWorkGroupConfiguration: true },
  })
  const query = new CfnNamedQuery(stack, 'Query', {
    name: 'count', database: 'keg', queryString: 'SELECT count(*) FROM telemetry', workGroup: group.ref,
  })
  query.addResourceDependency(group)
  new CfnOutput(stack, 'QueryId', { value: query.attrNamedQueryId })
}

beforeAll(async () => {
  running = await run(build)
  athena = new AthenaClient(running.client)
  s3 = new S3Client({ ...running.client, forcePathStyle: true })
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

async function execute(
  QueryString: string, more: Partial<StartQueryExecutionCommandInput> = {},
): Promise<QueryExecution & { readonly id: string }> {
  const { QueryExecutionId: id = '' } = await athena.send(new StartQueryExecutionCommand({
    QueryString, WorkGroup: 'bar', QueryExecutionContext: { Database: 'keg' }, ...more,
  }))
  const execution = await eventually(async () => {
    const { QueryExecution: asked } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }))
    return asked?.Status?.CompletionDateTime !== undefined && asked
  })
  return { ...execution, id }
}

/** Rows as texts, the header first; NULL is undefined. */
async function rowsOf(sql: string, more: Partial<StartQueryExecutionCommandInput> = {}): Promise<(string | undefined)[][]> {
  const { id, Status } = await execute(sql, more)
  if (Status?.State !== 'SUCCEEDED') throw new Error(Status?.StateChangeReason ?? Status?.State)
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id }))
  return (ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue))
}

const put = (Key: string, Body: string | Buffer) => s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body }))
const keysOf = async (Prefix: string) => ((await s3.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix }))).Contents ?? [])
  .map(({ Key = '', Size = 0 }) => ({ Key, Size }))
const textOf = async (Key: string) =>
  (await (await s3.send(new GetObjectCommand({ Bucket: bucketName, Key }))).Body?.transformToString()) ?? ''

// https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
it('counts a rule\'s messages, which Firehose has written as Parquet', async () => {
  const publish = (topic: string, message: object) => running.cloud.iot.publish(topic, JSON.stringify(message), { qos: 1 })
  await publish('keg/bar-1/k-1/telemetry', {
    celsius: 4.5, ml: 9007199254740991, takenAt: '2026-01-02T03:04:05.678Z', tags: ['ale', null], where: { bar: 'The "Pump"', tap: 3 },
    price: 3.5, readings: { flow: 7 }, brewed: '2025-12-31', open: true,
  })
  await publish('keg/bar-1/k-2/telemetry', { celsius: 5 })
  await publish('keg/bar-2/k-3/telemetry', { celsius: 6.25, extra: 'not in the table' })
  await publish('keg/bar-1/k-4/telemetry', { celsius: 'cold' })
  await eventually(async () => (await keysOf('errors/')).length > 0 && (await rowsOf('SELECT count(*) FROM telemetry'))[1]?.[0] === '3')

  expect(await rowsOf('SELECT count(*), max(celsius) AS warmest FROM telemetry')).toEqual([['_col0', 'warmest'], ['3', '6.25']])
  expect(await rowsOf('SELECT * FROM "awsdatacatalog"."keg"."telemetry" WHERE kegId = \'k-1\'')).toEqual([
    ['kegid', 'celsius', 'ml', 'takenat', 'tags', 'where', 'price', 'readings', 'brewed', 'open', 'site', 'day'],
    [
      'k-1', '4.5', '9007199254740991', '2026-01-02 03:04:05.678', '[ale, null]', '{bar=The "Pump", tap=3}', '3.50', '{flow=7}',
      '2025-12-31', 'true', 'bar-1', expect.stringMatching(/^\d{4}\/\d\d\/\d\d$/),
    ],
  ])
  expect(await rowsOf('SELECT kegid, ml FROM telemetry WHERE kegid = \'k-2\'')).toEqual([['kegid', 'ml'], ['k-2', undefined]])
  const [error] = await keysOf('errors/format-conversion-failed/')
  expect(JSON.parse(await textOf(error?.Key ?? ''))).toEqual({
    attemptsMade: 1, arrivalTimestamp: expect.any(Number), lastErrorCode: 'DataFormatConversion.MalformedData',
    lastErrorMessage: expect.stringContaining('"cold" is no double'), attemptEndingTimestamp: expect.any(Number),
    rawData: expect.any(String), sequenceNumber: expect.any(String), subSequenceNumber: null,
    dataCatalogTable: {
      catalogId: '123456789012', databaseName: 'keg', tableName: 'telemetry', region: 'us-east-1', versionId: '0', catalogArn: null,
    },
  })
})

it('reads no more than the partitions that are asked for', async () => {
  const sizes = (await keysOf('telemetry/bar-2/')).map(({ Size }) => Size)
  expect((await execute('SELECT * FROM telemetry t WHERE t.site = \'bar-2\' AND day >= \'2026\' AND celsius > 0')).Statistics?.DataScannedInBytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  expect((await execute('SELECT * FROM telemetry WHERE day < \'2026\'')).Statistics?.DataScannedInBytes).toBe(0)
})

it('names its warnings for what roles lack', () => {
  const warnings = running.log.filter(({ source, level }) => source === 'iam' && level === 'warn').map(({ message }) => message)
  expect(warnings).toEqual([
    expect.stringMatching(/needs glue:GetTableVersions on arn:aws:glue:us-east-1:123456789012:table\/keg\/telemetry/),
    expect.stringMatching(/needs firehose:PutRecord on .*deliverystream\/telemetry/),
  ])
})

it('reads JSON, gzipped or not, by an injected partition', async () => {
  await put('pours/keg=k-1/a.json', '{"volume": 250, "TAKEN": "2026-01-02 03:04:05"}\n{"volume": 300}\n')
  await put('pours/keg=k-1/b.json.gz', gzipSync('{"volume": 500}\n'))
  await put('pours/keg=k-2/c.json', '{"volume": "none"}\n')
  expect(await rowsOf('SELECT keg, sum(ml) AS ml, count(taken) AS timed FROM pours WHERE keg = \'k-1\' GROUP BY keg')).toEqual([
    ['keg', 'ml', 'timed'], ['k-1', '1050', '1'],
  ])
  expect(await rowsOf('SELECT ml FROM pours WHERE keg = ? AND ml > ? ORDER BY 1 DESC', { ExecutionParameters: ['\'k-1\'', '250'] }))
    .toEqual([['ml'], ['500'], ['300']])
  await expect(rowsOf('SELECT * FROM pours')).rejects.toThrow('CONSTRAINT_VIOLATION: For the injected projected partition column keg')
  await expect(rowsOf('SELECT * FROM pours WHERE keg = \'k-2\'')).rejects.toThrow('HIVE_BAD_DATA')
})

// https://docs.aws.amazon.com/athena/latest/ug/create-table.html
it('creates tables of delimited text, and finds their partitions', async () => {
  await put('sales/day=2026-01-01/a.csv', 'name,ml,open\n"Ale, pale",250,true\nStout,,false\n')
  await put('sales/day=2026-01-02/a.csv', 'name,ml,open\nPorter,100,true\n')
  await execute(`CREATE EXTERNAL TABLE IF NOT EXISTS keg.sales (name string COMMENT 'of the beer', \`ml\` int, open boolean)
    PARTITIONED BY (day date) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' WITH SERDEPROPERTIES ('separatorChar' = ',')
    LOCATION 's3://${bucketName}/sales/' TBLPROPERTIES ('skip.header.line.count' = '1');`)
  expect(await rowsOf('SELECT * FROM sales')).toEqual([['name', 'ml', 'open', 'day']])
  expect(await rowsOf('MSCK REPAIR TABLE sales')).toEqual([
    ['Repair: Added partition to metastore sales:day=2026-01-01'], ['Repair: Added partition to metastore sales:day=2026-01-02'],
  ])
  expect(await rowsOf('SHOW PARTITIONS sales')).toEqual([['day=2026-01-01'], ['day=2026-01-02']])
  expect(await rowsOf('SELECT name, ml, open, day FROM sales WHERE day = DATE \'2026-01-01\' ORDER BY name')).toEqual([
    ['name', 'ml', 'open', 'day'], ['Ale, pale', '250', 'true', '2026-01-01'], ['Stout', undefined, 'false', '2026-01-01'],
  ])
  expect(await rowsOf('SHOW TABLES IN keg')).toEqual([['pours'], ['sales'], ['telemetry']])
  await put('tabs/a.tsv', '1\tx\nnone\t\\N\n')
  await execute(
    `CREATE EXTERNAL TABLE tabs (a int, b string) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' LOCATION 's3://${bucketName}/tabs/'`,
  )
  expect(await rowsOf('SELECT * FROM tabs ORDER BY a')).toEqual([['a', 'b'], ['1', 'x'], [undefined, undefined]])
  await execute('ALTER TABLE sales DROP PARTITION (day = \'2026-01-02\')')
  expect(await rowsOf('SELECT count(*) FROM sales')).toEqual([['_col0'], ['2']])
  await execute('DROP TABLE sales')
  await expect(new GlueClient(running.client).send(new GetTableCommand({ DatabaseName: 'keg', Name: 'sales' })))
    .rejects.toMatchObject({ name: 'EntityNotFoundException' })
})

it('reads views, which read tables and views', async () => {
  await execute('CREATE VIEW poured AS SELECT keg, ml FROM pours WHERE keg = \'k-1\' AND ml > 0')
  await execute('CREATE OR REPLACE VIEW much AS SELECT keg, sum(ml) AS ml FROM poured GROUP BY keg')
  expect(await rowsOf('SELECT m.ml, count(*) FROM keg.much m JOIN keg.poured p ON m.keg = p.keg GROUP BY 1', { QueryExecutionContext: {} }))
    .toEqual([['ml', '_col1'], ['1050', '3']])
  await execute('DROP VIEW much')
  await expect(rowsOf('SELECT * FROM much')).rejects.toThrow('TABLE_NOT_FOUND')
})

// https://docs.aws.amazon.com/athena/latest/ug/ctas.html
it('writes the rows of queries as Parquet', async () => {
  const { id } = await execute(`CREATE TABLE keg.volumes WITH (format = 'PARQUET', external_location = 's3://${bucketName}/volumes/', partitioned_by = ARRAY['keg']) AS SELECT CAST(ml AS double) AS ml, taken, keg FROM pours WHERE keg = 'k-1'`)
  expect((await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id }))).UpdateCount).toBe(3)
  expect((await keysOf('volumes/')).map(({ Key }) => Key)).toEqual([expect.stringMatching(/^volumes\/keg=k-1\/.*\.parquet$/)])
  const inserted = await execute('INSERT INTO volumes (keg, ml) SELECT * FROM (VALUES (\'k-2\', 100), (\'k-1\', 1))')
  expect(inserted).toMatchObject({ StatementType: 'DML', SubstatementType: 'INSERT', Status: { State: 'SUCCEEDED' } })
  expect(await rowsOf('SHOW PARTITIONS volumes')).toEqual([['keg=k-1'], ['keg=k-2']])
  expect(await rowsOf('SELECT keg, sum(ml) AS ml, count(taken) AS timed FROM volumes GROUP BY keg ORDER BY keg')).toEqual([
    ['keg', 'ml', 'timed'], ['k-1', '1051.0', '1'], ['k-2', '100.0', '0'],
  ])
  await execute('CREATE TABLE sums AS SELECT sum(ml) AS ml, count(*) AS n, 1.50 AS price FROM volumes')
  const { Table } = await new GlueClient(running.client).send(new GetTableCommand({ DatabaseName: 'keg', Name: 'sums' }))
  expect(Table?.StorageDescriptor?.Columns).toEqual([
    { Name: 'ml', Type: 'double' }, { Name: 'n', Type: 'bigint' }, { Name: 'price', Type: 'decimal(3,2)' },
  ])
  expect(await rowsOf('SELECT * FROM sums')).toEqual([['ml', 'n', 'price'], ['1151.0', '5', '1.50']])
})

// https://trino.io/docs/current/functions.html
it.each<[string, (string | undefined)[]]>([
  ['SELECT 7 / 2, 7 % 4, 7.0 / 2', ['3', '3', '3.5']],
  ['SELECT date_parse(\'2026-01-02 03:04\', \'%Y-%m-%d %H:%i\')', ['2026-01-02 03:04:00.000']],
  ['SELECT date_format(TIMESTAMP \'2026-01-02 03:04:05\', \'%W %e %M, %H:%i:%s\')', ['Friday 2 January, 03:04:05']],
  ['SELECT format_datetime(TIMESTAMP \'2026-01-02 03:04:05\', \'yyyy/MM/dd\'\'T\'\'HH\')', ['2026/01/02T03']],
  ['SELECT from_iso8601_timestamp(\'2026-01-02T03:04:05+01:00\')', ['2026-01-02 02:04:05.000 UTC']],
  ['SELECT date_diff(\'day\', TIMESTAMP \'2026-01-01 12:00:00\', TIMESTAMP \'2026-01-02 11:00:00\'), date_add(\'hour\', 2, TIMESTAMP \'2026-01-01 00:00:00\')', ['0', '2026-01-01 02:00:00.000']],
  ['SELECT from_unixtime(1.5), to_unixtime(TIMESTAMP \'1970-01-01 00:00:01\')', ['1970-01-01 00:00:01.500 UTC', '1.0']],
  ['SELECT json_extract_scalar(\'{"a":{"b":"x"}}\', \'$.a.b\'), regexp_like(\'beer\', \'^b\'), regexp_extract(\'k-12\', \'(\\d+)\', 1), regexp_extract(\'k\', \'\\d\')', ['x', 'true', '12', undefined]],
  ['SELECT approx_distinct(x), approx_distinct(x) FILTER (WHERE x > 1), arbitrary(y), count_if(x > 1) FROM (VALUES (1, \'a\'), (2, \'a\'), (2, \'a\')) AS t(x, y)', ['2', '1', 'a', '2']],
  ['WITH t AS (SELECT * FROM UNNEST(ARRAY[3, 1]) AS u(x)) SELECT cardinality(array_agg(x)), array_join(array_agg(x ORDER BY x), \'-\'), sum(x) FROM t', ['2', '1-3', '4']],
  ['SELECT concat(\'a\', \'b\', \'c\'), concat(\'a\', NULL), greatest(1, 2), least(1, NULL)', ['abc', undefined, '2', undefined]],
  ['SELECT split_part(\'a,,b\', \',\', 2), split_part(\'a,b\', \',\', 3), element_at(ARRAY[1, 2], 2), element_at(MAP {\'k\': 5}, \'k\'), mod(7, 4)', ['', undefined, '2', '5', '3']],
  ['SELECT regexp_replace(\'k-1 k-2\', \'(k)-(\\d)\', \'$2$1\'), regexp_replace(\'abab\', \'a\'), json_extract_scalar(\'{"a":{"b":1}}\', \'$.a\')', ['1k 2k', 'bb', undefined]],
  ['SELECT DATE \'2026-01-31\' + INTERVAL \'1\' DAY, date_add(\'month\', -1, DATE \'2026-03-31\'), date_trunc(\'month\', DATE \'2026-03-31\'), date_trunc(\'hour\', TIMESTAMP \'2026-01-01 10:11:12\')', ['2026-02-01', '2026-02-28', '2026-03-01', '2026-01-01 10:00:00.000']],
  ['SELECT extract(dow FROM DATE \'2026-01-04\'), day_of_week(DATE \'2026-01-04\'), CAST(TIMESTAMP \'2026-01-01 10:11:12\' AS varchar), CAST(DATE \'2026-01-01\' AS varchar), -7 / 2', ['7', '7', '2026-01-01 10:11:12.000', '2026-01-01', '-3']],
  ['SELECT CAST(1 AS varchar), TRY_CAST(\'x\' AS integer), coalesce(NULL, \'y\'), TRY(1 / 0)', ['1', undefined, 'y', undefined]],
])('%s', async (sql, expected) => {
  expect((await rowsOf(sql))[1]).toEqual(expected)
})

it.each([
  ['SELECT * FROM nowhere', 'TABLE_NOT_FOUND: line 1:1: Table \'awsdatacatalog.keg.nowhere\' does not exist'],
  ['SELECT * FROM other.telemetry', 'SCHEMA_NOT_FOUND: line 1:1: Schema \'other\' does not exist'],
  ['SELECT beer FROM telemetry', 'COLUMN_NOT_FOUND'],
  ['SELECT pour(1)', 'FUNCTION_NOT_FOUND'],
  ['SELECT FROM', 'SYNTAX_ERROR'],
  ['SELECT 1; SELECT 2', 'SYNTAX_ERROR: Only one sql statement is allowed'],
  ['SELECT 1 / 0', 'DIVISION_BY_ZERO'],
  ['SELECT mod(1, 0)', 'DIVISION_BY_ZERO'],
  ['SELECT now() AT TIME ZONE \'Europe/Berlin\'', 'NOT_SUPPORTED'],
  ['SELECT CAST(\'x\' AS integer)', 'INVALID_CAST_ARGUMENT'],
  ['SELECT * FROM read_csv(\'/etc/hosts\')', 'FUNCTION_NOT_FOUND: Function \'read_csv\' not registered'],
  ['SELECT * FROM \'/etc/hosts\'', 'TABLE_NOT_FOUND'],
  ['WITH x AS (WITH "/tmp/secret.json" AS (SELECT 1) SELECT 1) SELECT * FROM "/tmp/secret.json"', 'TABLE_NOT_FOUND'],
  ['CREATE TABLE stolen AS WITH x AS (WITH "/tmp/secret.json" AS (SELECT 1) SELECT 1) SELECT * FROM "/tmp/secret.json"', 'TABLE_NOT_FOUND'],
  ['WITH "/tmp/secret.json" AS (SELECT * FROM "/tmp/secret.json") SELECT * FROM "/tmp/secret.json"', 'TABLE_NOT_FOUND'],
  ['INSERT INTO telemetry VALUES (1)', 'SYNTAX_ERROR: Insert query has mismatched column types'],
  ['INSERT INTO pours VALUES (1, NULL, \'k\')', 'NOT_SUPPORTED: Rows are inserted into tables of Parquet alone'],
  ['UNLOAD (SELECT 1) TO \'s3://cold/x/\'', 'NOT_SUPPORTED: This statement is not emulated: UNLOAD'],
  ['CREATE EXTERNAL TABLE x (a int) STORED AS ORC LOCATION \'s3://cold/x/\'', 'HIVE_UNSUPPORTED_FORMAT'],
])('%s fails', async (sql, reason) => {
  expect((await execute(sql)).Status).toMatchObject({
    State: 'FAILED', StateChangeReason: expect.stringContaining(reason), AthenaError: { ErrorMessage: expect.stringContaining(reason) },
  })
})

it('writes results to the output location', async () => {
  const { id, ResultConfiguration, StatementType } = await execute('SELECT 1 AS a, \'x"y\' AS b, CAST(NULL AS varchar) AS c', {
    ResultConfiguration: { OutputLocation: 's3://cold/elsewhere/' },
  })
  expect([ResultConfiguration?.OutputLocation, StatementType]).toEqual([`s3://cold/results/${id}.csv`, 'DML'])
  expect(await textOf(`results/${id}.csv`)).toBe('"a","b","c"\n"1","x""y",\n')
  expect(await keysOf(`results/${id}.csv.metadata`)).toHaveLength(1)
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id }))
  expect(ResultSet?.ResultSetMetadata?.ColumnInfo?.[0]).toEqual({
    CatalogName: 'hive', SchemaName: '', TableName: '', Name: 'a', Label: 'a', Type: 'integer', Precision: 10, Scale: 0,
    Nullable: 'UNKNOWN', CaseSensitive: false,
  })
})

it('pages results, and lists and stops executions', async () => {
  const { id } = await execute('SELECT * FROM UNNEST(sequence(1, 5)) AS t(x)')
  const page = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: 3 }))
  const rest = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id, NextToken: page.NextToken }))
  expect([page.ResultSet?.Rows?.length, rest.ResultSet?.Rows?.map(({ Data }) => Data?.[0]?.VarCharValue)]).toEqual([3, ['3', '4', '5']])
  const endless = await athena.send(new StartQueryExecutionCommand({
    QueryString: 'SELECT count(*) FROM UNNEST(sequence(1, 100000)) AS a(x), UNNEST(sequence(1, 10000000)) AS b(y) WHERE x * y % 7 = 3',
    WorkGroup: 'bar',
  }))
  await athena.send(new StopQueryExecutionCommand({ QueryExecutionId: endless.QueryExecutionId }))
  expect((await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: endless.QueryExecutionId }))).QueryExecution?.Status?.State)
    .toBe('CANCELLED')
  await expect(athena.send(new GetQueryResultsCommand({ QueryExecutionId: endless.QueryExecutionId })))
    .rejects.toMatchObject({ name: 'InvalidRequestException' })
  expect((await athena.send(new ListQueryExecutionsCommand({ WorkGroup: 'bar' }))).QueryExecutionIds)
    .toEqual(expect.arrayContaining([id, endless.QueryExecutionId]))
  const batch = await athena.send(new BatchGetQueryExecutionCommand({ QueryExecutionIds: [id, 'unknown'] }))
  expect([batch.QueryExecutions?.length, batch.UnprocessedQueryExecutionIds?.length]).toEqual([1, 1])
})

it('has work groups and named queries', async () => {
  expect((await athena.send(new GetWorkGroupCommand({ WorkGroup: 'bar' }))).WorkGroup).toMatchObject({
    Name: 'bar', State: 'ENABLED', Description: 'of the bar',
    Configuration: { ResultConfiguration: { OutputLocation: 's3://cold/results/' }, EnforceWorkGroupConfiguration: true },
  })
  await athena.send(new CreateWorkGroupCommand({ Name: 'made', Configuration: { BytesScannedCutoffPerQuery: 10_000_000 } }))
  expect((await athena.send(new ListWorkGroupsCommand({}))).WorkGroups?.map(({ Name }) => Name)).toEqual(['primary', 'bar', 'made'])
  await expect(execute('SELECT 1', { WorkGroup: 'made' })).rejects.toThrow('No output location provided')
  await athena.send(new DeleteWorkGroupCommand({ WorkGroup: 'made' }))
  await expect(execute('SELECT 1', { WorkGroup: 'made' })).rejects.toMatchObject({ name: 'InvalidRequestException' })

  const NamedQueryId = running.outputs['QueryId']
  const { NamedQuery } = await athena.send(new GetNamedQueryCommand({ NamedQueryId }))
  expect(await rowsOf(NamedQuery?.QueryString ?? '')).toEqual([['_col0'], ['3']])
  const made = await athena.send(new CreateNamedQueryCommand({ Name: 'made', Database: 'keg', QueryString: 'SELECT 1', WorkGroup: 'bar' }))
  expect((await athena.send(new ListNamedQueriesCommand({ WorkGroup: 'bar' }))).NamedQueryIds).toEqual([NamedQueryId, made.NamedQueryId])
  await athena.send(new DeleteNamedQueryCommand({ NamedQueryId: made.NamedQueryId }))
  await expect(athena.send(new ListDataCatalogsCommand({}))).rejects.toThrow('Athena\'s ListDataCatalogs is not emulated.')
})
