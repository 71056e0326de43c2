export interface BatchLimits {
  readonly maxItems: number
  readonly maxBytes: number
  readonly openMs: number
}

/** How a batch is ended: by what time, and whereto. */
export interface Sending<Item> {
  readonly pause: (delayMs: number) => Promise<void>
  readonly send: (items: readonly Item[]) => Promise<void>
}

interface Batch<Item> {
  readonly items: Item[]
  bytes: number
  readonly sent: PromiseWithResolvers<void>
}

/** Collects items until a limit is reached, then sends them together; one that is too large for any batch goes alone. */
export class Batches<Item> {
  readonly #limits: BatchLimits
  readonly #open = new Map<string, Batch<Item>>()

  constructor(limits: BatchLimits) {
    this.#limits = limits
  }

  /** Puts the item into the open batch of its key; ends as the sending of that batch does. */
  add(key: string, item: Item, bytes: number, { pause, send }: Sending<Item>): Promise<void> {
    const { maxItems, maxBytes, openMs } = this.#limits
    let batch = this.#open.get(key)
    if (batch !== undefined && batch.bytes + bytes > maxBytes) {
      this.#close(key, batch, send)
      batch = undefined
    }
    batch ??= this.#start(key, (started) => void pause(openMs).then(() => this.#close(key, started, send)))
    batch.items.push(item)
    batch.bytes += bytes
    if (batch.items.length >= maxItems || batch.bytes >= maxBytes) this.#close(key, batch, send)
    return batch.sent.promise
  }

  #start(key: string, onStart: (batch: Batch<Item>) => void): Batch<Item> {
    const batch: Batch<Item> = { items: [], bytes: 0, sent: Promise.withResolvers() }
    this.#open.set(key, batch)
    onStart(batch)
    return batch
  }

  /** Sends the batch, unless that is done. */
  #close(key: string, batch: Batch<Item>, send: Sending<Item>['send']): void {
    if (this.#open.get(key) !== batch) return
    this.#open.delete(key)
    send(batch.items).then(batch.sent.resolve, batch.sent.reject)
  }
}
