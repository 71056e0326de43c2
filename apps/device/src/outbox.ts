import type { Pour } from '@keg/message-schemas/keg'
import type { Durable } from './flow-meter.ts'

/** A pour that the broker has not acknowledged, and the site it was poured at. */
export interface PendingPour {
  readonly siteId: string
  readonly pour: Pour
}

/** What of the totaliser has become pours, and which of those are still to be acknowledged. */
export interface OutboxState {
  readonly reportedMl: number
  readonly pending: readonly PendingPour[]
  /** Pours made since the keg was new, and how many of those were sent twice on purpose. */
  readonly pours: number
  readonly duplicates: number
}

/** The pours on their way out. A pour is written down, under its id, before it is sent: whatever is sent again is the same pour. */
export interface Outbox {
  readonly state: OutboxState
  /** Takes in a pour: from now on its volume counts as reported. Throws, and takes nothing in, where the disk fails. */
  add(pending: PendingPour): void
  /**
   * Forgets a pour that was acknowledged. Where the disk fails it throws, and forgets it all the same: a restart alone would
   * send it again, under the same id.
   */
  acknowledged(pourId: string): void
  /** Counts a pour that was sent twice on purpose. */
  duplicated(): void
  /** Writes down what a failing disk did not take; throws while it still fails. */
  catchUp(): void
}

const EMPTY: OutboxState = { reportedMl: 0, pending: [], pours: 0, duplicates: 0 }

/** An outbox over `memory`. */
export function createOutbox(memory: Durable<OutboxState>): Outbox {
  let state = memory.read() ?? EMPTY
  let written = true
  const write = (next: OutboxState) => {
    memory.write(next)
    state = next
    written = true
  }
  const remember = (next: OutboxState) => {
    state = next
    written = false
    write(next)
  }
  return {
    get state() {
      return state
    },
    add: (pending) =>
      write({ ...state, reportedMl: pending.pour.totaliserMl, pending: [...state.pending, pending], pours: state.pours + 1 }),
    acknowledged: (pourId) => remember({ ...state, pending: state.pending.filter(({ pour }) => pour.pourId !== pourId) }),
    duplicated: () => remember({ ...state, duplicates: state.duplicates + 1 }),
    catchUp: () => {
      if (!written) write(state)
    },
  }
}
