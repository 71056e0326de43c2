import { isRecord } from '@keg/aws-service'
import type { TableInput } from '../glue/catalog-entry.ts'
import { QueryFailure } from './query-failure.ts'

/** A view's query, and the database that its tables are in where the query does not say. */
export interface ViewQuery {
  readonly sql: string
  readonly database: string | undefined
}

const VIEW = /^\/\* Presto View: (\S+) \*\/$/

/** A view as Athena puts it into the catalog. @see https://docs.aws.amazon.com/athena/latest/ug/views.html */
export function viewTable(name: string, { sql, database }: ViewQuery): TableInput {
  const text = Buffer.from(JSON.stringify({ originalSql: sql, catalog: 'awsdatacatalog', schema: database, columns: [] }))
    .toString('base64')
  return {
    Name: name, TableType: 'VIRTUAL_VIEW', Parameters: { presto_view: 'true', comment: 'Presto View' }, PartitionKeys: [],
    StorageDescriptor: { Columns: [] }, ViewOriginalText: `/* Presto View: ${text} */`,
  }
}

/** The query of a table that is a view; `undefined` for one that is none. Throws `QueryFailure` for a view that can't be read. */
export function viewQuery({ Name, TableType, ViewOriginalText }: TableInput): ViewQuery | undefined {
  if (TableType !== 'VIRTUAL_VIEW') return undefined
  try {
    const view: unknown = JSON.parse(Buffer.from(VIEW.exec(ViewOriginalText?.trim() ?? '')?.[1] ?? '', 'base64').toString())
    if (isRecord(view) && typeof view['originalSql'] === 'string')
      return { sql: view['originalSql'], database: typeof view['schema'] === 'string' ? view['schema'] : undefined }
  } catch {
    // It is no JSON, as what follows says.
  }
  throw new QueryFailure('NOT_SUPPORTED', `The view ${Name} is none of Athena's`)
}
