import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { longSleep } from './long-sleep.ts'

/** An access key. */
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
  /** From 0 to below 1. */
  readonly random: () => number
  /** Sleeps, for as long as a year; rejects where the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** This machine's. */
export const machine: Machine = {
  nowMs: () => Date.now(),
  newId: () => randomUUID(),
  newKey: () => ({ accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`, secretAccessKey: randomBytes(30).toString('base64') }),
  randomBelow: (limit) => randomInt(limit),
  random: () => Math.random(),
  sleep: longSleep,
}
