import type { BrokerLog } from './hooks.ts'

/** Topics remembered as told. */
const MAX_TOPICS = 256

/** AWS drops a delivery that iot:Receive does not allow in silence; here the log says so, once a topic. */
export class DeniedDeliveries {
  readonly #log: BrokerLog
  readonly #told = new Set<string>()

  constructor(log: BrokerLog) {
    this.#log = log
  }

  add(clientId: string, topic: string, refusal: string): void {
    if (this.#told.has(topic)) return
    if (this.#told.size >= MAX_TOPICS) this.#told.clear()
    this.#told.add(topic)
    this.#log({ level: 'info', event: 'receive-denied', clientId, topic, message: `Not delivered: ${refusal}.` })
  }
}
