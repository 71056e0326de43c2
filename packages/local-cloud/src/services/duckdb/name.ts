import { serviceName } from '../../ground/service-name.ts'
import type { DuckDbEngine } from './duckdb.ts'

/** DuckDB, by which Athena and Firehose read and write tables. */
export const duckDb = serviceName<DuckDbEngine>('duckdb')
