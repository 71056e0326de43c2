/** The time of this machine in epoch milliseconds. */
export const nowMs = (): number => Date.now()
