import type { QuarantineEntry, Replay } from './hot-store.ts'

/** What a replay puts into a flow's queue: the message as its rule would hand it on, and the entry that it is of. */
export interface ReplayMessage {
  /** The bytes of the message, in base64. */
  readonly payload: string
  readonly topic: string
  readonly clientId?: string
  readonly receivedAtMs: number
  readonly flow: string
  readonly batchTopic?: string
  readonly replay: Replay
}

/** The replay of an entry, asked for at a time. */
export const replayMessage = (
  { payloadBase64, topic, clientId, receivedAtMs, flow, batchTopic, quarantineId, failures = 1 }: QuarantineEntry, replayedAtMs: number,
): ReplayMessage => ({
  payload: payloadBase64,
  topic,
  ...(clientId === undefined ? {} : { clientId }),
  receivedAtMs,
  flow,
  ...(batchTopic === undefined ? {} : { batchTopic }),
  replay: { quarantineId, failures, replayedAtMs },
})
