import type { Pour } from '@keg/message-schemas/keg'
import { createOutbox as createUplinkOutbox, type Durable, type Outbox as UplinkOutbox } from '@keg/uplink'

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

/** The pours on their way out. */
export interface Outbox extends Omit<UplinkOutbox<PendingPour, OutboxState>, 'note'> {
  /** Takes in a pour: from now on its volume counts as reported. Throws, and takes nothing in, where the disk fails. */
  add(pending: PendingPour): void
  /** Counts a pour that was sent twice on purpose. */
  duplicated(): void
}

export const idOfPour = ({ pour }: PendingPour): string => pour.pourId

/** An outbox over `memory`. */
export function createOutbox(memory: Durable<OutboxState>): Outbox {
  const outbox = createUplinkOutbox<PendingPour, OutboxState>({
    memory, empty: { reportedMl: 0, pending: [], pours: 0, duplicates: 0 }, idOf: idOfPour,
  })
  return {
    get state() {
      return outbox.state
    },
    add: (pending) => outbox.add(pending, { reportedMl: pending.pour.totaliserMl, pours: outbox.state.pours + 1 }),
    acknowledged: outbox.acknowledged,
    catchUp: outbox.catchUp,
    duplicated: () => outbox.note({ duplicates: outbox.state.duplicates + 1 }),
  }
}
