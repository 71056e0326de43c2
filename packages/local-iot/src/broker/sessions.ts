import type { Clock } from '../clock.ts'
import type { TopicTrie } from '../topics/topic-trie.ts'
import type { Message } from './message.ts'
import { RATES } from './quotas.ts'
import { Session, type SessionOptions, type Subscriber } from './session.ts'
import { SharedGroups } from './shared-groups.ts'
import type { SessionState, Subscription, Table } from './store.ts'

/** A subscription as the routing table holds it. */
export interface Route {
  readonly subscriber: Subscriber
  readonly subscription: Subscription
}

export interface SessionRequest {
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly cleanStart: boolean
  readonly expirySec: number
}

export interface SessionsOptions {
  readonly table: Table<SessionState>
  readonly routes: TopicTrie<Route>
  readonly clock: Clock
  /** Whether queued messages go out at AWS's rates, or at once. */
  readonly pacesQueues: boolean
  /** From 0 up to 1: picks the member of a shared subscription. */
  readonly random: () => number
  /** Told of messages dropped for a client or a shared subscription, at most once a second for each. */
  readonly onDropped: (receiver: string, message: Message, why: string, count: number) => void
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
    const { table, routes, clock, random, onDropped, pacesQueues } = options
    this.#shared = new SharedGroups(routes, { clock, random, onDropped, drainPerSec: pacesQueues ? RATES.sharedQueued : undefined })
    this.#common = {
      table, clock, onDropped,
      drainPerSec: pacesQueues ? RATES.queued : undefined,
      onReady: (session) => this.#shared.ready(session),
      handOn: (outbounds) => this.#shared.handOn(outbounds),
    }
    for (const state of table.values()) this.#add(state)
  }

  /** The session a CONNECT asks for; `present` when it goes on from an earlier connection. */
  open({ clientId, protocolVersion, cleanStart, expirySec }: SessionRequest): { session: Session; present: boolean } {
    const known = this.#live.get(clientId)
    // MQTT 3.1.1 and MQTT 5 sessions don't resume each other: mqtt.html#mqtt-persistent-sessions-create
    if (known !== undefined && !cleanStart && known.session.state.protocolVersion === protocolVersion) {
      known.cancelExpiry?.()
      known.cancelExpiry = undefined
      known.session.state.expirySec = expirySec
      this.#shared.refresh(known.session)
      return { session: known.session, present: true }
    }
    this.end(clientId)
    const state = { clientId, protocolVersion, expirySec, subscriptions: new Map(), inFlight: new Map(), queue: [] }
    return { session: this.#add(state), present: false }
  }

  get(clientId: string): Session | undefined {
    return this.#live.get(clientId)?.session
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
    if (session.state.expirySec === 0) this.end(session.clientId)
    else live.cancelExpiry = this.#options.clock.after(session.state.expirySec * 1000, () => this.end(session.clientId))
  }

  end(clientId: string): void {
    const live = this.#live.get(clientId)
    if (live === undefined) return
    live.cancelExpiry?.()
    for (const leave of live.routes.values()) leave()
    this.#live.delete(clientId)
    this.#options.table.delete(clientId)
  }

  close(): void {
    for (const { session, cancelExpiry } of this.#live.values()) {
      cancelExpiry?.()
      session.detach()
    }
    this.#live.clear()
  }

  #add(state: SessionState): Session {
    const session = new Session(state, this.#common)
    this.#live.set(state.clientId, { session, routes: new Map(), cancelExpiry: undefined })
    for (const subscription of state.subscriptions.values()) this.#route(session, subscription)
    // What a stored session had under way waits again.
    if (state.inFlight.size > 0) session.detach()
    return session
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
