import type { ISubscribePacket, ISubscription, IUnsubscribePacket } from 'mqtt-packet'
import type { BrokerCore } from './broker-core.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { withDetails } from './hooks.ts'
import { propertyBytes } from './message.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import type { Subscription } from './store.ts'
import { isText } from './validation.ts'
import { isShared, levelsRefusal } from './topic-rules.ts'

/** What one filter of a SUBSCRIBE came to. */
type Grant = { readonly granted: Subscription; readonly retained: boolean } | { readonly refused: ClientFault }

/** A SUBSCRIBE: each filter granted or refused, then SUBACK, then the retained messages of the exact ones. */
export function handleSubscribe(connection: Connection, client: Client, packet: ISubscribePacket): void {
  if (ignoresQos2(connection, client) && packet.subscriptions.some(({ qos }) => qos === 2)) return ignoreQos2(connection, client, packet)
  const messageId = checkedId(packet.messageId, packet.subscriptions.length)
  if (packet.properties?.subscriptionIdentifier !== undefined) {
    throw new ClientFault(ReasonCode.subscriptionIdsNotSupported, 'This broker has no subscription identifiers.')
  }
  const filterBytes = packet.subscriptions.reduce((bytes, { topic }) => bytes + Buffer.byteLength(topic), 0)
  connection.core.meter.message(filterBytes + propertyBytes(packet.properties?.userProperties), undefined, 'subscribe')
  const grants = decide(connection, client, packet.subscriptions)
  for (const [index, grant] of grants.entries()) {
    if ('refused' in grant) reportRefusal(connection, client, packet.subscriptions[index]?.topic ?? '', grant.refused)
  }
  for (const grant of grants) if ('granted' in grant) connection.core.sessions.subscribe(client.session, grant.granted)
  const granted = grants.map((grant) => ('refused' in grant ? subackCode(client, grant.refused) : grant.granted.qos))
  // [MQTT-3.8.4-1] [MQTT-3.8.4-6] [MQTT-3.9.3-1]
  connection.write({ cmd: 'suback', messageId, granted })
  connection.core.subscriptionsChanged(
    'subscribed', client.clientId, grants.flatMap((grant) => ('granted' in grant ? [grant.granted.filter] : [])),
  )
  for (const grant of grants) if ('granted' in grant && grant.retained) sendRetained(connection, client, grant.granted)
}

const ignoresQos2 = ({ core: { dialect } }: Connection, { protocolVersion }: Client) => protocolVersion === 4 && dialect.qos2 === 'ignored'

/** As with a publish: no SUBACK, nothing subscribed, the connection stays. */
function ignoreQos2(
  { core, info: { sourcePort } }: Connection, { clientId, source: { principal, sourceIp } }: Client, { subscriptions }: ISubscribePacket,
): void {
  const topic = subscriptions.map(({ topic: filter }) => filter).join(',')
  const message = 'Subscribe ignored: QoS 2 subscribes to nothing and is not answered.'
  core.log({ level: 'warn', event: 'subscribe-refused', clientId, principal, sourceIp, sourcePort, topic, message, reason: 'CLIENT_ERROR' })
}

export function handleUnsubscribe(connection: Connection, client: Client, packet: IUnsubscribePacket): void {
  const messageId = checkedId(packet.messageId, packet.unsubscriptions.length)
  // [MQTT-3.10.4-1] [MQTT-3.10.4-5]
  for (const filter of packet.unsubscriptions) connection.core.sessions.unsubscribe(client.session, filter)
  connection.write({ cmd: 'unsuback', messageId, granted: packet.unsubscriptions.map(() => ReasonCode.success) })
  connection.core.subscriptionsChanged('unsubscribed', client.clientId, packet.unsubscriptions)
}

function checkedId(messageId: number | undefined, filters: number): number {
  if (messageId === undefined || messageId < 1) {
    throw new ClientFault(ReasonCode.protocolError, 'The packet needs a packet id other than 0.')
  }
  // [MQTT-3.8.3-2] [MQTT-3.10.3-2]
  if (filters === 0) throw new ClientFault(ReasonCode.protocolError, 'The packet names no topic filter.')
  return messageId
}

