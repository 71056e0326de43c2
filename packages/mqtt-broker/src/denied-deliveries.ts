import type { Client } from './client.ts'
import { withDetails, type BrokerLog } from './hooks.ts'

/** Topics remembered as told. */
const MAX_TOPICS = 256

/** A delivery that the receiver's rights do not allow is dropped in silence; the log says so, once a topic. */
export class DeniedDeliveries {
  readonly #log: BrokerLog
  /** Made with the first denial: most connections never have one. */
  #told: Set<string> | undefined

  constructor(log: BrokerLog) {
    this.#log = log
  }

  add({ clientId, authorization }: Pick<Client, 'clientId' | 'authorization'>, topic: string, refusal: string): void {
    const told = (this.#told ??= new Set<string>())
    if (told.has(topic)) return
    if (told.size >= MAX_TOPICS) told.clear()
    told.add(topic)
    this.#log({ level: 'info', event: 'receive-denied', clientId, topic, message: withDetails(`Not delivered: ${refusal}.`, authorization.details?.('Receive', topic)) })
  }
}
