/** The time of this machine in epoch seconds. */
export const nowSec = (): number => Math.floor(Date.now() / 1_000)

/** The time of this machine in epoch milliseconds. */
export const nowMs = (): number => Date.now()
