import {
  KeptMessages, type BrokerStore, type Clock, type StoredOutbound, type StoredSession, type Table, type Message,
} from '@keg/mqtt-broker'
import { DatabaseError, type DatabasePlace } from '../database/database-place.ts'
import { Journal } from './journal.ts'
import type { SessionsDatabase } from './sessions-database.ts'

/** How the sessions' database is. */
export interface KegSessionsStatus {
  /** What is wrong with the disk, in a sentence; absent = nothing. */
  readonly problem?: string
  /** A database that could not be read and was set aside, with the reason. */
  readonly setAside?: { readonly file: string; readonly reason: string }
}

/** The kegs' sessions, with what waits for kegs that are away. */
export interface KegSessions {
  /** For the broker. */
  readonly store: BrokerStore
  /** Resolves when all that the broker has stored until now is on the disk. Where the disk fails it waits until it works again. */
  kept(): Promise<void>
  status(): KegSessionsStatus
  /** Writes what is left to be written. */
  close(): void
}

export interface KegSessionsOptions {
  readonly place: DatabasePlace<SessionsDatabase>
  readonly clock: Clock
  /** Calls back in this turn of the event loop, after what was received in it. */
  readonly soon: (run: () => void) => void
}

/** A message that is acknowledged within this time never reaches the disk, ms. */
const COMMIT_WITHIN_MS = 4
const RETRY_MS = 1_000
const SESSIONS = 'sessions'

/**
 * Opens the sessions over a database. Throws {@link DatabaseError} where the disk fails or a newer gateway wrote it; one that can't be read
 * is set aside.
 */
export function openKegSessions(options: KegSessionsOptions): KegSessions {
  return new StoredSessions(options)
}

/** Tables in memory, written down a turn of the event loop at a time: many kegs that come at once share a transaction. */
class StoredSessions implements KegSessions {
  readonly store: BrokerStore
  readonly #options: KegSessionsOptions
  readonly #journal = new Journal((name) => this.#changed(name))
  #database: SessionsDatabase | undefined
  #waiters: (() => void)[] = []
  #cancelTimer: (() => void) | undefined
  #isNew = false
  #asked = false
  #closed = false
  #problem: string | undefined
  #setAside: KegSessionsStatus['setAside']

  constructor(options: KegSessionsOptions) {
    this.#options = options
    try {
      this.#database = this.#open()
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.fault !== 'CORRUPT') throw error
      this.#replace(error)
    }
    this.store = {
      sessions: this.#table<StoredSession>(SESSIONS),
      // No keg may retain, and the gateway retains nothing.
      retained: new Map(),
      waiting: {
        messages: new KeptMessages(this.#table<Message>('messages')),
        open: (receiver) => this.#table<StoredOutbound>(`waiting/${receiver}`),
        drop: (receiver) => this.#journal.drop(`waiting/${receiver}`),
      },
    }
  }

  kept(): Promise<void> {
    if (this.#journal.empty) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.#waiters.push(() => resolve(undefined))
    // While the disk fails, its own timer tries again.
    if (this.#problem === undefined) this.#commitInThisTurn()
    return promise
  }

  status(): KegSessionsStatus {
    return {
      ...(this.#problem !== undefined && { problem: this.#problem }), ...(this.#setAside !== undefined && { setAside: this.#setAside }),
    }
  }

  close(): void {
    this.#commit()
    this.#closed = true
    this.#cancelTimer?.()
    ignoringFaults(() => this.#database?.close())
    this.#database = undefined
  }

  #table<Value>(name: string): Table<Value> {
    return this.#journal.table<Value>(name)
  }

  #changed(name: string): void {
    if (this.#problem !== undefined) return
    // A keg that hears of its session or subscription counts on it, also over a kill.
    if (name === SESSIONS) this.#commitInThisTurn()
    else this.#commitIn(COMMIT_WITHIN_MS)
  }

  #commitInThisTurn(): void {
    if (this.#asked) return
    this.#asked = true
    this.#options.soon(() => {
      this.#asked = false
      this.#commit()
    })
  }

  #commitIn(delayMs: number): void {
    this.#cancelTimer ??= this.#options.clock.after(delayMs, () => this.#commit())
  }

  #commit(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    if (this.#closed) return
    try {
      if (!this.#journal.empty) this.#write()
      this.#problem = undefined
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      this.#problem = error.message
      this.#commitIn(RETRY_MS)
      return
    }
    for (const resolve of this.#waiters.splice(0)) resolve()
  }

  #write(): void {
    try {
      this.#database ??= this.#options.place.open()
      this.#database.write(this.#isNew ? this.#journal.all() : this.#journal.changes())
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.fault !== 'CORRUPT') throw error
      this.#replace(error).write(this.#journal.all())
    }
    this.#isNew = false
    this.#journal.written()
  }

  #open(): SessionsDatabase {
    const database = this.#options.place.open()
    for (const { name, key, value } of database.read()) this.#journal.restore(name, key, value)
    return database
  }

  /** Sets a database aside that can't be read, and goes on with a new one. */
  #replace(reason: DatabaseError): SessionsDatabase {
    const broken = this.#database
    this.#database = undefined
    ignoringFaults(() => broken?.close())
    this.#setAside = { file: this.#options.place.setAside(), reason: reason.message }
    // What is in memory is not in it: nothing more is lost by a file that goes bad while it is used.
    this.#isNew = true
    this.#database = this.#options.place.open()
    return this.#database
  }
}

function ignoringFaults(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  }
}
