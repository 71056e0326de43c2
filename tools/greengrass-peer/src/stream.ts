/** What an operation speaks to: one stream of a client's connection. */
export interface Stream {
  /** The component that opened it. */
  readonly component: string
  /** Answers, and ends the stream. */
  reply(shape: string, body: object): void
  /** Answers, and leaves the stream open for events. */
  open(shape: string, body: object): void
  /** Sends an event; on a stream that has ended nothing happens. */
  send(shape: string, body: object): void
  /** Called once when the stream ends, whoever ends it. */
  onEnd(handler: () => void): void
}
