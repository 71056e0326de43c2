import { ServiceException } from '@keg/aws-service'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDb, DuckDbEngine } from '../duckdb/duckdb.ts'
import type { GlueCatalog } from '../glue/glue-catalog.ts'
import type { Objects } from '../s3/objects.ts'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { catalogStatement } from './catalog-statement.ts'
import { asFailure, QueryFailure } from './query-failure.ts'
import { resultLocation, type QueryExecution, type QueryRequest } from './query-execution.ts'
import { csvOf, rowsOfCsv, rowsOfText, textOf, type QueryResult } from './result-file.ts'
import { columnInfo, type ColumnInfo } from './result-type.ts'
import { athenaSettings, runSelect, type SelectResult } from './run-select.ts'
import { trimmedStatement, withParameters } from './statement-text.ts'
import { s3Location } from './table-partitions.ts'
import type { NamedQuery, WorkGroup } from './work-group.ts'
import { runWrite, writeStatement } from './write-statement.ts'

/** What queries run with. */
export interface AthenaOptions {
  readonly shelves: Shelves
  readonly objects: Objects
  readonly glue: GlueCatalog
  readonly duckDb: Pick<DuckDbEngine, 'open'>
  /** For files that are read. */
  readonly directory: string
  readonly nowMs: () => number
  readonly newId: () => string
}

/** A query while it runs. */
interface RunningQuery {
  ended: Promise<void>
  stop: () => void
}

/** Athena: work groups, named queries, and queries that run by DuckDB over the objects of the catalog's tables. */
export class Athena {
  readonly #options: AthenaOptions
  readonly workGroups: Shelf<WorkGroup>
  readonly namedQueries: Shelf<NamedQuery>
  readonly #executions: Shelf<QueryExecution>
  readonly #running = new Map<string, RunningQuery>()

