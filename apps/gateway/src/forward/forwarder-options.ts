import type { Clock } from '@keg/mqtt-broker'
import type { Line } from '@keg/uplink'
import type { SpoolQueue } from '../spool/spool-queue.ts'

/** A line that can be asked for a new connection: `connected` follows when it is there. */
export interface ForwarderLine extends Pick<Line, 'state' | 'publish' | 'onState'> {
  reconnect?(reason: string): void
}

export interface ForwarderOptions {
  readonly spool: SpoolQueue
  readonly line: ForwarderLine
  readonly clock: Clock
  /** A new batch's id: 1 to 64 letters, digits, `_` or `-`; never the same again. */
  readonly newId: () => string
  readonly batchTopic: string
  /**
   * What a line's answer to a publish means. `puback`: the cloud has it, and a message on its own topic is deleted. `cloud`: the host has
   * taken it and may still lose it, so that all messages go in batches, which the cloud acknowledges. Default `puback`.
   */
  readonly acknowledgedBy?: 'puback' | 'cloud'
  /** A batch goes when it is full, and otherwise at most every so many ms, as it is or as it is now. Default 5,000. */
  readonly batchEveryMs?: number | (() => number | undefined)
  /** How many batches may wait to be booked. Default 4. */
  readonly batchWindow?: number
  /** How many messages on topics of their own may wait for a PUBACK. Default 100. */
  readonly directWindow?: number
  /** What the line may carry in any second. Defaults 80 and 400 KiB: AWS allows 100 and 512 KiB a connection. */
  readonly messagesPerSec?: number
  readonly bytesPerSec?: number
  /** How long a batch may take to be booked before it is sent again; doubled with each time. Default 20,000 ms. */
  readonly acknowledgedWithinMs?: number
  /** After how long without any acknowledgement, while one is waited for, the line counts as stalled. Default 60,000 ms. */
  readonly stalledAfterMs?: number
  /** Told when the line stalls, with the time of the oldest unanswered message, and with nothing when it no longer is. */
  readonly onStalled?: (sinceMs: number | undefined) => void
}
