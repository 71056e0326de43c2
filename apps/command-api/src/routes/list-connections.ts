import { listConnectionsRoute } from '@keg/flows/routes'
import { connectionsOf, type PresenceLog } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /kegs/{kegId}/connections`: the last connections of a keg, newest first. */
export const listConnections = ({ presence }: { presence: PresenceLog }) =>
  answerRoute(listConnectionsRoute, async ({ params: { kegId } }) => ({ kegId, items: connectionsOf(await presence.events(kegId)) }))
