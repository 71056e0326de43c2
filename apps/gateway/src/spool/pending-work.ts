import { rowBytes } from './row-bytes.ts'
import type { Room } from './room.ts'
import type { Spooled } from './spool.ts'
import type { Changes, NewRow } from './spool-database.ts'

/** Something that waits for its commit. */
export interface Settle {
  resolve(): void
  reject(reason: unknown): void
}

export interface Keep extends Settle {
  readonly message: Spooled
}

export interface Assign extends Settle {
  readonly batchId: string
  readonly ids: readonly number[]
}

/** A transaction's changes, with the messages that it takes in and those that there is no room for. */
export interface WorkChanges {
  readonly changes: Changes
  readonly kept: readonly (Keep & NewRow)[]
  readonly refused: readonly Keep[]
}

/** What the next transaction is to do. */
export class PendingWork {
  keeps: Keep[] = []
  assigns: Assign[] = []
  remove: number[] = []
  booked: string[] = []
  unsendable: Changes['unsendable'][number][] = []

  /** Whether nothing has to be deleted or put apart; that is tried again by itself, the rest when it is asked for again. */
  get nothingToDelete(): boolean {
    return this.remove.length + this.booked.length + this.unsendable.length === 0
  }

  get empty(): boolean {
    return this.nothingToDelete && this.keeps.length + this.assigns.length === 0
  }

  /** Puts what failed before this, for the next try. */
  tryAgain({ remove, booked, unsendable }: PendingWork): void {
    this.remove.unshift(...remove)
    this.booked.unshift(...booked)
    this.unsendable.unshift(...unsendable)
  }

  /** The changes, with as many messages as there is room for; ids are given from `firstId` on. */
  changes(room: Room, firstId: number): WorkChanges {
    const kept: (Keep & NewRow)[] = []
    const refused: Keep[] = []
    for (const keep of this.keeps) {
      const bytes = rowBytes(keep.message)
      if (room.take(keep.message.kind, keep.message.kegId, bytes)) kept.push({ ...keep, id: firstId + kept.length, bytes })
      else refused.push(keep)
    }
    const { assigns: assign, booked, unsendable } = this
    const remove = [...this.remove, ...room.shed.map(({ id }) => id)]
    return { changes: { insert: kept, remove, assign, booked, unsendable }, kept, refused }
  }
}
