/**
 * What a message is to the gateway: how it goes to the cloud, and what goes first when the disk is full. Pours never do.
 * `batch`ed ones go by Basic Ingest, many at once; the others go each on its own topic.
 */
export const KINDS = {
  pour: { lane: 'batch', sheddable: false },
  alert: { lane: 'direct', sheddable: false },
  reply: { lane: 'direct', sheddable: false },
  reported: { lane: 'direct', sheddable: false },
  summary: { lane: 'batch', sheddable: true },
  telemetry: { lane: 'direct', sheddable: true },
} as const

export type Kind = keyof typeof KINDS

/** A message on its way to the cloud. */
export interface Spooled {
  readonly kind: Kind
  readonly kegId: string
  readonly topic: string
  readonly payload: Uint8Array
  /** When the gateway took it in, by its own clock. */
  readonly takenAtMs: number
}

/** How the spool is, for the status page and for alarms. */
export interface SpoolStatus {
  readonly rows: Readonly<Record<Kind, number>>
  readonly bytes: number
  readonly maxBytes: number
  /** When the oldest waiting message was taken in; absent = nothing waits. */
  readonly oldestTakenAtMs?: number
  /** Messages that were dropped for want of room, and refused for it, since the start. */
  readonly shed: Readonly<Record<Kind, number>>
  readonly refused: Readonly<Record<Kind, number>>
  /** What is wrong with the disk, in a sentence; absent = nothing. */
  readonly problem?: string
  /** A database that could not be read and was set aside, with the reason. */
  readonly setAside?: { readonly file: string; readonly reason: string }
  /** Messages that no line takes as they are, kept apart on the disk: how many there are, and why the last one of this run is one. */
  readonly unsendable: { readonly rows: number; readonly lastReason?: string }
}

/** Messages on disk until the cloud has them. */
export interface Spool {
  /**
   * Takes a message in. Resolves once it is committed with `synchronous=FULL`; rejects with {@link SpoolError} where it is not, and then
   * nothing is kept of it: what refused it has to be told, by no PUBACK.
   */
  keep(message: Spooled): Promise<void>
  status(): SpoolStatus
  close(): Promise<void>
}

/**
 * A message that the spool did not take: no room for its kind, the disk failed, or the spool is closed; or, at opening, a disk that
 * fails (`DISK`) and a database that a newer gateway wrote (`NEWER`), which is left as it is.
 */
export class SpoolError extends Error {
  override readonly name = 'SpoolError'
  readonly code: 'FULL' | 'DISK' | 'CLOSED' | 'NEWER'
  constructor(code: SpoolError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
