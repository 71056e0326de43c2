import type { Clock } from './clock.ts'
import { Backlog } from './backlog.ts'
import { Digest } from './digest.ts'
import type { BrokerLimits } from './limits.ts'
import { isExpired, type Message } from './message.ts'
import { Pacer } from './rate.ts'
import { Safekeeping } from './safekeeping.ts'
import { outbound, type BrokerStore, type Outbound, type SessionState, type Subscription } from './store.ts'

const HOUR_MS = 3_600_000

/** Where a session sends: the open connection of its client. */
export interface SessionLink {
  /** At most so many QoS 1 messages may be unacknowledged. */
  readonly receiveMaximum: number
  /** Writes a copy; `false` when the reader is too slow to be given more now. */
  readonly isWritable: boolean
  /** Sends one copy; `false` when it was left out: not allowed, expired or larger than the client takes. `dup` = it was sent before. */
  send(copy: Outbound, packetId: number | undefined, dup: boolean): boolean
}

/** What receives messages of a subscription: a session, a group that shares one, or a handler in this process. */
export interface Subscriber {
  readonly clientId: string | undefined
  deliver(message: Message, qos: 0 | 1, retain?: boolean): void
}

/** What all sessions have in common. */
export interface SessionOptions {
  readonly store: BrokerStore
  readonly clock: Clock
  readonly limits: BrokerLimits
  /** Whether what a client did not acknowledge comes under its old packet id with DUP when it is back. */
  readonly redeliversAsDuplicate: boolean
  /** Messages a second out of the queue that a client finds when it is back; absent = all at once. */
  readonly drainPerSec: number | undefined
  /** Told of messages dropped for a client, at most once a second: the last one, why, and how many since the last time. */
  readonly onDropped: (clientId: string, message: Message, why: string, count: number) => void
  /** Told of a message that is kept for a client that is away. */
  readonly onStored: (message: Message) => void
  /** The session can be given more: told to the groups it is a member of. */
  readonly onReady: (session: Session) => void
  /** Messages of shared subscriptions that this client did not acknowledge before it went. */
  readonly handOn: (outbounds: readonly Outbound[]) => void
}

/** A client's subscriptions and what waits for it, connected or not. */
export class Session implements Subscriber {
  readonly state: SessionState
  readonly #options: SessionOptions
  readonly #backlog: Backlog
  readonly #kept: Safekeeping
  /** Direct messages that wait for their PUBACK, by packet id; made with the first. */
  #confirmations: Map<number, (confirmed: boolean) => void> | undefined
  /** Made with the first message that is dropped. */
  #dropped: Digest<[Message, string]> | undefined
  #link: SessionLink | undefined
  #lastPacketId = 0
  /** Paces the queue from a reconnect until it is empty. */
  #drain: Pacer | undefined
  #cancelResend: (() => void) | undefined

  /** `kept` holds what waits in `state`, and what will. */
  constructor(state: SessionState, options: SessionOptions, kept = new Safekeeping(options.store.waiting, state.clientId)) {
    this.state = state
    this.#options = options
    this.#backlog = new Backlog(state.queue, options.limits)
    this.#kept = kept
  }

  get clientId(): string {
    return this.state.clientId
  }

