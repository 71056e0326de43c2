import type { TrafficKind, TrafficMeter } from '@keg/mqtt-broker'

/** A meter that tells who was sent a message, beside what another one counts. */
export class ReceiversMeter implements TrafficMeter {
  readonly #meter: TrafficMeter
  readonly #sent: (clientId: string, topic: string) => void

  constructor(meter: TrafficMeter, sent: (clientId: string, topic: string) => void) {
    this.#meter = meter
    this.#sent = sent
  }

  connected(connectionId: string): void {
    this.#meter.connected(connectionId)
  }

  disconnected(connectionId: string): void {
    this.#meter.disconnected(connectionId)
  }

  message(bytes: number, topic: string | undefined, kind: TrafficKind, receiver?: string): void {
    this.#meter.message(bytes, topic, kind)
    if (kind === 'out' && receiver !== undefined && topic !== undefined) this.#sent(receiver, topic)
  }
}
