/** A message that may go now, as far as its lane is concerned. */
export interface Sendable {
  readonly bytes: number
  send(nowMs: number): void
}

/** One of the two ways to the cloud: what goes next, and what has been waiting for an answer. */
export interface ForwardingLane {
  next(nowMs: number): Sendable | undefined
  /** When something may go that may not go now; absent = when something happens. */
  dueMs(nowMs: number): number | undefined
  /** Since when it has been waiting for any acknowledgement, on this connection; absent = it waits for none. */
  unansweredSinceMs(): number | undefined
  /** A new connection: what was sent on the last one and not acknowledged goes again, in order. */
  connected(): void
  /** Whether it has nothing left to send or to wait for. */
  readonly idle: boolean
}

/** The earliest of times that are there. */
export function earliest(times: readonly (number | undefined)[]): number | undefined {
  const there = times.filter((time) => time !== undefined)
  return there.length === 0 ? undefined : Math.min(...there)
}

const MAX_DOUBLINGS = 8

/** A time that doubles with each try, up to a limit. */
export function backoffMs(firstMs: number, tries: number, limitMs: number): number {
  return Math.min(limitMs, firstMs * 2 ** Math.min(tries, MAX_DOUBLINGS))
}
