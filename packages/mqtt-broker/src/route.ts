import type { Subscriber } from './session.ts'
import type { Subscription } from './store.ts'

/** A subscription as the routing table holds it. */
export interface Route {
  readonly subscriber: Subscriber
  readonly subscription: Subscription
}
