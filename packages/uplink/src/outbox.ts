import type { Durable } from './durable.ts'

/** What an outbox writes down: what waits, and whatever else must change in the same write. */
export interface OutboxState<Item> {
  readonly pending: readonly Item[]
}

/** Messages on their way out. One is written down, under its id, before it is sent: whatever is sent again is the same message. */
export interface Outbox<Item, State extends OutboxState<Item>> {
  readonly state: State
  /** Takes an item in, and changes the rest of the state in the same write. Throws, and changes nothing, where the disk fails. */
  add(item: Item, change?: Partial<Omit<State, 'pending'>>): void
  /**
   * Forgets an item that was acknowledged. Where the disk fails it throws, and forgets it all the same: a restart alone would
   * send it again, under the same id.
   */
  acknowledged(id: string): void
  /** Changes the rest of the state. Where the disk fails it throws, and the change holds until a restart. */
  note(change: Partial<Omit<State, 'pending'>>): void
  /** Writes down what a failing disk did not take; throws while it still fails. */
  catchUp(): void
}

/** What an outbox is made of. */
export interface OutboxParts<Item, State extends OutboxState<Item>> {
  readonly memory: Durable<State>
  /** The state of an outbox that nothing was written of. */
  readonly empty: State
  readonly idOf: (item: Item) => string
}

/** An outbox over `memory`. */
export function createOutbox<Item, State extends OutboxState<Item>>(
  { memory, empty, idOf }: OutboxParts<Item, State>,
): Outbox<Item, State> {
  let state = memory.read() ?? empty
  let written = true
  const write = (next: State) => {
    memory.write(next)
    state = next
    written = true
  }
  const remember = (next: State) => {
    state = next
    written = false
    write(next)
  }
  return {
    get state() {
      return state
    },
    add: (item, change) => write({ ...state, ...change, pending: [...state.pending, item] }),
    acknowledged: (id) => remember({ ...state, pending: state.pending.filter((item) => idOf(item) !== id) }),
    note: (change) => remember({ ...state, ...change }),
    catchUp: () => {
      if (!written) write(state)
    },
  }
}
