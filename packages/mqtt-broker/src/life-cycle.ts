import type { ConnectionInfo } from './hooks.ts'
import type { Message } from './message.ts'
import type { Presence } from './presence.ts'

/**
 * The messages by which AWS IoT tells of connections and subscriptions; nothing for a client id that holds a wildcard character.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 */
export function connectedEvent(presence: Presence): Message | undefined {
  const { sessionIdentifier, principal, info, versionNumber, connectedAtMs } = presence
  return event('presence/connected', presence.clientId, {
    ...who(presence), timestamp: connectedAtMs, eventType: 'connected', sessionIdentifier, principalIdentifier: principal,
    ipAddress: info.sourceIp, versionNumber,
  })
}

export function disconnectedEvent(presence: Presence): Message | undefined {
  const { sessionIdentifier, principal, versionNumber, ended } = presence
  return event('presence/disconnected', presence.clientId, {
    ...who(presence), timestamp: ended?.atMs, eventType: 'disconnected', sessionIdentifier, principalIdentifier: principal,
    clientInitiatedDisconnect: ended?.reason === 'CLIENT_INITIATED_DISCONNECT', disconnectReason: ended?.reason, versionNumber,
  })
}

/** A CONNECT that was refused for want of permission: to connect, or to leave its Will. */
export function connectFailedEvent(
  client: Pick<Presence, 'clientId' | 'thing'>,
  sessionIdentifier: string,
  { certificateId, accessKeyId, sourceIp }: ConnectionInfo,
  nowMs: number,
): Message | undefined {
  return event('presence/connect_failed', client.clientId, {
    ...who(client), timestamp: nowMs, eventType: 'connect_failed', connectFailureReason: 'AUTHORIZATION_FAILED', sessionIdentifier,
    principalIdentifier: certificateId ?? accessKeyId, ipAddress: sourceIp,
  })
}

export function subscriptionEvent(eventType: 'subscribed' | 'unsubscribed', presence: Presence, topics: readonly string[], nowMs: number): Message | undefined {
  const { sessionIdentifier, principal } = presence
  return event(`subscriptions/${eventType}`, presence.clientId, {
    ...who(presence), timestamp: nowMs, eventType, sessionIdentifier, principalIdentifier: principal, topics,
  })
}

/** The thing's name is told where the certificate is attached to it alone. */
const who = ({ clientId, thing }: Pick<Presence, 'clientId' | 'thing'>) => ({ clientId, thingName: thing?.exclusive === true ? thing.thingName : undefined })

function event(kind: string, clientId: string, body: object): Message | undefined {
  if (/[+#]/.test(clientId)) return undefined
  return { topic: `$aws/events/${kind}/${clientId}`, payload: new TextEncoder().encode(JSON.stringify(body)), qos: 1, retain: false }
}
