import { MAX_IN_FLIGHT, MAX_QUEUED_BYTES, MAX_QUEUED_MESSAGES } from './limits.ts'
import { isExpired, type Message } from './message.ts'
import type { Outbound, SessionState, Subscription, Table } from './store.ts'

/** Where a session sends: the open connection of its client. */
export interface SessionLink {
  /** At most so many QoS 1 messages may be unacknowledged. */
  readonly receiveMaximum: number
  /** Writes a copy; `false` when the reader is too slow to be given more now. */
  readonly isWritable: boolean
  /** Sends one copy; `false` when it was left out: not allowed, expired or larger than the client takes. */
  send(outbound: Outbound, packetId: number | undefined): boolean
}

/** What receives messages of a subscription: a session or a handler in this process. */
export interface Subscriber {
  readonly clientId: string | undefined
  deliver(message: Message, qos: 0 | 1, retain?: boolean): void
}

/** Told about messages that were dropped, at most once a second: the last one, why, and how many since the last time. */
export type OnDropped = (message: Message, why: string, count: number) => void

const REPORT_EVERY_MS = 1000

/** A client's subscriptions and what waits for it, connected or not. */
export class Session implements Subscriber {
  readonly state: SessionState
  readonly #table: Table<SessionState>
  readonly #onDropped: OnDropped
  readonly #nowMs: () => number
  #link: SessionLink | undefined
  #lastPacketId = 0
  #queuedBytes = 0
  #unreported = 0
  #reportedAtMs = Number.NEGATIVE_INFINITY

  constructor(state: SessionState, table: Table<SessionState>, nowMs: () => number, onDropped: OnDropped) {
    this.state = state
    this.#table = table
    this.#nowMs = nowMs
    this.#onDropped = onDropped
  }

  get clientId(): string {
    return this.state.clientId
  }

  /** Gives the session a connection and sends what waits: first what was sent before and never acknowledged. */
  attach(link: SessionLink): void {
    this.#link = link
    this.#requeueInFlight()
    this.pump()
  }

  detach(): void {
    this.#link = undefined
    this.#requeueInFlight()
  }

  subscribe(subscription: Subscription): void {
    this.state.subscriptions.set(subscription.filter, subscription)
    this.#save()
  }

  unsubscribe(filter: string): void {
    this.state.subscriptions.delete(filter)
    this.#save()
  }

  deliver(message: Message, qos: 0 | 1, retain = false): void {
    const link = this.#link
    const outbound = { message, retain }
    if (qos === 0) {
      if (link === undefined) return
      if (link.isWritable) link.send(outbound, undefined)
      else this.#drop(message, 'the reader is too slow for a QoS 0 message')
      return
    }
    if (link !== undefined && this.state.queue.length === 0 && this.#sendNow(link, outbound)) return
    this.#enqueue(outbound)
  }

  acknowledge(packetId: number): void {
    if (!this.state.inFlight.delete(packetId)) return
    this.#save()
    this.pump()
  }

  /** Sends from the queue while the window and the reader let it. */
  pump(): void {
    const link = this.#link
    if (link === undefined) return
    const { queue } = this.state
    while (queue.length > 0) {
      const [next] = queue
      if (next === undefined || !this.#sendNow(link, next)) return
      queue.shift()
      this.#queuedBytes -= next.message.payload.length
      this.#save()
    }
  }

  /** Whether the message was dealt with: sent, or left out for good. */
  #sendNow(link: SessionLink, outbound: Outbound): boolean {
    if (!link.isWritable || this.state.inFlight.size >= Math.min(link.receiveMaximum, MAX_IN_FLIGHT)) return false
    const packetId = this.#nextPacketId()
    if (!link.send(outbound, packetId)) return true
    this.state.inFlight.set(packetId, outbound)
    this.#save()
    return true
  }

  #enqueue(outbound: Outbound): void {
    const { message } = outbound
    if (this.#link === undefined && this.state.expirySec === 0) return
    if (isExpired(message, this.#nowMs())) return
    if (this.state.queue.length >= MAX_QUEUED_MESSAGES || this.#queuedBytes + message.payload.length > MAX_QUEUED_BYTES) {
      this.#drop(message, `the session's queue is full (${this.state.queue.length} messages)`)
      return
    }
    this.state.queue.push(outbound)
    this.#queuedBytes += message.payload.length
    this.#save()
  }

  #drop(message: Message, why: string): void {
    this.#unreported++
    const nowMs = this.#nowMs()
    if (nowMs - this.#reportedAtMs < REPORT_EVERY_MS) return
    this.#onDropped(message, why, this.#unreported)
    this.#reportedAtMs = nowMs
    this.#unreported = 0
  }

  #requeueInFlight(): void {
    const { inFlight, queue } = this.state
    queue.unshift(...inFlight.values())
    inFlight.clear()
    this.#queuedBytes = queue.reduce((bytes, { message }) => bytes + message.payload.length, 0)
    this.#save()
  }

  #nextPacketId(): number {
    do this.#lastPacketId = (this.#lastPacketId % 0xffff) + 1
    while (this.state.inFlight.has(this.#lastPacketId))
    return this.#lastPacketId
  }

  #save(): void {
    this.#table.set(this.state.clientId, this.state)
  }
}
