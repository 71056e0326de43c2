import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { longSleep } from './long-sleep.ts'

export interface AccessKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** A machine's clock and randomness. */
export interface Machine {
  readonly nowMs: () => number
  readonly newId: () => string
  readonly newKey: () => AccessKey
  readonly randomBelow: (limit: number) => number
  /** A random number from 0 up to, but not including, 1. */
  readonly random: () => number
  /** Waits for up to a year. Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The clock and randomness of this machine. */
export const machine: Machine = {
  nowMs: () => Date.now(),
  newId: () => randomUUID(),
  newKey: () => ({
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`, secretAccessKey: randomBytes(30).toString('base64'),
  }),
  randomBelow: (limit) => randomInt(limit),
  random: () => Math.random(),
  sleep: longSleep,
}
