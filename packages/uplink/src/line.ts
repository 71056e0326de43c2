/** How the line to the broker is: `stalled` = connected, yet nothing was acknowledged for too long; a new connection is on its way. */
export type LineState = 'connected' | 'disconnected' | 'stalled'

export interface PublishOptions {
  /** How long the broker may still deliver it, in seconds; absent = for ever. */
  readonly expirySec?: number
  /** Where an answer is expected. */
  readonly responseTopic?: string
  /** Whether the broker keeps it for who subscribes later; absent = no. */
  readonly retain?: boolean
}

/** Takes a message, at once or, as its promise says, later. */
export type MessageHandler = (topic: string, payload: Uint8Array) => void | Promise<void>

/** A line to a broker that comes back by itself. It has no queue of its own: what is not acknowledged is the caller's to send again. */
export interface Line {
  readonly state: LineState
  /** Resolves when the broker has acknowledged (QoS 1) or the bytes are handed over (QoS 0); rejects where it has not, or refuses. */
  publish(topic: string, payload: Uint8Array, qos: 0 | 1, options?: PublishOptions): Promise<void>
  /**
   * Hands on what comes to a filter. It is subscribed to at each connection whose session the broker does not know; resolves when it first
   * is. Where the handler answers a promise, a message of QoS 1 is acknowledged once that resolves; one that never is comes again with the
   * session.
   */
  subscribe(filter: string, handler: MessageHandler): Promise<void>
  /** Calls back at each change of `state`, and with the reason of each failed attempt. */
  onState(handler: (state: LineState, reason: string) => void): void
  start(): void
  close(): Promise<void>
}
