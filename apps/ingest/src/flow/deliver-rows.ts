/** A row on its way, and where it stands in the stream that it is of. */
export interface StreamRow {
  readonly sequenceNumber: string
  readonly json: string
}

/** Where rows go, some at once. */
export interface RowDelivery {
  /** The most rows at once. */
  readonly max: number
  /** Resolves with those of the rows that were not taken; rejects where none was. */
  send(rows: readonly StreamRow[]): Promise<readonly StreamRow[]>
  /** Waits before the rows that were not taken go again, the `attempt`th time. */
  wait(attempt: number): Promise<void>
}

const ATTEMPTS = 4

/**
 * Sends rows, those that were not taken some times more; answers those that never were. A row can be there twice: whoever reads them counts
 * each once.
 */
export async function deliverRows(rows: readonly StreamRow[], delivery: RowDelivery): Promise<readonly StreamRow[]> {
  const refused: StreamRow[] = []
  for (let from = 0; from < rows.length; from += delivery.max)
    refused.push(...(await deliverSome(rows.slice(from, from + delivery.max), delivery)))
  return refused
}

async function deliverSome(rows: readonly StreamRow[], { send, wait }: RowDelivery): Promise<readonly StreamRow[]> {
  let left = rows
  for (let attempt = 1; ; attempt++) {
    left = await send(left).catch(() => left)
    if (left.length === 0 || attempt === ATTEMPTS) return left
    await wait(attempt)
  }
}
