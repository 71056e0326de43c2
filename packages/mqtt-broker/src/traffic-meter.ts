/** What the broker has to say of its traffic, to somebody who counts it. */
export interface TrafficMeter {
  connected(connectionId: string): void
  disconnected(connectionId: string): void
  /** A CONNECT, SUBSCRIBE or PUBACK that came in, or a message that came in or went out: `bytes` of topic, payload and properties; messages name their topic. */
  message(bytes: number, topic?: string): void
}

/** Counts nothing. */
export const noMeter: TrafficMeter = { connected: () => undefined, disconnected: () => undefined, message: () => undefined }
