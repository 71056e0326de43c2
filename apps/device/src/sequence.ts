/** What every message of a keg carries beside its schema version. */
export interface Stamp {
  readonly bootId: string
  readonly seq: number
  readonly takenAtMs: number
}

/** Numbers a boot's messages, whatever kind they are, from 0 and without gaps. */
export interface Sequence {
  readonly bootId: string
  /** The stamp of the next message, by the device's own clock. */
  stamp(nowMs: number): Stamp
  /** The stamp is used: called once the message is kept or sent, so that one which the disk refused leaves no gap. */
  used(): void
}

/** The sequence of a boot. */
export function createSequence(bootId: string): Sequence {
  let seq = 0
  return { bootId, stamp: (nowMs) => ({ bootId, seq, takenAtMs: nowMs }), used: () => void seq++ }
}
