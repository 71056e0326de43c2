import { CloudError } from '../../ground/cloud-error.ts'
import { EngineEnded } from '../engine-process/engine-ended.ts'
import { EnginePool } from '../engine-process/engine-pool.ts'
import type { EngineHost, EngineProcess } from '../engine-process/engine-process.ts'
import { programFile } from '../engine-process/program-file.ts'
import type { DuckDbQuestion, DuckDbResult } from './duckdb-protocol.ts'

/** A database in memory, for one piece of work. */
export interface DuckDb {
  run(sql: string): Promise<DuckDbResult>
  /** Ends the statement that runs and all that come, which reject. */
  interrupt(): void
  close(): Promise<void>
}

/** How a database is opened. */
export interface DatabaseOptions {
  /** The one folder whose files it reads and writes; absent: none. */
  readonly folder?: string
  /** Statements that set the database up, before its configuration is locked. */
  readonly settings?: readonly string[]
}

/** What databases may take, and where they run. */
export interface DuckDbOptions extends EngineHost {
  /** For the data of a query, in MB; its process may take twice as much. Default: 512. */
  readonly memoryMb?: number
  /** For a database, once it is open. Default: 60 s. */
  readonly timeoutMs?: number
  /** Default: `@duckdb/node-api`. */
  readonly packageName?: string
}

/** Databases at once; further ones wait. */
const DATABASES = 3
const MEMORY_MB = 512
const TIMEOUT_MS = 60_000

const INTERRUPTED = 'INTERRUPT Error: Interrupted!'
const MISSING = 'Parquet and Athena need the optional package @duckdb/node-api, which is not installed: npm install @duckdb/node-api'

/**
 * DuckDB: the one place where databases are opened. Each runs in a process of its own, reads and writes its folder alone, and is bounded in
 * time and memory.
 */
export class DuckDbEngine {
  readonly #options: DuckDbOptions
  readonly #memoryMb: number
  readonly #pool: EnginePool

  constructor(options: DuckDbOptions) {
    this.#options = options
    this.#memoryMb = options.memoryMb ?? MEMORY_MB
    const { packageName } = options
    const program = {
      name: 'DuckDB', file: programFile('duckdb-program', import.meta.url), heapMb: this.#memoryMb, memoryMb: 2 * this.#memoryMb,
      args: packageName === undefined ? [] : [packageName],
    }
    this.#pool = new EnginePool(program, options, DATABASES)
  }

  /** Rejects with `CloudError` `ENGINE_MISSING` where the optional package is not installed. */
  async require(): Promise<void> {
    await this.#pool.use((engine) => ask(engine, { kind: 'load' })).catch(missingOr)
  }

  /** Rejects as `require` does. */
  async open({ folder, settings = [] }: DatabaseOptions = {}): Promise<DuckDb> {
    const engine = await this.#pool.take()
    try {
      await ask(engine, { kind: 'open', folder, memoryMb: this.#memoryMb, settings })
    } catch (error) {
      this.#pool.give(engine)
      return missingOr(error)
    }
    const timeoutMs = this.#options.timeoutMs ?? TIMEOUT_MS
    const timer = setTimeout(() => engine.end('time', `DuckDB was ended after ${timeoutMs} ms`), timeoutMs).unref()
    return {
      // It answers what the statement is to answer.
      run: async (sql) => await ask(engine, { kind: 'run', sql }) as DuckDbResult,
      interrupt: () => engine.end('closed', INTERRUPTED),
      close: async () => {
        clearTimeout(timer)
        if (engine.usable) await ask(engine, { kind: 'close' }).catch(() => undefined)
        this.#pool.give(engine)
      },
    }
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

function ask(engine: EngineProcess, question: DuckDbQuestion): Promise<unknown> {
  return engine.ask(question)
}

function missingOr(error: unknown): never {
  if (error instanceof EngineEnded || !(error instanceof Error) || !/Cannot find (?:package|module)/.test(error.message)) throw error
  throw new CloudError('ENGINE_MISSING', MISSING, { cause: error })
}
