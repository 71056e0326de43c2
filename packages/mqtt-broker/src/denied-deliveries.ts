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

  /**
   * Whether the receiver may not have a message of the topic; one whose rights can't be told gets none, and the publisher has no part in
   * it.
   */
  refuses(client: Pick<Client, 'clientId' | 'authorization'>, topic: string): boolean {
    try {
      const refusal = client.authorization.refusal('Receive', topic)
      if (refusal !== undefined) this.#add(client, topic, refusal)
      return refusal !== undefined
    } catch (error) {
      this.#log({
        level: 'error', event: 'handler-failed', clientId: client.clientId, topic,
        message: `Not delivered, as the rights of ${client.clientId} could not be told: ${String(error)}`,
      })
      return true
    }
  }

  #add({ clientId, authorization }: Pick<Client, 'clientId' | 'authorization'>, topic: string, refusal: string): void {
    const told = (this.#told ??= new Set<string>())
    if (told.has(topic)) return
    if (told.size >= MAX_TOPICS) told.clear()
    told.add(topic)
    this.#log({
      level: 'info', event: 'receive-denied', clientId, topic,
      message: withDetails(`Not delivered: ${refusal}.`, authorization.details?.('Receive', topic)),
    })
  }
}
