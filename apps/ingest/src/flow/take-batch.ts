import { bookBatch, type BatchPorts } from './book-batch.ts'
import type { Take } from './take-message.ts'

/** Takes a batch, each of its messages by itself. */
export const takeBatch = (ports: BatchPorts): Take => async (message) => {
  const ingested = await bookBatch(message, ports)
  return { done: ingested.refused !== true, ...(ingested.quarantined > 0 ? { told: ingested } : {}) }
}
