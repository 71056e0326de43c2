import type { TopicTrie } from './topic-trie.ts'
import type { Route } from './route.ts'
import type { Session } from './session.ts'
import { SharedGroup, type SharedGroupOptions } from './shared-group.ts'
import type { Outbound, Subscription } from './store.ts'

const SHARED = /^\$share\/[^/]+\/(.+)$/s

/**
 * The shared subscriptions, each a group of its own: the whole `$share/{group}/{filter}` names it, and it has one place in the routing
 * table.
 */
export class SharedGroups {
  readonly #routes: TopicTrie<Route>
  readonly #options: SharedGroupOptions
  readonly #groups = new Map<string, { group: SharedGroup; end: () => void }>()
  readonly #bySession = new Map<Session, Set<SharedGroup>>()

  constructor(routes: TopicTrie<Route>, options: SharedGroupOptions) {
    this.#routes = routes
    this.#options = options
  }

  /** Makes the session a member; the function returned ends it. `undefined` when the filter is no shared one. */
  join(session: Session, subscription: Subscription): (() => void) | undefined {
    const filter = SHARED.exec(subscription.filter)?.[1]
    if (filter === undefined) return undefined
    const { group } = this.#groups.get(subscription.filter) ?? this.#open(subscription.filter, filter)
    this.#bySession.set(session, (this.#bySession.get(session) ?? new Set()).add(group))
    group.join(session, subscription)
    return () => this.#leave(session, group)
  }

  /** The session can be given more. */
  ready(session: Session): void {
    const groups = this.#bySession.get(session)
    if (groups !== undefined) for (const group of groups) group.offerTo(session)
  }

  /** The session's expiry is another, or it was given a connection. */
  refresh(session: Session): void {
    for (const group of this.#bySession.get(session) ?? []) group.refresh(session)
  }

  /** Gives other members what one did not acknowledge; a group that is gone takes it along. */
  handOn(outbounds: readonly Outbound[]): void {
    for (const [filter, ofGroup] of Map.groupBy(outbounds, ({ shared }) => shared)) {
      if (filter !== undefined) this.#groups.get(filter)?.group.handOn(ofGroup)
    }
  }

  #open(text: string, filter: string) {
    const group = new SharedGroup(text, this.#options)
    const route = { subscriber: group, subscription: { filter: text, qos: 1 as const, noLocal: false } }
    this.#routes.add(filter, route)
    const opened = { group, end: () => this.#routes.remove(filter, route) }
    this.#groups.set(text, opened)
    return opened
  }

  #leave(session: Session, group: SharedGroup): void {
    group.leave(session)
    const groups = this.#bySession.get(session)
    groups?.delete(group)
    if (groups?.size === 0) this.#bySession.delete(session)
    if (!group.isEmpty) return
    this.#groups.get(group.filter)?.end()
    this.#groups.delete(group.filter)
  }
}
