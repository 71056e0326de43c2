import type { Message, Presence, PresenceChange, RefusedConnect } from '@keg/mqtt-broker'

/**
 * The message by which AWS IoT tells of a connection or of subscriptions; none for a client id that holds a wildcard character.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 */
export function lifeCycleMessage(change: PresenceChange): Message | undefined {
  switch (change.kind) {
    case 'connected': return connected(change.presence)
    case 'disconnected': return disconnected(change.presence)
    case 'connect-refused': return connectFailed(change)
    default: return subscriptions(change)
  }
}

function connected(presence: Presence): Message | undefined {
  const { sessionIdentifier, principal, info, versionNumber, connectedAtMs } = presence
  return event('presence/connected', presence.clientId, {
    ...who(presence), timestamp: connectedAtMs, eventType: 'connected', sessionIdentifier, principalIdentifier: principal,
    ipAddress: info.sourceIp, versionNumber,
  })
}

function disconnected(presence: Presence): Message | undefined {
  const { sessionIdentifier, principal, versionNumber, ended } = presence
  return event('presence/disconnected', presence.clientId, {
    ...who(presence), timestamp: ended?.atMs, eventType: 'disconnected', sessionIdentifier, principalIdentifier: principal,
    clientInitiatedDisconnect: ended?.reason === 'CLIENT_INITIATED_DISCONNECT', disconnectReason: ended?.reason, versionNumber,
  })
}

function connectFailed(refused: RefusedConnect): Message | undefined {
  const { clientId, connectionId, atMs, info: { certificateId, accessKeyId, sourceIp } } = refused
  return event('presence/connect_failed', clientId, {
    ...who(refused), timestamp: atMs, eventType: 'connect_failed', connectFailureReason: 'AUTHORIZATION_FAILED',
    sessionIdentifier: connectionId, principalIdentifier: certificateId ?? accessKeyId, ipAddress: sourceIp,
  })
}

function subscriptions({ kind, presence, filters, atMs }: Extract<PresenceChange, { filters: readonly string[] }>): Message | undefined {
  const { sessionIdentifier, principal } = presence
  return event(`subscriptions/${kind}`, presence.clientId, {
    ...who(presence), timestamp: atMs, eventType: kind, sessionIdentifier, principalIdentifier: principal, topics: filters,
  })
}

/** The thing's name is told where the certificate is attached to it alone. */
const who = ({ clientId, thing }: Pick<Presence, 'clientId' | 'thing'>) => ({
  clientId, thingName: thing?.exclusive === true ? thing.thingName : undefined,
})

function event(kind: string, clientId: string, body: object): Message | undefined {
  if (/[+#]/.test(clientId)) return undefined
  return { topic: `$aws/events/${kind}/${clientId}`, payload: new TextEncoder().encode(JSON.stringify(body)), qos: 1, retain: false }
}
