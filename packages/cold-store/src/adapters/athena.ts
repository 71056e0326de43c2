import {
  AthenaClient, GetQueryExecutionCommand, paginateGetQueryResults, StartQueryExecutionCommand, StopQueryExecutionCommand,
  type AthenaClientConfig, type QueryExecution, type ResultSet,
} from '@aws-sdk/client-athena'
import { setTimeout as delay } from 'node:timers/promises'
import { ColdStoreError, kindOf, valueOf, type ColdEngine, type ColdRows } from '../engine.ts'

/** Where Athena finds the cold store. */
export interface AthenaPlace {
  readonly database: string
  readonly workGroup: string
}

const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000

/** Asks Athena, in AWS or in a cloud on this machine: whatever the client's configuration reaches. */
export function athenaEngine({ database, workGroup }: AthenaPlace, config: AthenaClientConfig = {}): ColdEngine {
  const client = new AthenaClient(config)
  return {
    async query(sql) {
      const { QueryExecutionId: id = '' } = await client.send(new StartQueryExecutionCommand({
        QueryString: sql, WorkGroup: workGroup, QueryExecutionContext: { Database: database },
      })).catch(refused)
      const { StatementType, Status } = await ended(client, id)
      if (Status?.State !== 'SUCCEEDED')
        throw new ColdStoreError('QUERY_FAILED', Status?.StateChangeReason ?? `Athena ended the query as ${Status?.State}.`)
      const pages: ResultSet[] = []
      for await (const { ResultSet: page } of paginateGetQueryResults({ client }, { QueryExecutionId: id }))
        if (page !== undefined) pages.push(page)
      return rowsOf(pages, StatementType === 'DML')
    },
    close: async () => client.destroy(),
  }
}

// What is asked for is the user's: his statement, work group or database.
function refused(error: unknown): never {
  if (error instanceof Error && error.name === 'InvalidRequestException')
    throw new ColdStoreError('QUERY_FAILED', error.message, { cause: error })
  throw error
}

async function ended(client: AthenaClient, id: string): Promise<QueryExecution> {
  try {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      const { QueryExecution: execution = {} } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }))
      const { State } = execution.Status ?? {}
      if (State !== 'QUEUED' && State !== 'RUNNING') return execution
      await delay(waitMs)
    }
  } catch (error) {
    // Nobody waits for it any more, and it costs by what it reads.
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id })).catch(() => undefined)
    throw error
  }
}

/** The first row of a SELECT holds the names. */
function rowsOf(pages: readonly ResultSet[], hasNames: boolean): ColdRows {
  const columns = (pages[0]?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }) => ({ name: Name, type: kindOf(Type) }))
  const rows = pages.flatMap(({ Rows = [] }) => Rows).slice(hasNames ? 1 : 0)
  return { columns, rows: rows.map(({ Data = [] }) => columns.map(({ type }, index) => valueOf(type, Data[index]?.VarCharValue))) }
}
