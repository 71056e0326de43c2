import type { Clock } from './clock.ts'
import type { Dialect } from './dialect.ts'
import type { TopicTrie } from './topic-trie.ts'
import type { Message } from './message.ts'
import { NEVER_SEC, type BrokerLimits } from './limits.ts'
import { Safekeeping } from './safekeeping.ts'
import type { Route } from './route.ts'
import { Session, type SessionOptions } from './session.ts'
import { SharedGroups } from './shared-groups.ts'
import type { BrokerStore, SessionState, StoredSession, Subscription } from './store.ts'

export interface SessionRequest {
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly cleanStart: boolean
  readonly expirySec: number
}

export interface SessionsOptions {
  readonly store: BrokerStore
  readonly routes: TopicTrie<Route>
  readonly clock: Clock
  readonly limits: BrokerLimits
  readonly dialect: Pick<Dialect, 'redeliversAsDuplicate' | 'resumesAcrossVersions'>
  /** Whether queued messages go out at the rates of `limits`, or at once. */
  readonly pacesQueues: boolean
  /** From 0 up to 1: picks the member of a shared subscription. */
  readonly random: () => number
  /** Told of messages dropped for a client or a shared subscription, at most once a second for each. */
  readonly onDropped: (receiver: string, message: Message, why: string, count: number) => void
  /** Told of messages that are kept for a client or a shared subscription that can't take them now. */
  readonly onStored: (message: Message) => void
  /** The client's session is over. */
  readonly onEnded: (clientId: string) => void
}

interface LiveSession {
  readonly session: Session
  /** How each subscription leaves the routing table, by its filter. */
  readonly routes: Map<string, () => void>
  cancelExpiry: (() => void) | undefined
}

/** Every session by client id: begun, resumed, and ended when its time is over. */
export class Sessions {
  readonly #options: SessionsOptions
  readonly #shared: SharedGroups
  readonly #common: SessionOptions
  readonly #live = new Map<string, LiveSession>()