  constructor(options: AthenaOptions) {
    this.#options = options
    this.workGroups = options.shelves.shelf('athena/work-groups')
    this.namedQueries = options.shelves.shelf('athena/named-queries')
    this.#executions = options.shelves.shelf('athena/executions')
    if (!this.workGroups.has('primary')) {
      this.workGroups.set('primary', {
        name: 'primary', description: undefined, state: 'ENABLED', outputLocation: undefined, enforced: false, bytesMax: undefined,
        createdAtMs: options.nowMs(),
      })
    }
    // What an earlier run did not end, nobody will.
    for (const execution of this.#executions.values()) {
      if (execution.completedAtMs === undefined) {
        this.#executions.set(execution.id, {
          ...execution, state: 'FAILED', completedAtMs: options.nowMs(),
          reason: 'GENERIC_INTERNAL_ERROR: The run in which the query was started has ended',
        })
      }
    }
  }

  get nowMs(): number {
    return this.#options.nowMs()
  }

  newId(): string {
    return this.#options.newId()
  }

  /** Throws `ServiceException`. */
  workGroup(name: string): WorkGroup {
    const found = this.workGroups.get(name)
    if (found === undefined) throw new ServiceException('InvalidRequestException', 400, `WorkGroup ${name} is not found.`)
    return found
  }

  /** Throws `ServiceException`. */
  execution(id: string): QueryExecution {
    const found = this.#executions.get(id)
    if (found === undefined) throw new ServiceException('InvalidRequestException', 400, `QueryExecution ${id} was not found`)
    return found
  }

  /** Whether there is one, in a work group that is there. */
  hasExecution(id: string): boolean {
    const found = this.#executions.get(id)
    return found !== undefined && this.workGroups.has(found.workGroup)
  }

  /** The youngest first. */
  executions(workGroup: string): readonly QueryExecution[] {
    return [...this.#executions.values()].filter((execution) => execution.workGroup === workGroup).sort((one, other) =>
      other.submittedAtMs - one.submittedAtMs)
  }

  /** Starts a query, and answers its id; how it ends, its execution tells. */
  start(request: QueryRequest): string {
    const id = this.#options.newId()
    const sql = trimmedStatement(withParameters(request.sql, request.parameters ?? []))
    const execution: QueryExecution = { ...request, ...kindOf(sql), id, state: 'QUEUED', submittedAtMs: this.nowMs, scannedBytes: 0 }
    this.#executions.set(id, execution)
    const running: RunningQuery = { ended: Promise.resolve(), stop: () => undefined }
    this.#running.set(id, running)
    running.ended = this.#run(execution, sql).finally(() => this.#running.delete(id))
    return id
  }

  stop(id: string): void {
    const { completedAtMs } = this.execution(id)
    if (completedAtMs !== undefined) return
    this.#end(id, { state: 'CANCELLED', reason: 'Query was cancelled by user' })
    this.#running.get(id)?.stop()
  }

  /** The result of a query that has succeeded, its header first where it has one. Rejects with `ServiceException`. */
  async result(
    id: string,
  ): Promise<{ readonly columns: readonly ColumnInfo[]; readonly rows: readonly (readonly (string | undefined)[])[] }> {
    const execution = this.execution(id)
    if (execution.state !== 'SUCCEEDED')
      throw new ServiceException('InvalidRequestException', 400, `Query did not finish successfully. Final query state: ${execution.state}`)
    const { bucket, prefix } = s3Location(resultLocation(execution))
    const [body, metadata] = await Promise.all([prefix, `${prefix}.metadata`].map((key) => this.#options.objects.get(bucket, key)))
    // We have written it.
    const { columns } = JSON.parse(String(metadata)) as Pick<QueryResult, 'columns'>
    return { columns, rows: execution.statementType === 'DML' ? rowsOfCsv(String(body)) : rowsOfText(String(body)) }
  }

  /** Cancels what runs. */
  async close(): Promise<void> {
    const running = [...this.#running]
    for (const [id] of running) this.stop(id)
    await Promise.all(running.map(([, { ended }]) => ended))
  }

  async #run(execution: QueryExecution, sql: string): Promise<void> {
    const { id } = execution
    // Whoever has started it is answered first.
    await Promise.resolve()
    if (this.execution(id).state === 'CANCELLED') return
    this.#executions.set(id, { ...execution, state: 'RUNNING' })
    try {
      const { scannedBytes, updateCount, ...result } = await this.#answer(execution, sql)
      if (this.execution(id).state === 'CANCELLED') return
      await this.#write(execution, result)
      this.#end(id, { state: 'SUCCEEDED', scannedBytes, ...(updateCount === undefined ? {} : { updateCount }) })
    } catch (error) {
      const failure = error instanceof ServiceException
        ? new QueryFailure('GENERIC_USER_ERROR', `${error.name}: ${error.message}`)
        : asFailure(error)
      if (this.execution(id).state !== 'CANCELLED') this.#end(id, { state: 'FAILED', reason: failure.message })
    }
  }

  async #answer(execution: QueryExecution, sql: string): Promise<SelectResult & { readonly updateCount?: number }> {
    const { id, database, workGroup, outputLocation } = execution
    const { glue, objects, directory, nowMs } = this.#options
    const statement = catalogStatement(sql)
    if (statement !== undefined) {
      const { column, lines } = await statement.run({ glue, objects, database })
      return {
        columns: [{ ...columnInfo(column, { kind: 'scalar', name: 'VARCHAR' }), Type: 'string', Precision: 0, CaseSensitive: false }],
        rows: lines.map((line) => [line]),
        scannedBytes: 0,
      }
    }
    const write = writeStatement(sql)
    if (write === undefined && !/^(?:SELECT|WITH|VALUES|\()/i.test(sql))
      throw new QueryFailure('NOT_SUPPORTED', `This statement is not emulated: ${sql.slice(0, 60)}`)
    const folder = await mkdtemp(join(directory, 'athena-'))
    let duckDb: DuckDb | undefined
    try {
      duckDb = await this.#options.duckDb.open({ folder, settings: athenaSettings })
      this.#stopsBy(id, duckDb)
      // It may have been stopped while the engine started.
      if (this.execution(id).state === 'CANCELLED') duckDb.interrupt()
      const context = { duckDb, glue, objects, database, folder, nowMs }
      if (write !== undefined) {
        const { scannedBytes, rows } = await runWrite(write, { ...context, id, defaultLocation: outputLocation })
        return {
          scannedBytes, updateCount: rows, columns: [columnInfo('rows', { kind: 'scalar', name: 'BIGINT' })], rows: [[String(rows)]],
        }
      }
      const result = await runSelect(sql, context)
      const { bytesMax } = this.workGroup(workGroup)
      if (bytesMax !== undefined && result.scannedBytes > bytesMax)
        throw new QueryFailure('GENERIC_USER_ERROR', `Bytes scanned limit was exceeded: ${result.scannedBytes} of ${bytesMax}`)
      return result
    } finally {
      await duckDb?.close()
      await rm(folder, { recursive: true })
    }
  }

  #stopsBy(id: string, duckDb: DuckDb): void {
    const running = this.#running.get(id)
    if (running !== undefined) running.stop = () => duckDb.interrupt()
  }

  async #write(execution: QueryExecution, result: QueryResult): Promise<void> {
    const { bucket, prefix } = s3Location(resultLocation(execution))
    await this.#options.objects.put(bucket, prefix, Buffer.from(execution.statementType === 'DML' ? csvOf(result) : textOf(result)), {
      'content-type': 'application/octet-stream',
    })
    await this.#options.objects.put(bucket, `${prefix}.metadata`, Buffer.from(JSON.stringify({ columns: result.columns })), {
      'content-type': 'application/octet-stream',
    })
  }

  #end(id: string, ending: Pick<QueryExecution, 'state'> & Partial<Pick<QueryExecution, 'reason' | 'scannedBytes' | 'updateCount'>>): void {
    this.#executions.set(id, { ...this.execution(id), ...ending, completedAtMs: this.nowMs })
  }
}

/** What a statement is, as its execution says. */
function kindOf(sql: string): Pick<QueryExecution, 'statementType' | 'substatementType'> {
  const substatementType = catalogStatement(sql)?.kind ?? writeStatement(sql)?.kind ?? 'SELECT'
  const statementType = /^(?:SHOW|DESCRIBE)/.test(substatementType) ? 'UTILITY'
    : substatementType === 'SELECT' || substatementType === 'INSERT' ? 'DML'
    : 'DDL'
  return { statementType, substatementType }
}