function decide({ core }: Connection, client: Client, asked: readonly ISubscription[]): Grant[] {
  const { maxFiltersPerSubscribe, maxSubscriptions } = core.limits
  const { subscriptions } = client.session.state
  const known = new Set(subscriptions.keys())
  return asked.map((entry) => {
    try {
      if (asked.length > maxFiltersPerSubscribe) {
        throw new ClientFault(ReasonCode.quotaExceeded, `A SUBSCRIBE has at most ${maxFiltersPerSubscribe} filters.`)
      }
      const granted = grant(core, client, entry)
      const isNew = !known.has(granted.filter)
      if (isNew && known.size >= maxSubscriptions) {
        throw new ClientFault(ReasonCode.quotaExceeded, `A connection has at most ${maxSubscriptions} subscriptions.`)
      }
      known.add(granted.filter)
      // [MQTT-3.3.1-9] [MQTT-3.3.1-10] [MQTT-3.3.1-11]
      return { granted, retained: entry.rh === undefined || entry.rh === 0 || (entry.rh === 1 && isNew) }
    } catch (error) {
      if (error instanceof ClientFault) return { refused: error }
      throw error
    }
  })
}

function grant({ dialect, limits }: BrokerCore, { authorization }: Client, { topic, qos, nl, rap }: ISubscription): Subscription {
  if (qos === 2 && dialect.qos2 === 'ignored') throw new ClientFault(ReasonCode.qosNotSupported, 'No QoS 2 is granted.')
  // [MQTT-1.5.4-1] [MQTT-1.5.4-2]
  if (!isText(topic)) throw new ClientFault(ReasonCode.malformedPacket, 'The topic filter is no valid UTF-8 or holds a NUL.')
  const malformed = dialect.topicFilterRefusal(topic) ?? levelsRefusal(topic, limits.maxTopicLevels)
  if (malformed !== undefined) throw new ClientFault(ReasonCode.topicFilterInvalid, malformed)
  // [MQTT-3.8.3-4]
  if (isShared(topic) && nl === true) throw new ClientFault(ReasonCode.protocolError, 'A shared subscription can not be No Local.')
  const refusal = authorization.refusal('Subscribe', topic)
  if (refusal !== undefined)
    throw new ClientFault(ReasonCode.notAuthorized, refusal, 'AUTH_ERROR', authorization.details?.('Subscribe', topic))
  const keepsRetain = rap === true && dialect.retainAsPublished
  return { filter: topic, qos: qos === 0 ? 0 : 1, noLocal: nl === true, ...(keepsRetain ? { retainAsPublished: true } : {}) }
}

/** A refused filter closes a 3.1.1 connection that is told nothing, and QoS 2 one of MQTT 5: AWS sends no SUBACK then. */
function reportRefusal(
  connection: Connection, { clientId, protocolVersion, source: { principal, sourceIp } }: Client, filter: string, fault: ClientFault,
): void {
  const { message, reason, details } = fault
  connection.core.log({
    level: 'warn', event: 'subscribe-refused', clientId, principal, sourceIp, sourcePort: connection.info.sourcePort, topic: filter,
    message: withDetails(`Subscribe refused: ${message}`, details), reason,
  })
  const unanswerable: readonly number[] = [ReasonCode.qosNotSupported, ReasonCode.protocolError, ReasonCode.malformedPacket]
  const isTold = protocolVersion === 5 || connection.core.dialect.answersRefusals311 || fault.code === ReasonCode.quotaExceeded
  if (unanswerable.includes(fault.code) || !isTold) throw fault
}

const subackCode = ({ protocolVersion }: Client, { code }: ClientFault) => (protocolVersion === 4 ? 0x80 : code)

/** A shared filter gets none, and one with wildcards only where the dialect says so. */
function sendRetained({ core: { retained, clock, dialect } }: Connection, { session }: Client, { filter, qos }: Subscription): void {
  if (isShared(filter)) return
  const hasWildcards = /[+#]/.test(filter)
  if (hasWildcards && !dialect.retainedForWildcards) return
  const nowMs = clock.nowMs()
  const found = hasWildcards ? retained.matching(filter, nowMs) : [retained.get(filter, nowMs)]
  for (const one of found) if (one !== undefined) session.deliver(one.message, qos === 1 && one.message.qos === 1 ? 1 : 0, true)
}