  constructor(options: SessionsOptions) {
    this.#options = options
    const { store, routes, clock, random, onDropped, onStored, pacesQueues, limits, dialect: { redeliversAsDuplicate } } = options
    this.#shared = new SharedGroups(routes, {
      waiting: store.waiting, clock, random, onDropped, onStored, limits, drainPerSec: pacesQueues ? limits.sharedQueuedPerSec : undefined,
    })
    this.#common = {
      store, clock, onDropped, onStored, limits, redeliversAsDuplicate,
      drainPerSec: pacesQueues ? limits.queuedPerSec : undefined,
      onReady: (session) => this.#shared.ready(session),
      handOn: (outbounds) => this.#shared.handOn(outbounds),
    }
    const restored = [...store.sessions.values()].map((stored) => this.#restore(stored))
    // Their groups are there only now.
    for (const session of restored) session.handOnShared()
    store.waiting?.messages.dropOrphans()
  }

  /** The session a CONNECT asks for; `present` when it goes on from an earlier connection. */
  open({ clientId, protocolVersion, cleanStart, expirySec }: SessionRequest): { session: Session; present: boolean } {
    const known = this.#live.get(clientId)
    // [MQTT-3.1.2-5]
    if (known !== undefined && !cleanStart && this.#mayResume(known.session, protocolVersion)) {
      known.session.state.protocolVersion = protocolVersion
      known.cancelExpiry?.()
      known.cancelExpiry = undefined
      this.changeExpiry(known.session, expirySec)
      this.#shared.refresh(known.session)
      return { session: known.session, present: true }
    }
    // [MQTT-3.1.2-4] [MQTT-3.1.2-6]
    this.end(clientId)
    const state = { clientId, protocolVersion, expirySec, subscriptions: new Map(), inFlight: new Map(), queue: [] }
    const session = this.#add(new Session(state, this.#common))
    session.save()
    return { session, present: false }
  }

  #mayResume({ state }: Session, protocolVersion: 4 | 5): boolean {
    return state.protocolVersion === protocolVersion || this.#options.dialect.resumesAcrossVersions
  }

  /** Whether a session of this client that outlives its connection would be one too many. */
  isFull(clientId: string): boolean {
    return !this.#live.has(clientId) && this.#options.store.sessions.size >= this.#options.limits.maxKeptSessions
  }

  get(clientId: string): Session | undefined {
    return this.#live.get(clientId)?.session
  }

  changeExpiry(session: Session, expirySec: number): void {
    session.state.expirySec = expirySec
    if (expirySec === 0) session.drop()
    else session.save()
  }

  subscribe(session: Session, subscription: Subscription): void {
    this.#unroute(session, subscription.filter)
    session.subscribe(subscription)
    this.#route(session, subscription)
  }

  unsubscribe(session: Session, filter: string): void {
    this.#unroute(session, filter)
    session.unsubscribe(filter)
  }

  /** The connection is gone: the session ends now or when its expiry interval has passed. */
  release(session: Session): void {
    const live = this.#live.get(session.clientId)
    this.#shared.refresh(session)
    session.detach()
    if (live?.session !== session) return
    // [MQTT-4.1.0-2] [MQTT-3.1.2-23]
    if (session.state.expirySec === 0) return this.end(session.clientId)
    session.save(this.#options.clock.nowMs())
    this.#endAfter(live, session.state.expirySec * 1000)
  }

  end(clientId: string): void {
    const live = this.#live.get(clientId)
    if (live === undefined) return
    live.cancelExpiry?.()
    for (const leave of live.routes.values()) leave()
    this.#live.delete(clientId)
    live.session.drop()
    this.#options.onEnded(clientId)
  }

  close(): void {
    for (const { session, cancelExpiry } of this.#live.values()) {
      cancelExpiry?.()
      session.detach()
    }
    this.#live.clear()
  }

  /** A session that an earlier process kept: its client is away, since then or since it left. */
  #restore({ clientId, protocolVersion, expirySec, subscriptions, leftAtMs }: StoredSession): Session {
    const nowMs = this.#options.clock.nowMs()
    const kept = new Safekeeping(this.#options.store.waiting, clientId)
    const state: SessionState = {
      clientId, protocolVersion, expirySec, queue: kept.load(), inFlight: new Map(),
      subscriptions: new Map(subscriptions.map((subscription) => [subscription.filter, subscription])),
    }
    const session = this.#add(new Session(state, this.#common, kept))
    const live = this.#live.get(clientId)
    // A clock that was set back in between does not make it last longer.
    if (live !== undefined) this.#endAfter(live, Math.min((leftAtMs ?? nowMs) - nowMs, 0) + expirySec * 1000)
    return session
  }

  #add(session: Session): Session {
    this.#live.set(session.clientId, { session, routes: new Map(), cancelExpiry: undefined })
    for (const subscription of session.state.subscriptions.values()) this.#route(session, subscription)
    return session
  }

  #endAfter(live: LiveSession, delayMs: number): void {
    if (live.session.state.expirySec === NEVER_SEC) return
    live.cancelExpiry = this.#options.clock.after(Math.max(0, delayMs), () => this.end(live.session.clientId))
  }

  #route(session: Session, subscription: Subscription): void {
    const leave = this.#shared.join(session, subscription) ?? this.#routeTo(session, subscription)
    this.#live.get(session.clientId)?.routes.set(subscription.filter, leave)
  }

  #routeTo(session: Session, subscription: Subscription): () => void {
    const { routes } = this.#options
    const route = { subscriber: session, subscription }
    routes.add(subscription.filter, route)
    return () => routes.remove(subscription.filter, route)
  }

  #unroute(session: Session, filter: string): void {
    const routes = this.#live.get(session.clientId)?.routes
    routes?.get(filter)?.()
    routes?.delete(filter)
  }
}
