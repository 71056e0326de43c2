import { batch, MAX_BATCHED } from '@keg/message-schemas/keg'
import { gzipSync } from 'node:zlib'
import { pourStub } from '../residency/pour-stub.ts'
import { Traces } from '../residency/traces.ts'
import type { Spooled } from '../spool/spool.ts'

/** The most that a batch takes, encoded: AWS IoT takes payloads of 128 KB, and what is smaller in case others count otherwise. */
export const MAX_BATCH_BYTES = 120 * 1_024
/** The most that a payload may have on the line, as it goes. */
export const MAX_PAYLOAD_BYTES = 128 * 1_024

/** What AWS bills as one message, rule or action; a few bytes of it are the topic's. */
const UNIT_BYTES = 5 * 1_024 - 256
/** The cloud unzips up to 1 MiB: no message of 128 KB is larger as text. */
const MAX_UNZIPPED_BYTES = 1_000_000

/** A message as it stands in a batch, or why it can't. */
export type BatchItem = { readonly ok: true; readonly text: string; readonly bytes: number }
  | { readonly ok: false; readonly reason: string }

const item = batch.schema.shape.messages.element
// What a keg sent stays as it was, a byte order mark included.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** A pour is named by its bytes, which are no secret where they may leave. */
const NO_SECRET = new Uint8Array(1)
const envelope = (batchId: string, items: string) => `{"v":1,"batchId":"${batchId}","messages":[${items}]}`
const MAX_ID = 64
const ENVELOPE_BYTES = envelope('x'.repeat(MAX_ID), '').length
/** An id that is less even than the one that was tried compresses less well. */
const ID_SLACK_BYTES = MAX_ID

/**
 * A message as it stands in a batch: its payload as text, and as base64 where its bytes are no text. One that is too large for any batch as
 * it is has one of its own, which is gzipped: all text of 128 KB fits. Of a pour that is no text, and too large even so, a stub goes into
 * the quarantine.
 */
export function batchItem(message: Spooled): BatchItem {
  const item = itemWith(message, message.payload)
  if (item.ok || message.kind !== 'pour') return item
  const stub = itemWith(message, pourStub(message.topic, message.payload, undefined, new Traces([]), NO_SECRET))
  return stub.ok ? stub : item
}

function itemWith({ topic, takenAtMs }: Spooled, payload: Uint8Array): BatchItem {
  const text = textOf(payload)
  const ways = [
    ...(text === undefined ? [] : [{ payload: text }]),
    { payloadBase64: Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('base64') },
  ]
  for (const carried of ways) {
    const checked = item.safeParse({ topic, takenAtMs, ...carried })
    if (!checked.success)
      return { ok: false, reason: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
    const written = JSON.stringify(checked.data)
    const bytes = Buffer.byteLength(written)
    if (fitsInOwn(written, bytes)) return { ok: true, text: written, bytes }
  }
  return { ok: false, reason: `${payload.length} bytes: they do not fit into ${MAX_PAYLOAD_BYTES}, compressed neither` }
}

/** Whether a batch that holds this alone can be sent. */
function fitsInOwn(text: string, bytes: number): boolean {
  if (ENVELOPE_BYTES + bytes <= MAX_PAYLOAD_BYTES) return true
  return ENVELOPE_BYTES + bytes <= MAX_UNZIPPED_BYTES
    && gzipSync(envelope('x'.repeat(MAX_ID), text)).length + ID_SLACK_BYTES <= MAX_PAYLOAD_BYTES
}

function textOf(payload: Uint8Array): string | undefined {
  try {
    return utf8.decode(payload)
  } catch {
    return undefined
  }
}

/** A batch that is being filled. */
export class OpenBatch {
  readonly #items: string[] = []
  #bytes = ENVELOPE_BYTES

  get count(): number {
    return this.#items.length
  }

  /** Takes a {@link batchItem} in, where it fits. The first one may be larger than others: it goes alone. */
  take(text: string, bytes: number): boolean {
    const after = this.#bytes + bytes + (this.count > 0 ? 1 : 0)
    if (this.count > 0 && (this.count >= MAX_BATCHED || after > MAX_BATCH_BYTES)) return false
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
