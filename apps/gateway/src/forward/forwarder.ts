import type { Line, PublishOptions } from '@keg/uplink'
import { KINDS } from '../spool/spool.ts'
import type { Lane, Waiting } from '../spool/spool-queue.ts'
import { BatchLane } from './batch-lane.ts'
import { DirectLane } from './direct-lane.ts'
import { earliest, type ForwardingLane, type Sendable } from './forwarding-lane.ts'
import { LineBudget } from './line-budget.ts'
import { steadyTime } from './steady-time.ts'
import type { ForwarderOptions } from './forwarder-options.ts'

export interface ForwarderStatus {
  /** Messages in the spool, those on their way included. */
  readonly waiting: number
  readonly inFlight: { readonly batches: number; readonly messages: number }
  readonly batches: { readonly sent: number; readonly resent: number; readonly acknowledged: number }
  /** Messages on topics of their own that were acknowledged. */
  readonly messagesAcknowledged: number
  readonly lastAcknowledgedAtMs?: number
  /** Connected, yet nothing is acknowledged since. */
  readonly stalledSinceMs?: number
  /** Why the line refused the last message that it refused. */
  readonly lastRefusal?: string
}

/** Sends on what the spool keeps. */
export interface Forwarder {
  start(): void
  /** Takes in what the cloud says of batches: they are booked. Others than those that wait are passed over. */
  acknowledged(batchIds: readonly string[]): void
  /** Sends all that waits, without waiting for more; true when the cloud has acknowledged it, false when the time is over. */
  drain(withinMs: number): Promise<boolean>
  /**
   * Publishes what is worth nothing later, at QoS 0: now, or not at all where the line is down or has no more than half of its budget left.
   * Rejects where the line does.
   */
  publishNow(topic: string, payload: Uint8Array, options?: PublishOptions): Promise<void>
  /** The time between batches is another now. */
  lookAgain(): void
  status(): ForwarderStatus
  /** Sends nothing more. */
  stop(): void
}

const DEFAULTS = {
  acknowledgedBy: 'puback', batchEveryMs: 5_000, batchWindow: 4, directWindow: 100, messagesPerSec: 80, bytesPerSec: 400 * 1_024,
  acknowledgedWithinMs: 20_000, stalledAfterMs: 60_000,
} as const
const MAX_DOUBLINGS = 5

const everyMsOf = (given: number | (() => number | undefined)): number =>
  (typeof given === 'number' ? given : (given() ?? DEFAULTS.batchEveryMs))

/** A forwarder of a spool. Batches that were not acknowledged before a restart go first, as they were. */
export function createForwarder(options: ForwarderOptions): Forwarder {
  return new SpoolForwarder({ ...DEFAULTS, ...options })
}

class SpoolForwarder implements Forwarder {
  readonly #options: ForwarderOptions & Required<Omit<ForwarderOptions, 'onStalled'>>
  readonly #nowMs: () => number
  readonly #budget: LineBudget
  readonly #batch: BatchLane
  readonly #direct: DirectLane | undefined
  readonly #lanes: readonly { readonly lane: ForwardingLane; share: number }[]
  readonly #drains = new Set<() => void>()
  #connected = false
  #running = false
  #pumping = false
  #again = false
  #cancelTimer: (() => void) | undefined
  #lastAcknowledgedAtMs: number | undefined
  #lastRefusal: string | undefined
  #stalledSinceMs: number | undefined
  /** How often a new connection was asked for since the last acknowledgement. */
  #reconnects = 0
  #askedAtMs = 0

