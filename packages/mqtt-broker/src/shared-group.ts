import type { Clock } from './clock.ts'
import { Backlog } from './backlog.ts'
import { Digest } from './digest.ts'
import type { BrokerLimits } from './limits.ts'
import { isExpired, type Message } from './message.ts'
import { Pacer } from './rate.ts'
import { Safekeeping } from './safekeeping.ts'
import type { Session, Subscriber } from './session.ts'
import { outbound, type BrokerStore, type Outbound, type Subscription } from './store.ts'

export interface SharedGroupOptions {
  readonly waiting: BrokerStore['waiting']
  readonly clock: Clock
  readonly limits: BrokerLimits
  /** Queued messages a second for each member; absent = all at once. */
  readonly drainPerSec: number | undefined
  /** From 0 up to 1. */
  readonly random: () => number
  readonly onDropped: (filter: string, message: Message, why: string, count: number) => void
  /** Told of a message that is kept until a member can take it. */
  readonly onStored: (message: Message) => void
}

/**
 * The sessions that share one `$share/{group}/{filter}`: each message goes to one of them, picked at random among those that can take it.
 * What nobody can take now waits, QoS 1 and within bounds, as long as one member's session outlives its connection.
 *
 * @see https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901250
 */
export class SharedGroup implements Subscriber {
  readonly clientId = undefined
  readonly filter: string
  readonly #options: SharedGroupOptions
  readonly #members = new Map<Session, Subscription>()
  /** Members to pick from, each with its place in the list, so that picking and leaving cost the same for any number of them. */
  readonly #ready: Session[] = []
  readonly #places = new Map<Session, number>()
  /** Members whose session is kept while they are away. */
  readonly #keepers = new Set<Session>()
  readonly #kept: Safekeeping
  readonly #backlog: Backlog
  readonly #paces = new Map<Session, Pacer>()
  readonly #dropped: Digest<[Message, string]>

  constructor(filter: string, options: SharedGroupOptions) {
    this.filter = filter
    this.#options = options
    this.#kept = new Safekeeping(options.waiting, filter)
    this.#backlog = new Backlog(this.#kept.load(), options.limits)
    this.#dropped = new Digest(() => options.clock.nowMs(), (count, message, why) => options.onDropped(filter, message, why, count))
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  join(session: Session, subscription: Subscription): void {
    this.#members.set(session, subscription)
    this.refresh(session)
    this.offerTo(session)
  }

  leave(session: Session): void {
    this.#members.delete(session)
    this.#paces.get(session)?.close()
    this.#paces.delete(session)
    this.#setAside(session)
    this.refresh(session)
  }

  /** Looks again whether the member's session is one that is kept. */
  refresh(session: Session): void {
    if (session.state.expirySec > 0 && this.#members.get(session)?.qos === 1) this.#keepers.add(session)
    else if (this.#keepers.delete(session) && this.#keepers.size === 0) {
      this.#backlog.clear()
      this.#kept.drop()
    }
  }

  /** The member can take messages: those that wait, then its share of the new ones. */
  offerTo(session: Session): void {
    const subscription = this.#members.get(session)
    if (subscription === undefined || this.#places.has(session)) return
    for (let next = this.#backlog.first; next !== undefined; next = this.#backlog.first) {
      if (!isExpired(next.message, this.#options.clock.nowMs())) {
        if (!this.#paceOf(session).isOpen || !session.offer(next, subscription.qos)) return
        this.#paceOf(session).step()
      }
      this.#backlog.removeFirst()
      this.#kept.forget(next)
    }
    this.#places.set(session, this.#ready.push(session) - 1)
  }

  deliver(message: Message, qos: 0 | 1): void {
    const copy = outbound(message, false, this.filter)
    if (this.#backlog.length === 0 && this.#give(copy, qos)) return
    if (qos === 0 || this.#keepers.size === 0) this.#dropped.add(message, 'no member of the shared subscription can take it')
    else if (this.#backlog.add(copy)) {
      this.#kept.keep(copy)
      this.#options.onStored(message)
    } else {
      this.#dropped.add(message, `the queue of the shared subscription is full (${this.#backlog.length} messages)`)
    }
  }

  /** Gives others what a member that went did not acknowledge. */
  handOn(outbounds: readonly Outbound[]): void {
    const left = outbounds.filter((one) => !this.#give(one, 1))
    if (this.#keepers.size > 0) {
      this.#backlog.putBack(left)
      for (const copy of left) this.#kept.keep(copy)
    } else for (const { message } of left) this.#dropped.add(message, 'its receiver went and no other member can take it')
  }

  /** Whether a member took it; one that can't is left out until it says that it can. */
  #give(copy: Outbound, qos: 0 | 1): boolean {
    while (this.#ready.length > 0) {
      const member = this.#ready[Math.floor(this.#options.random() * this.#ready.length)]
      if (member === undefined) return false
      if (member.offer(copy, qos === 1 && this.#members.get(member)?.qos === 1 ? 1 : 0)) return true
      this.#setAside(member)
    }
    return false
  }

  #paceOf(session: Session): Pacer {
    const { clock, drainPerSec = Number.POSITIVE_INFINITY } = this.#options
    const pace = this.#paces.get(session) ?? new Pacer(clock, drainPerSec, () => this.offerTo(session))
    this.#paces.set(session, pace)
    return pace
  }

  #setAside(session: Session): void {
    const place = this.#places.get(session)
    if (place === undefined) return
    this.#places.delete(session)
    const last = this.#ready.pop()
    if (last === undefined || last === session) return
    this.#ready[place] = last
    this.#places.set(last, place)
  }
}
