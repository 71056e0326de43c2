/**
 * The time between two readings of a clock that may be set: after one that was set back, nobody knows, and it counts as long enough for
 * anything.
 */
export const elapsedMs = (sinceMs: number, nowMs: number): number => (nowMs < sinceMs ? Number.POSITIVE_INFINITY : nowMs - sinceMs)
