import type { Clock } from '../clock.ts'
import type { TopicTrie } from '../topics/topic-trie.ts'
import { Session, type OnDropped, type Subscriber } from './session.ts'
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

/** Every session by client id: begun, resumed, and ended when its time is over. */
export class Sessions {
  readonly #table: Table<SessionState>
  readonly #routes: TopicTrie<Route>
  readonly #clock: Clock
  readonly #onDropped: (clientId: string, ...dropped: Parameters<OnDropped>) => void
  readonly #live = new Map<string, { session: Session; routes: Map<string, Route>; cancelExpiry: (() => void) | undefined }>()

  constructor(
    table: Table<SessionState>,
    routes: TopicTrie<Route>,
    clock: Clock,
    onDropped: (clientId: string, ...dropped: Parameters<OnDropped>) => void,
  ) {
    this.#table = table
    this.#routes = routes
    this.#clock = clock
    this.#onDropped = onDropped
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
      return { session: known.session, present: true }
    }
    this.end(clientId)
    const state = { clientId, protocolVersion, expirySec, subscriptions: new Map(), inFlight: new Map(), queue: [] }
    return { session: this.#add(state), present: false }
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
    session.detach()
    if (live?.session !== session) return
    if (session.state.expirySec === 0) this.end(session.clientId)
    else live.cancelExpiry = this.#clock.after(session.state.expirySec * 1000, () => this.end(session.clientId))
  }

  end(clientId: string): void {
    const live = this.#live.get(clientId)
    if (live === undefined) return
    live.cancelExpiry?.()
    for (const filter of [...live.routes.keys()]) this.#unroute(live.session, filter)
    this.#live.delete(clientId)
    this.#table.delete(clientId)
  }

  close(): void {
    for (const { cancelExpiry } of this.#live.values()) cancelExpiry?.()
    this.#live.clear()
  }

  #add(state: SessionState): Session {
    const session = new Session(state, this.#table, () => this.#clock.nowMs(), (...dropped) => this.#onDropped(state.clientId, ...dropped))
    this.#live.set(state.clientId, { session, routes: new Map(), cancelExpiry: undefined })
    for (const subscription of state.subscriptions.values()) this.#route(session, subscription)
    return session
  }

  #route(session: Session, subscription: Subscription): void {
    const route = { subscriber: session, subscription }
    this.#live.get(session.clientId)?.routes.set(subscription.filter, route)
    this.#routes.add(subscription.filter, route)
  }

  #unroute(session: Session, filter: string): void {
    const routes = this.#live.get(session.clientId)?.routes
    const route = routes?.get(filter)
    if (route === undefined) return
    routes?.delete(filter)
    this.#routes.remove(filter, route)
  }
}
