import { matchesTopicFilter } from '@keg/mqtt-topics'
import { UplinkError, type Line, type LineState, type MessageHandler } from '@keg/uplink'
import type { ForwarderLine } from '../forward/forwarder-options.ts'

/** What a line does with messages, both ways. */
export interface Manners {
  /** Takes what is published and answers nothing. */
  halfOpen?: boolean
  /** Brings a message twice. */
  twice?: boolean
  /** Holds messages and brings them in another order. */
  shuffles?: boolean
}

interface OnItsWay {
  readonly bring: () => void
  readonly lose: (error: UplinkError) => void
}

/** A line to a cloud, of bad manners that a test chooses. What is under way moves with {@link UnrulyLine.move}. */
export class UnrulyLine implements Line, ForwarderLine {
  state: LineState = 'disconnected'
  manners: Manners = {}
  reconnects = 0
  readonly #cloud: (topic: string, payload: Uint8Array) => void
  readonly #random: () => number
  readonly #subscriptions: [filter: string, handler: MessageHandler][] = []
  readonly #handlers: ((state: LineState, reason: string) => void)[] = []
  #onItsWay: OnItsWay[] = []

  /** `cloud` takes what arrives; `random` decides on orders. */
  constructor(cloud: (topic: string, payload: Uint8Array) => void, random: () => number) {
    this.#cloud = cloud
    this.#random = random
  }

  publish(topic: string, payload: Uint8Array): Promise<void> {
    if (this.state !== 'connected') return Promise.reject(new UplinkError('DISCONNECTED', 'There is no connection.'))
    return new Promise((resolve, reject) => {
      const bring = () => {
        for (let times = this.manners.twice === true ? 2 : 1; times > 0; times--) this.#cloud(topic, payload)
        resolve()
      }
      this.#onItsWay.push({ bring, lose: reject })
    })
  }

  async subscribe(filter: string, handler: MessageHandler): Promise<void> {
    this.#subscriptions.push([filter, handler])
  }

  /** The cloud publishes. */
  deliver(topic: string, payload: Uint8Array): void {
    const hear = () => this.#subscriptions.forEach(([filter, handler]) => matchesTopicFilter(filter, topic) && void handler(topic, payload))
    for (let times = this.manners.twice === true ? 2 : 1; times > 0; times--) this.#onItsWay.push({ bring: hear, lose: () => undefined })
  }

  /** Brings what is under way where it goes. */
  move(): void {
    if (this.manners.halfOpen === true || this.state !== 'connected') return
    const all = this.#onItsWay.splice(0)
    if (this.manners.shuffles === true) all.sort(() => this.#random() - 0.5)
    for (const { bring } of all) bring()
  }

  /** Cuts the line: about half of what is under way arrives all the same, and nobody is told so. */
  cut(): void {
    const lost = this.#onItsWay.splice(0)
    if (this.manners.halfOpen !== true) for (const { bring } of lost) if (this.#random() < 0.5) bring()
    this.become('disconnected')
    for (const { lose } of lost) lose(new UplinkError('DISCONNECTED', 'The line was cut.'))
  }

  reconnect(): void {
    this.reconnects += 1
    this.cut()
    this.become('connected')
  }

  onState(handler: (state: LineState, reason: string) => void): void {
    this.#handlers.push(handler)
  }

  become(state: LineState): void {
    this.state = state
    for (const handler of this.#handlers) handler(state, 'as the test says')
  }

  start(): void {
    this.become('connected')
  }

  async close(): Promise<void> {
    this.become('disconnected')
  }
}
