import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { KINDS, type Kind } from '../spool.ts'
import type { Amount, AssignedBatch, Lane, Waiting } from '../spool-queue.ts'
import type { Changes, Counts, SpoolDatabase } from '../spool-database.ts'
import { inTransaction, openDatabase, prepareDatabase } from '../../database/sqlite-file.ts'
import { asFault } from '../../database/sqlite-fault.ts'
import { checkedId, checkedRows, idsOf } from './readable.ts'
import { LANES, SCHEMA, STATEMENTS, TABLES } from './sqlite-schema.ts'

/** Free pages that stay in the file for the next messages (1 MiB); more than those are given back, so many in a commit. */
const KEPT_FREE_PAGES = 256
const PAGES_GIVEN_BACK = 256
/** After how many pages (8 MiB) the write-ahead log goes into the database. */
const LOG_PAGES = 2_048
/** What the log's file is cut to after that; more than it has as a rule, for a file that grows again makes each commit slower. */
const LOG_BYTES = 16 * 1_024 * 1_024

/** What a transaction changes in what is counted. */
interface Changing {
  readonly counts: Counting
  readonly ofKegs: Map<string, number>
}
type Counting = Record<keyof Counts, { rows: number; bytes: number }>

/** Opens the spool's database; makes its tables where the file is new. Throws {@link DatabaseError}. */
export const openSqliteDatabase = (file: string): SpoolDatabase => openDatabase(file, (database) => spoolIn(database, file))

/** The spool in a database that is open; `file` is what messages call it. */
export function spoolIn(database: DatabaseSync, file: string): SpoolDatabase {
  prepare(database, file)
  return new SqliteDatabase(database, file)
}

