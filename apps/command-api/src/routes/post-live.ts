import { postLiveRoute } from '@keg/flows/routes'
import { randomUUID } from 'node:crypto'
import { answerRoute } from '../http/route.ts'
import { signTicket } from '../live/ticket.ts'

/** `POST /live`: a ticket for a page that wants to watch over MQTT; see `live/authorizer.ts` for what it lets in to. */
export const postLive = (
  { key, authorizerName, nowSec }: { key: () => Promise<Uint8Array>; authorizerName: string; nowSec: () => number },
) =>
  answerRoute(postLiveRoute, async () => {
    const clientId = `dashboard-${randomUUID()}`
    const password = await signTicket({ clientId, nowSec: nowSec() }, await key())
    return { clientId, username: `dashboard?x-amz-customauthorizer-name=${authorizerName}`, password }
  })
