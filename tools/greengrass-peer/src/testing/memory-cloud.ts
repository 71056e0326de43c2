import { matchesTopicFilter } from '@keg/mqtt-topics'
import type { CloudLine, CloudMessage } from '../spooler.ts'

/** AWS IoT Core in memory, as the peer sees it: what was published, and a way to publish to those who subscribed. */
export class MemoryCloud implements CloudLine {
  connected = true
  /** Whether it takes a message, by its topic; default all. */
  takes: (topic: string) => boolean = () => true
  /** Told of each message that it took. */
  onPublished: (message: CloudMessage) => void = () => undefined
  readonly published: CloudMessage[] = []
  readonly filters = new Set<string>()
  #onMessage: (message: CloudMessage) => void = () => undefined
  #onConnected: () => void = () => undefined

  async publish(message: CloudMessage): Promise<void> {
    if (!this.connected) throw new Error('The cloud is away.')
    if (!this.takes(message.topic)) throw new Error('The cloud refuses it.')
    this.published.push(message)
    this.onPublished(message)
  }

  async subscribe(filter: string): Promise<void> {
    if (!this.connected) throw new Error('The cloud is away.')
    this.filters.add(filter)
  }

  unsubscribe(filter: string): void {
    this.filters.delete(filter)
  }

  onMessage(handler: (message: CloudMessage) => void): void {
    this.#onMessage = handler
  }

  onConnected(handler: () => void): void {
    this.#onConnected = handler
  }

  /** Goes away, or comes back. */
  become(connected: boolean): void {
    this.connected = connected
    if (connected) this.#onConnected()
  }

  /** Publishes, where anybody subscribed. */
  deliver(topic: string, text: string, properties?: CloudMessage['properties']): void {
    if ([...this.filters].some((filter) => matchesTopicFilter(filter, topic)))
      this.#onMessage({ topic, payload: new TextEncoder().encode(text), qos: 1, properties })
  }

  async close(): Promise<void> {
    this.connected = false
  }
}
