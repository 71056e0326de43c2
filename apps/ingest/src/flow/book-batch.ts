import { ingestBatch, type BatchWays, type IngestedBatch } from './ingest-batch.ts'
import type { RuleMessage } from './ingest-pour.ts'

/** Tells a gateway that a batch is booked, so that it may forget what was in it. */
export interface BatchAcks {
  booked(batch: NonNullable<IngestedBatch['booked']>): Promise<void>
}

/** Where a batch goes: what it holds, and the word to its gateway. */
export interface BatchPorts extends BatchWays {
  readonly acks: BatchAcks
}

/** Books a batch, then tells its gateway. Where telling fails it rejects: the batch comes again, is booked once, and told again. */
export async function bookBatch(message: RuleMessage, { acks, ...ways }: BatchPorts): Promise<IngestedBatch> {
  const ingested = await ingestBatch(message, ways)
  if (ingested.booked !== undefined) await acks.booked(ingested.booked)
  return ingested
}
