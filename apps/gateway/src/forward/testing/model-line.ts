import { UplinkError, type LineState } from '@keg/uplink'
import type { ForwarderLine } from '../forwarder-options.ts'
import { BATCH_TOPIC, type ModelCloud } from './model-cloud.ts'

interface OnItsWay {
  readonly topic: string
  readonly payload: Uint8Array
  resolve(): void
  reject(reason: unknown): void
}

/** A line that a test moves: what is published waits until the test lets it through, in order, or cuts the line. */
export class ModelLine implements ForwarderLine {
  state: LineState = 'disconnected'
  readonly onItsWay: OnItsWay[] = []
  readonly reconnects: string[] = []
  readonly #cloud: ModelCloud
  readonly #handlers: ((state: LineState, reason: string) => void)[] = []

  constructor(cloud: ModelCloud) {
    this.#cloud = cloud
  }

  publish(topic: string, payload: Uint8Array): Promise<void> {
    if (this.state !== 'connected') return Promise.reject(new Error('The line is down.'))
    return new Promise((resolve, reject) => this.onItsWay.push({ topic, payload, resolve, reject }))
  }

  onState(handler: (state: LineState, reason: string) => void): void {
    this.#handlers.push(handler)
  }

  reconnect(reason: string): void {
    this.reconnects.push(reason)
  }

  connect(): void {
    if (this.state !== 'connected') this.#become('connected')
  }

  /** Lets the first messages through, with their PUBACKs; answers how many there were. */
  deliver(count = Infinity): number {
    const through = this.onItsWay.splice(0, count)
    for (const { topic, payload, resolve } of through) {
      this.#cloud.receive(topic, payload)
      resolve()
    }
    return through.length
  }

  /**
   * Refuses the messages on a topic, by a PUBACK of that reason code, or without one where the client does not send them; answers how many
   * there were.
   */
  refuse(topic: string, reasonCode?: number): number {
    const refused = this.onItsWay.filter((sent) => sent.topic === topic)
    this.onItsWay.splice(0, this.onItsWay.length, ...this.onItsWay.filter((sent) => sent.topic !== topic))
    for (const { reject } of refused) {
      reject(new UplinkError('REFUSED', `${topic} was refused: reason code ${reasonCode}`, {
        topic, ...(reasonCode !== undefined && { reasonCode }),
      }))
    }
    return refused.length
  }

  /** Answers the first messages as if they had arrived, where they are batches: the host loses them, or the cloud does not book them. */
  forget(count: number): void {
    while (count-- > 0 && this.onItsWay[0]?.topic === BATCH_TOPIC) this.onItsWay.shift()?.resolve()
  }

  /**
   * The line breaks: the first messages arrive all the same, the PUBACKs of the first of those too; the others fail, or are never answered.
   */
  cut({ arrive = 0, acknowledged = 0, silently = false }: { arrive?: number; acknowledged?: number; silently?: boolean } = {}): void {
    this.deliver(Math.min(arrive, acknowledged))
    const lost = this.onItsWay.splice(0)
    for (const { topic, payload } of lost.slice(0, arrive - Math.min(arrive, acknowledged))) this.#cloud.receive(topic, payload)
    if (this.state === 'connected') this.#become('disconnected')
    if (!silently) for (const { reject } of lost) reject(new Error('The line was cut.'))
  }

  #become(state: LineState): void {
    this.state = state
    for (const handler of this.#handlers) handler(state, 'as the test says')
  }
}