  constructor(options: ForwarderOptions & Required<Omit<ForwarderOptions, 'onStalled'>>) {
    this.#options = options
    this.#nowMs = steadyTime(options.clock)
    this.#budget = new LineBudget(options.messagesPerSec, options.bytesPerSec)
    const answered = (acknowledged: boolean) => (acknowledged ? this.#wasAcknowledged() : this.#pump())
    const { spool, directWindow: window } = options
    const publish = (topic: string, payload: Uint8Array) => this.#publish(topic, payload)
    this.#direct = options.acknowledgedBy === 'cloud' ? undefined : new DirectLane({ spool, publish, nowMs: this.#nowMs, window, answered })
    this.#batch = new BatchLane({
      spool, nowMs: this.#nowMs, newId: options.newId, window: options.batchWindow, everyMs: () => everyMsOf(options.batchEveryMs),
      lanes: this.#direct === undefined ? ['batch', 'direct'] : ['batch'],
      acknowledgedWithinMs: options.acknowledgedWithinMs,
      publish: (payload) => publish(options.batchTopic, payload),
      changed: () => this.#pump(),
    })
    this.#lanes = [this.#batch, this.#direct].flatMap((lane) => (lane === undefined ? [] : [{ lane, share: 0 }]))
    // From now on, and not from `start` on: the lanes have read what is there.
    spool.onKept((kept) => this.#kept(kept))
  }

  start(): void {
    this.#running = true
    this.#options.line.onState((state) => this.#lineIs(state))
    this.#lineIs(this.#options.line.state)
  }

