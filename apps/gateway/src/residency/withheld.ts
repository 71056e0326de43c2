/**
 * Why something stayed: its topic may not leave; a field is marked, or unknown to the schema; the payload can't be read, or a key stands
 * twice in it; or what a marked field holds stands elsewhere in the message, too.
 */
export const REASONS = ['topic', 'markedField', 'unknownField', 'unreadable', 'copiedValue'] as const
export type Reason = (typeof REASONS)[number]

/** A message that did not leave, or not as it was, whole as the keg sent it. */
export interface WithheldMessage {
  readonly kegId: string
  readonly topic: string
  readonly payload: Uint8Array
  readonly reason: Reason
  readonly atMs: number
}

/** How much is kept here; no content. */
export interface WithheldStatus {
  readonly rows: number
  readonly bytes: number
  readonly maxBytes: number
  /** Messages since the start, by reason. */
  readonly since: Readonly<Record<Reason, number>>
}

/** What stays at the site, on its disk and nowhere else. Within its bound the oldest of the keg that has most goes first. */
export interface Withheld {
  /** Returns when it is on the disk. Throws where the disk fails: then the keg is told nothing, and sends again. */
  keep(message: WithheldMessage): void
  /** Random, the same after a restart, and never sent. */
  readonly secret: Uint8Array
  status(): WithheldStatus
}
