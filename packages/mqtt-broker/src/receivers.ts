import type { TopicTrie } from './topic-trie.ts'
import type { Client } from './client.ts'
import type { Route } from './route.ts'

/** A subscription that a message on a topic is for. */
export interface Receiver {
  /** Absent: a member of the shared subscription that `filter` names. */
  readonly clientId?: string
  readonly filter: string
  readonly qos: 0 | 1
  /** Whether its client is connected; a session that is kept gets QoS 1 later. */
  readonly connected?: boolean
  /** Why its policies do not let it receive the message. */
  readonly refused?: string
}

/** Whom a message on the topic is for, by client id and then the shared ones; handlers of this process are left out. */
export function receiversOf(
  routes: TopicTrie<Route>, clientOf: (clientId: string) => Client | undefined, topic: string,
): readonly Receiver[] {
  const receivers = routes.match(topic).flatMap(({ subscriber: { clientId }, subscription: { filter, qos } }): Receiver[] => {
    if (clientId === undefined) return filter.startsWith('$share/') ? [{ filter, qos }] : []
    const client = clientOf(clientId)
    const refused = client?.authorization.refusal('Receive', topic)
    return [{ clientId, filter, qos, connected: client !== undefined, ...(refused === undefined ? {} : { refused }) }]
  })
  return receivers.sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
}

const placeOf = ({ clientId, filter }: Receiver) => `${clientId === undefined ? 1 : 0}${clientId ?? ''} ${filter}`