  /** Gives the session a connection and sends what waits: first what was sent before and never acknowledged. */
  attach(link: SessionLink): void {
    this.#link = link
    const { clock, drainPerSec } = this.#options
    if (drainPerSec !== undefined && this.#backlog.length > 0) this.#drain = new Pacer(clock, drainPerSec, () => this.pump())
    this.pump()
  }

  detach(): void {
    this.#link = undefined
    this.#drain?.close()
    this.#drain = undefined
    this.#cancelResend?.()
    this.#cancelResend = undefined
    for (const confirm of this.#confirmations?.values() ?? []) confirm(false)
    this.#confirmations = undefined
    const unacknowledged = [...this.state.inFlight.values()]
    for (const [packetId, copy] of this.state.inFlight) {
      copy.firstSentAtMs = 0
      if (this.#options.redeliversAsDuplicate) copy.packetId = packetId
    }
    this.state.inFlight.clear()
    this.#backlog.putBack(unacknowledged.filter(({ shared }) => shared === undefined))
    this.#handOn(unacknowledged.filter(({ shared }) => shared !== undefined))
  }

  /** Leaves to their groups what an earlier process had under way of them. */
  handOnShared(): void {
    this.#handOn(this.#backlog.takeOut(({ shared }) => shared !== undefined))
  }

  /** Keeps the session as it is; one that ends with its connection is not kept. */
  save(leftAtMs?: number): void {
    const { clientId, protocolVersion, expirySec, subscriptions } = this.state
    if (expirySec === 0) return
    this.#options.store.sessions.set(clientId, {
      clientId, protocolVersion, expirySec, subscriptions: [...subscriptions.values()], leftAtMs,
    })
  }

  /** Forgets what is kept: the session is over. */
  drop(): void {
    this.#options.store.sessions.delete(this.clientId)
    this.#kept.drop()
  }

  subscribe(subscription: Subscription): void {
    this.state.subscriptions.set(subscription.filter, subscription)
    this.save()
  }

  unsubscribe(filter: string): void {
    this.state.subscriptions.delete(filter)
    this.save()
  }

  deliver(message: Message, qos: 0 | 1, retain = false): void {
    const copy = outbound(message, retain)
    if (this.offer(copy, qos)) return
    if (qos === 1) this.#enqueue(copy)
    else if (this.#link !== undefined) this.#reportDropped(message, 'the reader is too slow for a QoS 0 message')
  }

  /** Sends the copy now or not at all; `false` when the client is away, slow, or has others to get first. */
  offer(copy: Outbound, qos: 0 | 1): boolean {
    const link = this.#link
    if (link === undefined) return false
    if (qos === 1) return this.#backlog.length === 0 && this.#sendNow(link, copy)
    if (!link.isWritable) return false
    link.send(copy, undefined, false)
    return true
  }

  /**
   * Sends a message past subscriptions and queue. With `confirmed` it goes out at QoS 1, and the function is told once: when the client
   * acknowledges it or goes. `false` when it could not be sent now; the function returned waits no longer.
   */
  sendDirect(message: Message, confirmed: ((confirmed: boolean) => void) | undefined): (() => void) | false {
    const link = this.#link
    const copy = outbound(message)
    if (link === undefined || !link.isWritable) return false
    if (confirmed === undefined) return link.send(copy, undefined, false) && (() => undefined)
    if (this.#isWindowFull(link)) return false
    const packetId = this.#nextPacketId()
    if (!link.send(copy, packetId, false)) return false
    this.#confirmations = (this.#confirmations ?? new Map<number, (confirmed: boolean) => void>()).set(packetId, confirmed)
    return () => this.#confirmations?.delete(packetId)
  }

  acknowledge(packetId: number): void {
    // [MQTT-4.4.0-2] Whatever its reason code says.
    const confirm = this.#confirmations?.get(packetId)
    this.#confirmations?.delete(packetId)
    confirm?.(true)
    const copy = this.state.inFlight.get(packetId)
    if (copy !== undefined) this.#settle(packetId, copy)
    if (confirm !== undefined || copy !== undefined) this.pump()
  }

  /** Sends what waits while the window and the reader let it. */
  pump(): void {
    const link = this.#link
    if (link === undefined) return
    for (let next = this.#backlog.first; next !== undefined; next = this.#backlog.first) {
      if (this.#drain?.isOpen === false || !this.#sendNow(link, next)) return
      this.#drain?.step()
      this.#backlog.removeFirst()
    }
    this.#drain = undefined
    this.#options.onReady(this)
  }

  /** Whether the message was dealt with: sent, or left out for good. */
  #sendNow(link: SessionLink, copy: Outbound): boolean {
    if (!link.isWritable || this.#isWindowFull(link)) return false
    const dup = copy.packetId !== 0
    // [MQTT-4.4.0-1]
    const packetId = dup && !this.#isTaken(copy.packetId) ? copy.packetId : this.#nextPacketId()
    if (!link.send(copy, packetId, dup)) {
      this.#kept.forget(copy)
      return true
    }
    copy.sentAtMs = this.#options.clock.nowMs()
    if (copy.firstSentAtMs === 0) copy.firstSentAtMs = copy.sentAtMs
    this.state.inFlight.set(packetId, copy)
    this.#keep(copy)
    this.#resendLater()
    return true
  }

  #resendLater(): void {
    const { clock, limits: { resendAfterMs } } = this.#options
    if (resendAfterMs !== Number.POSITIVE_INFINITY) this.#cancelResend ??= clock.after(resendAfterMs, () => this.#resend())
  }

  /**
   * Sends again, without DUP, what has waited too long for its PUBACK, and gives up what has for longer: as AWS IoT does,
   * mqtt.html#mqtt-qos
   */
  #resend(): void {
    this.#cancelResend = undefined
    const link = this.#link
    if (link === undefined || this.state.inFlight.size === 0) return
    const { clock, limits: { resendAfterMs, resendForMs } } = this.#options
    const nowMs = clock.nowMs()
    for (const [packetId, copy] of this.state.inFlight) {
      if (nowMs - copy.firstSentAtMs >= resendForMs) {
        this.#settle(packetId, copy)
        this.#reportDropped(
          copy.message, `the client did not acknowledge it ${resendForMs === HOUR_MS ? 'for an hour' : `within ${resendForMs} ms`}`,
        )
      } else if (nowMs - copy.sentAtMs >= resendAfterMs && link.isWritable) {
        copy.sentAtMs = nowMs
        if (!link.send(copy, packetId, false)) this.#settle(packetId, copy)
      }
    }
    this.#resendLater()
    this.pump()
  }

  #isWindowFull({ receiveMaximum }: SessionLink): boolean {
    // [MQTT-3.3.4-9]
    return this.state.inFlight.size + (this.#confirmations?.size ?? 0) >= Math.min(receiveMaximum, this.#options.limits.maxInFlight)
  }

  #enqueue(copy: Outbound): void {
    const { message } = copy
    if (this.#link === undefined && this.state.expirySec === 0) return
    if (isExpired(message, this.#options.clock.nowMs())) return
    if (this.#backlog.add(copy)) {
      this.#keep(copy)
      if (this.#link === undefined) this.#options.onStored(message)
    } else this.#reportDropped(message, `the session's queue is full (${this.#backlog.length} messages)`)
  }

  #reportDropped(message: Message, why: string): void {
    const { clock, onDropped } = this.#options
    this.#dropped ??= new Digest(() => clock.nowMs(), (count, last, because) => onDropped(this.clientId, last, because, count))
    this.#dropped.add(message, why)
  }

  #nextPacketId(): number {
    // [MQTT-2.2.1-4]
    do this.#lastPacketId = (this.#lastPacketId % 0xffff) + 1
    while (this.#isTaken(this.#lastPacketId))
    return this.#lastPacketId
  }

  #isTaken(packetId: number): boolean {
    return this.state.inFlight.has(packetId) || this.#confirmations?.has(packetId) === true
  }

  #keep(copy: Outbound): void {
    if (this.state.expirySec > 0) this.#kept.keep(copy)
  }

  /** The copy was acknowledged or given up. */
  #settle(packetId: number, copy: Outbound): void {
    this.state.inFlight.delete(packetId)
    this.#kept.forget(copy)
  }

  #handOn(ofGroups: readonly Outbound[]): void {
    if (ofGroups.length === 0) return
    this.#options.handOn(ofGroups)
    for (const copy of ofGroups) this.#kept.forget(copy)
  }
}