function prepare(database: DatabaseSync, file: string): void {
  prepareDatabase(database, file, { what: 'spool', schema: SCHEMA, tables: TABLES, whenNew: 'PRAGMA auto_vacuum = INCREMENTAL' })
  database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}; PRAGMA journal_size_limit = ${LOG_BYTES}`)
}

/** The tables over an open database. */
class SqliteDatabase implements SpoolDatabase {
  readonly #database: DatabaseSync
  readonly #file: string
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>
  #counts: Counts
  /** Of the kegs that were asked for, kept up from then on. */
  readonly #kegBytes = new Map<string, number>()

  constructor(database: DatabaseSync, file: string) {
    this.#database = database
    this.#file = file
    const prepared = Object.entries(STATEMENTS).map(([name, sql]) => [name, database.prepare(sql)] as const)
    // The same names, each with its statement.
    this.#statements = Object.fromEntries(prepared) as Record<keyof typeof STATEMENTS, StatementSync>
    this.#counts = this.#readCounts()
  }

  get counts(): Counts {
    return this.#counts
  }

  kegBytes(kegId: string): number {
    const known = this.#kegBytes.get(kegId) ?? this.#reading(() => rowOf<{ bytes: number }>(this.#statements.kegBytes.get(kegId)).bytes)
    this.#kegBytes.set(kegId, known)
    return known
  }

  lastId(): number {
    return this.#reading(() => checkedId(rowOf<{ id: number | null }>(this.#statements.lastId.get()).id ?? 0))
  }

  oldestTakenAtMs(): number | undefined {
    return this.#reading(() => checkedRows(rowsOf<{ takenAtMs: number }>(this.#statements.oldestTakenAtMs.all()))[0]?.takenAtMs)
  }

  oldest(kind: Kind, afterId: number, limit: number): readonly { readonly id: number; readonly bytes: number }[] {
    const statement = { telemetry: this.#statements.oldestTelemetry, summary: this.#statements.oldestSummary }[String(kind)]
    return statement === undefined ? [] : this.#reading(() => rowsOf<{ id: number; bytes: number }>(statement.all(afterId, limit)))
  }

  kegs(lane: Lane): readonly string[] {
    return this.#reading(() => rowsOf<{ keg: string }>(this.#statements.kegs.all({ $lane: LANES[lane] })).map(({ keg }) => keg))
  }

  after(lane: Lane, kegId: string, id: number, limit: number): readonly Waiting[] {
    return this.#reading(() => checkedRows(rowsOf<Waiting>(this.#statements.after.all(LANES[lane], kegId, id, limit))))
  }

  batches(): readonly AssignedBatch[] {
    return this.#reading(() =>
      rowsOf<{ batchId: string; ids: string }>(this.#statements.batches.all()).map(({ batchId, ids }) => ({
        batchId,
        messages: idsOf(ids).flatMap((id) => checkedRows(rowsOf<Waiting>(this.#statements.byId.all(id)))),
      })),
    )
  }

  // Rejects where it fails: callers may have a database that works elsewhere.
  async commit(changes: Changes): Promise<void> {
    this.#reading(() => this.#transaction(changes))
  }

  close(): void {
    if (this.#database.isOpen) this.#reading(() => this.#database.close())
  }

  #transaction(changes: Changes): void {
    const counts = copyOf(this.#counts)
    const ofKegs = new Map<string, number>()
    inTransaction(this.#database, () => {
      this.#apply(changes, { counts, ofKegs })
      for (const [kind, { rows, bytes }] of Object.entries(counts)) {
        const before = this.#counts[kind as keyof Counts]
        if (before.rows !== rows || before.bytes !== bytes) this.#statements.count.run(kind, rows, bytes)
      }
      if (changes.remove.length + changes.booked.length > 0) this.#giveBack()
    })
    this.#counts = counts
    for (const [kegId, bytes] of ofKegs) {
      const before = this.#kegBytes.get(kegId)
      if (before !== undefined) this.#kegBytes.set(kegId, before + bytes)
    }
  }

  #apply({ insert, remove, assign, booked, unsendable }: Changes, change: Changing): void {
    const { counts } = change
    const statements = this.#statements
    for (const { id, bytes, message } of insert) {
      const { kind, kegId, topic, payload, takenAtMs } = message
      statements.insert.run(id, LANES[KINDS[kind].lane], kind, kegId, topic, payload, takenAtMs, bytes)
      add(counts[kind], 1, bytes)
      if (!KINDS[kind].sheddable) addTo(change.ofKegs, kegId, bytes)
    }
    for (const { id, reason, atMs } of unsendable) {
      for (const { bytes } of rowsOf<{ bytes: number }>(statements.unsendable.all(reason, atMs, id))) add(counts.unsendable, 1, bytes)
    }
    for (const { batchId, ids } of assign) statements.assign.run(batchId, JSON.stringify(ids))
    const inBatches = booked.flatMap((batchId) => rowsOf<{ ids: string }>(statements.book.all(batchId)).flatMap(({ ids }) => idsOf(ids)))
    this.#remove([...remove, ...unsendable.map(({ id }) => id), ...inBatches], change)
  }

  /** All at once: a statement each takes three times as long. */
  #remove(ids: readonly number[], { counts, ofKegs }: Changing): void {
    if (ids.length === 0) return
    const list = JSON.stringify(ids)
    for (const { kind, keg, rows, bytes } of rowsOf<Amount & { kind: Kind; keg: string }>(this.#statements.amounts.all(list))) {
      add(counts[kind], -rows, -bytes)
      if (!KINDS[kind].sheddable) addTo(ofKegs, keg, -bytes)
    }
    this.#statements.remove.run(list)
  }

  /** Gives free pages back to the file system, some at a time: all at once would hold everything up. */
  #giveBack(): void {
    const { pages } = rowOf<{ pages: number }>(this.#statements.freePages.get())
    if (pages > KEPT_FREE_PAGES) this.#database.exec(`PRAGMA incremental_vacuum(${Math.min(PAGES_GIVEN_BACK, pages - KEPT_FREE_PAGES)})`)
  }

  #readCounts(): Counts {
    const none = (): Amount => ({ rows: 0, bytes: 0 })
    const counts = Object.fromEntries([...Object.keys(KINDS), 'unsendable'].map((kind) => [kind, none()]))
    for (const { kind, rows, bytes } of rowsOf<Amount & { kind: string }>(this.#statements.counts.all())) counts[kind] = { rows, bytes }
    // Every kind is in it.
    return counts as Counts
  }

  #reading<Value>(read: () => Value): Value {
    return asFault(this.#file, read)
  }
}

function copyOf(counts: Counts): Counting {
  const copies = Object.entries(counts).map(([kind, amount]) => [kind, { ...amount }])
  // The same kinds.
  return Object.fromEntries(copies) as Counting
}

const addTo = (sums: Map<string, number>, name: string, bytes: number) => void sums.set(name, (sums.get(name) ?? 0) + bytes)

function add(amount: { rows: number; bytes: number }, rows: number, bytes: number): void {
  amount.rows += rows
  amount.bytes += bytes
}

// The statements name the columns, and the tables are STRICT: a row is what they say.
const rowsOf = <Row>(rows: unknown[]): Row[] => rows as Row[]
const rowOf = <Row>(row: unknown): Row => row as Row
