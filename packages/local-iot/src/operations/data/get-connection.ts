import type { Presence } from '@keg/mqtt-broker'
import { operation } from '../operation.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

/** How long a client that went can be asked for: the model's `disconnectedSince`. */
const SHOWN_MS = 30 * 60_000

export const getConnection = operation('GetConnection', ({ clientId, includeSocketInformation }, { state, broker }) => {
  checkClientId(clientId)
  const presence = broker.presence(clientId)
  const nowMs = state.clock.nowMs()
  if (presence === undefined || (presence.ended !== undefined && nowMs - presence.ended.atMs > SHOWN_MS)) throw noConnection(clientId)
  const { thing, sessionExpirySec, keepAliveSec, connectedAtMs, ended } = presence
  return {
    clientId,
    connected: ended === undefined,
    thingName: thing?.thingName,
    cleanSession: sessionExpirySec === 0,
    sessionExpiry: sessionExpirySec,
    keepAliveDuration: keepAliveSec,
    ...(ended === undefined ? { connectedSince: connectedAtMs } : { disconnectedSince: ended.atMs, disconnectReason: ended.reason }),
    ...(includeSocketInformation === true ? socketOf(presence) : {}),
  }
})

const socketOf = ({ info: { sourceIp, sourcePort, targetIp, targetPort } }: Presence) => ({ sourceIp, sourcePort, targetIp, targetPort })

/** Throws for a client id that no client can have. */
export function checkClientId(clientId: string): void {
  // mqtt.html: the operations on connections answer 400.
  if (clientId.startsWith('$')) throw invalidRequest('A client ID must not begin with $')
}

export const noConnection = (clientId: string) => notFound(`No connection exists for client id ${clientId}`)