  async publishNow(topic: string, payload: Uint8Array, options?: PublishOptions): Promise<void> {
    const nowMs = this.#nowMs()
    if (!this.#running || !this.#connected || !this.#budget.hasHalfLeft(nowMs, payload.length)) return
    this.#budget.spend(nowMs, payload.length)
    await this.#options.line.publish(topic, payload, 0, options)
  }

  lookAgain(): void {
    this.#pump()
  }

  stop(): void {
    this.#running = false
    this.#cancelTimer?.()
  }

  acknowledged(batchIds: readonly string[]): void {
    if (!this.#running) return
    if (batchIds.filter((batchId) => this.#batch.booked(batchId)).length > 0) this.#wasAcknowledged()
  }

  drain(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (all: boolean) => {
        this.#drains.delete(whenIdle)
        cancel()
        resolve(all)
      }
      const whenIdle = () => done(true)
      const cancel = this.#options.clock.after(withinMs, () => done(false))
      this.#drains.add(whenIdle)
      this.#batch.hurry()
      this.#pump()
    })
  }

  status(): ForwarderStatus {
    const { spool } = this.#options
    return {
      waiting: spool.amount('batch').rows + spool.amount('direct').rows,
      inFlight: { batches: this.#batch.inFlight, messages: this.#direct?.inFlight ?? 0 },
      batches: { sent: this.#batch.sent, resent: this.#batch.resent, acknowledged: this.#batch.acknowledged },
      messagesAcknowledged: this.#direct?.acknowledged ?? 0,
      ...(this.#lastAcknowledgedAtMs !== undefined && { lastAcknowledgedAtMs: this.#lastAcknowledgedAtMs }),
      ...(this.#stalledSinceMs !== undefined && { stalledSinceMs: this.#stalledSinceMs }),
      ...(this.#lastRefusal !== undefined && { lastRefusal: this.#lastRefusal }),
    }
  }

  #kept(kept: readonly Waiting[]): void {
    const lane = ({ kind }: Waiting): Lane => KINDS[kind].lane
    this.#direct?.kept(kept.filter((row) => lane(row) === 'direct'))
    this.#batch.kept(kept, lane)
    this.#pump()
  }

  #lineIs(state: Line['state']): void {
    if (!this.#running) return
    this.#connected = state === 'connected'
    // By the event itself, and not with the next message: what was not acknowledged goes again.
    if (this.#connected) for (const { lane } of this.#lanes) lane.connected()
    this.#pump()
  }

  async #publish(topic: string, payload: Uint8Array): Promise<void> {
    try {
      await this.#options.line.publish(topic, payload, 1)
    } catch (error) {
      if (this.#connected) this.#lastRefusal = error instanceof Error ? error.message : String(error)
      throw error
    }
  }

  #wasAcknowledged(): void {
    this.#lastAcknowledgedAtMs = this.#options.clock.nowMs()
    this.#reconnects = 0
    if (this.#stalledSinceMs !== undefined) {
      this.#stalledSinceMs = undefined
      this.#options.onStalled?.(undefined)
    }
    this.#pump()
  }

  /** Sends what may go, and sets the timer for what may go later. */
  #pump(): void {
    // What calls back at once has another round of the loop that is under way.
    this.#again = true
    if (!this.#running || this.#pumping) return
    this.#pumping = true
    try {
      while (this.#again) {
        this.#again = false
        this.#sendAndWait()
      }
    } finally {
      this.#pumping = false
    }
    if (this.#lanes.every(({ lane }) => lane.idle)) for (const whenIdle of this.#drains) whenIdle()
  }

  #sendAndWait(): void {
    const waitMs = this.#connected ? this.#sendAll() : undefined
    const stallMs = this.#connected ? this.#checkStalled() : undefined
    const nowMs = this.#nowMs()
    const dueMs = this.#connected ? earliest([...this.#lanes.map(({ lane }) => lane.dueMs(nowMs)), stallMs]) : undefined
    this.#wakeIn(earliest([waitMs, dueMs === undefined ? undefined : Math.max(0, dueMs - nowMs)]))
  }

  /** Answers how long the line's budget holds up what is next; absent = nothing is. */
  #sendAll(): number | undefined {
    for (;;) {
      const nowMs = this.#nowMs()
      const next = this.#nextOf(nowMs)
      if (next === undefined) return undefined
      const waitMs = this.#budget.waitMs(nowMs, next.bytes)
      if (waitMs > 0) return waitMs
      this.#budget.spend(nowMs, next.bytes)
      next.send(nowMs)
    }
  }

  /** What goes next: of the lane that has had less of the line, so that neither holds the other up. */
  #nextOf(nowMs: number): Sendable | undefined {
    const [first, ...others] = this.#lanes
      .flatMap((entry) => {
        const sendable = entry.lane.next(nowMs)
        return sendable === undefined ? [] : [{ entry, sendable }]
      })
      .sort((a, b) => a.entry.share - b.entry.share)
    if (first === undefined) return undefined
    const { entry, sendable } = first
    return {
      bytes: sendable.bytes,
      send: (atMs) => {
        entry.share += this.#budget.share(sendable.bytes)
        // A lane that was alone owes nothing to one that comes later.
        if (others.length === 0) for (const each of this.#lanes) each.share = 0
        sendable.send(atMs)
      },
    }
  }

  /** Asks for a new connection where nothing was acknowledged for too long; answers when to look again. */
  #checkStalled(): number | undefined {
    const sinceMs = earliest(this.#lanes.map(({ lane }) => lane.unansweredSinceMs()))
    if (sinceMs === undefined) return undefined
    const nowMs = this.#nowMs()
    const afterMs = this.#options.stalledAfterMs * 2 ** Math.min(this.#reconnects, MAX_DOUBLINGS)
    const dueMs = Math.max(sinceMs, this.#askedAtMs) + afterMs
    if (nowMs < dueMs) return dueMs
    this.#reconnects += 1
    this.#askedAtMs = nowMs
    if (this.#stalledSinceMs === undefined) {
      this.#stalledSinceMs = this.#options.clock.nowMs() - (nowMs - sinceMs)
      this.#options.onStalled?.(this.#stalledSinceMs)
    }
    this.#options.line.reconnect?.(`connected, yet nothing was acknowledged for ${Math.round(afterMs / 1_000)} s`)
    return nowMs + afterMs
  }

  #wakeIn(delayMs: number | undefined): void {
    this.#cancelTimer?.()
    this.#cancelTimer = delayMs === undefined ? undefined : this.#options.clock.after(delayMs, () => this.#pump())
  }
}
