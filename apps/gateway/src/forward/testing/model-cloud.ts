import { isDeepStrictEqual } from 'node:util'
import { readBatch } from './read-batch.ts'

export const BATCH_TOPIC = '$aws/rules/keg_test_batch/berlin/gateway-01'

/** What the cloud took in first of a message, in the order in which it did. */
export interface Arrived {
  readonly topic: string
  readonly payload: Uint8Array
  readonly by: 'batch' | 'topic'
}

/** A cloud that books a batch once, by its id, and holds those who send it another content under the same id to be wrong. */
export class ModelCloud {
  readonly arrived: Arrived[] = []
  readonly published: { readonly topic: string; readonly payload: Uint8Array }[] = []
  /** Booked, and not yet told. */
  readonly acks: string[] = []
  readonly #batches = new Map<string, unknown>()

  receive(topic: string, payload: Uint8Array): void {
    this.published.push({ topic, payload })
    if (topic !== BATCH_TOPIC) {
      this.arrived.push({ topic, payload, by: 'topic' })
      return
    }
    const decoded = readBatch(payload)
    if (!decoded.ok) throw new Error(`No batch: ${decoded.reason}`)
    const { batchId, messages } = decoded.value
    this.acks.push(batchId)
    const before = this.#batches.get(batchId)
    if (before !== undefined) {
      if (!isDeepStrictEqual(before, messages)) throw new Error(`The batch ${batchId} came again with another content.`)
      return
    }
    this.#batches.set(batchId, messages)
    for (const message of messages) {
      const bytes = message.payloadBase64 === undefined
        ? new TextEncoder().encode(message.payload)
        : Buffer.from(message.payloadBase64, 'base64')
      this.arrived.push({ topic: message.topic, payload: new Uint8Array(bytes), by: 'batch' })
    }
  }
}
