import { listConnectionsRoute } from '@keg/flows/routes'
import { connectionsOf, type PresenceLog } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'

/** `GET /kegs/{kegId}/connections`: the last connections of a keg, newest first. */
export const listConnections = ({ presence, gate }: { presence: PresenceLog } & KegGated) =>
  answerRoute(listConnectionsRoute, gate, async ({ params: { kegId } }) => ({ kegId, items: connectionsOf(await presence.events(kegId)) }))
