import { matchesTopicFilter } from '@keg/mqtt-topics'
import type { Line, LineState, MessageHandler, PublishOptions } from '@keg/uplink'

/** A line to a cloud that a test plays: what is published is told to `hears`, and acknowledged while the line is up. */
export class SiteLine implements Line {
  state: LineState = 'disconnected'
  readonly published: { readonly topic: string; readonly text: string; readonly options?: PublishOptions }[] = []
  readonly #hears: (topic: string, payload: Uint8Array) => void
  readonly #subscriptions: [filter: string, handler: MessageHandler][] = []
  readonly #handlers: ((state: LineState, reason: string) => void)[] = []

  constructor(hears: (topic: string, payload: Uint8Array) => void = () => undefined) {
    this.#hears = hears
  }

  async publish(topic: string, payload: Uint8Array, _qos: 0 | 1, options?: PublishOptions): Promise<void> {
    if (this.state !== 'connected') throw new Error('The line is down.')
    this.published.push({ topic, text: new TextDecoder().decode(payload), ...(options && { options }) })
    this.#hears(topic, payload)
  }

  /** What the gateway listens to. */
  get filters(): readonly string[] {
    return this.#subscriptions.map(([filter]) => filter)
  }

  async subscribe(filter: string, handler: MessageHandler): Promise<void> {
    this.#subscriptions.push([filter, handler])
  }

  /** The cloud publishes; resolves when the gateway acknowledges. */
  async deliver(topic: string, payload: Uint8Array): Promise<void> {
    await Promise.all(
      this.#subscriptions.map(([filter, handler]) => (matchesTopicFilter(filter, topic) ? handler(topic, payload) : undefined)),
    )
  }

  onState(handler: (state: LineState, reason: string) => void): void {
    this.#handlers.push(handler)
  }

  become(state: LineState): void {
    this.state = state
    for (const handler of this.#handlers) handler(state, 'a test says so')
  }

  start(): void {
    this.become('connected')
  }

  async close(): Promise<void> {
    this.become('disconnected')
  }
}
