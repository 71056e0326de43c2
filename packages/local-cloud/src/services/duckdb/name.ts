import { serviceName } from '../../ground/service-name.ts'
import type { DuckDbEngine } from './duckdb.ts'

/** DuckDB. Athena and Firehose read and write tables with it. */
export const duckDb = serviceName<DuckDbEngine>('duckdb')
