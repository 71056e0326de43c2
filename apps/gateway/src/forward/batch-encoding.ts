import { batch, MAX_BATCHED } from '@keg/message-schemas/keg'
import { gzipSync } from 'node:zlib'
import type { Spooled } from '../spool/spool.ts'

/** The most that a batch takes, encoded: AWS IoT takes payloads of 128 KB, and what is smaller in case others count otherwise. */
export const MAX_BATCH_BYTES = 120 * 1_024
/** The most that any message may have, one that goes alone included. */
export const MAX_PAYLOAD_BYTES = 128 * 1_024

/** What AWS bills as one message, rule or action; a few bytes of it are the topic's. */
const UNIT_BYTES = 5 * 1_024 - 256

/** A message as it stands in a batch, or why it can't. */
export type BatchItem = { readonly ok: true; readonly text: string; readonly bytes: number } | { readonly ok: false; readonly reason: string }

const item = batch.schema.shape.messages.element
// What a keg sent stays as it was, a byte order mark included.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const envelope = (batchId: string, items: string) => `{"v":1,"batchId":"${batchId}","messages":[${items}]}`
const MAX_ID = 64
const ENVELOPE_BYTES = envelope('x'.repeat(MAX_ID), '').length

/** A message as it stands in a batch: its payload as text, and as base64 where its bytes are no text. */
export function batchItem({ topic, takenAtMs, payload }: Spooled): BatchItem {
  const checked = item.safeParse({ topic, takenAtMs, ...carried(payload) })
  if (!checked.success) {
    const reasons = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return { ok: false, reason: reasons.join('; ') }
  }
  const text = JSON.stringify(checked.data)
  return { ok: true, text, bytes: Buffer.byteLength(text) }
}

function carried(payload: Uint8Array): { payload: string } | { payloadBase64: string } {
  try {
    return { payload: utf8.decode(payload) }
  } catch {
    return { payloadBase64: Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('base64') }
  }
}

/** A batch that is being filled. */
export class OpenBatch {
  readonly #items: string[] = []
  #bytes = ENVELOPE_BYTES

  get count(): number {
    return this.#items.length
  }

  /** Takes an item in, where it fits. The first one may be larger than others: it goes alone. */
  take(text: string, bytes: number): boolean {
    const after = this.#bytes + bytes + (this.count > 0 ? 1 : 0)
    const fits = this.count < MAX_BATCHED && after <= MAX_BATCH_BYTES
    if (!fits && !(this.count === 0 && after <= MAX_PAYLOAD_BYTES)) return false
    this.#items.push(text)
    this.#bytes = after
    return true
  }

  /** What it holds so far, encoded and not compressed. */
  get bytes(): number {
    return this.#bytes
  }

  /** The batch as it goes: gzipped where it would be billed as more than one unit. */
  encode(batchId: string): Uint8Array {
    const plain = new TextEncoder().encode(envelope(batchId, this.#items.join(',')))
    return plain.length > UNIT_BYTES ? gzipSync(plain) : plain
  }
}

/** Whether a message of so many bytes in a batch is too large even alone. */
export const isTooLarge = (bytes: number): boolean => ENVELOPE_BYTES + bytes > MAX_PAYLOAD_BYTES
