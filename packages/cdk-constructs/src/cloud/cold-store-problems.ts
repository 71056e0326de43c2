import type { ColdDatabaseProps } from './cold-database.ts'
import type { ColdStoreProps } from './cold-store.ts'
import { numberProblem } from './number-problem.ts'

const NAME = /^[a-z_][a-z0-9_]{0,254}$/
const SIMPLE_TYPE =
  /^(?:boolean|tinyint|smallint|int|bigint|float|double|string|binary|date|timestamp|decimal\(\d{1,2}, ?\d{1,2}\)|(?:var)?char\(\d{1,5}\)|(?:array|map|struct)<.+>)$/
const DAY = /^\d{4}-\d\d-\d\d$/
const MAX_PARTITIONS = 49
const MIN_QUERY_BYTES = 10_000_000

/** What is wrong with a cold store's properties. */
export function coldStoreProblems(props: ColdStoreProps): string[] {
  const { columns, partitions = {}, since, database, tableName, bufferingInterval } = props
  return [
    ...(database === undefined
      ? coldDatabaseProblems(props)
      : OF_DATABASE.filter((name) => props[name] !== undefined).map((name) =>
        `${name}: it is a setting of the database; give it to the ColdDatabase`)),
    ...nameProblem('tableName', tableName),
    ...(Object.keys(columns).length === 0 ? ['columns: there is none; name what of a record is kept, as { kegid: \'string\' }'] : []),
    ...Object.entries(columns).flatMap(([name, type]) => [
      ...nameProblem('columns', name),
      ...(SIMPLE_TYPE.test(type) ? [] : [`columns.${name}: ${JSON.stringify(type)} is no type of Athena's tables; take string, double, bigint, boolean, timestamp, array<…> or struct<…>`]),
    ]),
    ...partitionProblems(columns, partitions),
    ...(since === undefined || (DAY.test(since) && !Number.isNaN(Date.parse(since)))
      ? []
      : [`since: ${JSON.stringify(since)} is no day; write it as 2026-01-31`]),
    // Parquet is written of 64 MB and more; what comes for longer than 15 minutes is not waited for.
    ...numberProblem('bufferingInterval', bufferingInterval?.toSeconds({ integral: false }), { min: 60, max: 900, unit: 'seconds' }),
  ]
}

const OF_DATABASE = ['databaseName', 'coldAfter', 'queryLimit', 'accessLogs'] as const satisfies readonly (keyof ColdDatabaseProps)[]

/** What is wrong with a cold database's properties. */
export function coldDatabaseProblems({ databaseName, coldAfter, queryLimit }: ColdDatabaseProps): string[] {
  return [
    ...nameProblem('databaseName', databaseName),
    ...numberProblem('coldAfter', coldAfter?.toDays(), { min: 30, max: 36_500, unit: 'days' }),
    ...numberProblem('queryLimit', queryLimit?.toBytes(), { min: MIN_QUERY_BYTES, max: Number.MAX_SAFE_INTEGER, unit: 'bytes' }),
  ]
}

function partitionProblems(columns: ColdStoreProps['columns'], partitions: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(partitions)
  return [
    ...names.flatMap((name) => [
      ...nameProblem('partitions', name),
      ...(name === 'day' ? ['partitions.day: records are kept apart by the day of their arrival already; take another name'] : []),
      ...(partitions[name]?.trim() === '' ? [`partitions.${name}: there is no expression; write one of jq, as '.siteId'`] : []),
    ]),
    ...['day', ...names].filter((name) => Object.hasOwn(columns, name)).map((name) =>
      `columns.${name}: it is a partition, which a table has as a column anyway; leave it out of columns`),
    ...(names.length > MAX_PARTITIONS ? [`partitions: there are at most ${MAX_PARTITIONS}, not ${names.length}`] : []),
  ]
}

const nameProblem = (property: string, name: string | undefined): string[] =>
  name === undefined || NAME.test(name) ? [] : [`${property}: ${JSON.stringify(name)} is no name in the catalog of Athena: lower-case letters, digits and "_"; take ${JSON.stringify(lowered(name))}`]

const lowered = (name: string): string => name.toLowerCase().replace(/[^a-z0-9_]/g, '_')
