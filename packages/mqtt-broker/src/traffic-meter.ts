/**
 * What is metered: a CONNECT, a SUBSCRIBE or a PUBACK that came in, a message that came in, one of them that is to be retained (beside
 * `in`), one that is kept for a client that is away, and one that went out.
 */
export type TrafficKind = 'connect' | 'subscribe' | 'puback' | 'in' | 'retained' | 'stored' | 'out'

/** What the broker has to say of its traffic, to somebody who counts it. */
export interface TrafficMeter {
  connected(connectionId: string): void
  disconnected(connectionId: string): void
  /**
   * `bytes` of topic, payload and properties, without MQTT's own framing; messages name their topic, those that go `out` the client id of
   * their receiver.
   */
  message(bytes: number, topic: string | undefined, kind: TrafficKind, receiver?: string): void
}

/**
 * A meter that counts nothing.
 *
 * @example
 * let messages = 0
 * const broker = createBroker({ meter: { ...noMeter, message: () => void messages++ } })
 */
export const noMeter: TrafficMeter = { connected: () => undefined, disconnected: () => undefined, message: () => undefined }
