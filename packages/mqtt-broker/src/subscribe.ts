import { parseTopicFilter, TopicError } from '@keg/mqtt-topics'
import type { ISubscribePacket, ISubscription, IUnsubscribePacket } from 'mqtt-packet'
import type { Client, Connection } from './connection.ts'
import { withDetails } from './hooks.ts'
import { MAX_FILTERS_PER_SUBSCRIBE, MAX_SUBSCRIPTIONS } from './limits.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import type { Subscription } from './store.ts'

/** What one filter of a SUBSCRIBE came to. */
type Grant = { readonly granted: Subscription; readonly retained: boolean } | { readonly refused: ClientFault }

/** A SUBSCRIBE: each filter granted or refused, then SUBACK, then the retained messages of the exact ones. */
export function handleSubscribe(connection: Connection, client: Client, packet: ISubscribePacket): void {
  if (client.protocolVersion === 4 && packet.subscriptions.some(({ qos }) => qos === 2)) return ignoreQos2(connection, client, packet)
  const messageId = checkedId(packet.messageId, packet.subscriptions.length)
  if (packet.properties?.subscriptionIdentifier !== undefined) {
    throw new ClientFault(ReasonCode.subscriptionIdsNotSupported, 'AWS IoT Core has no subscription identifiers.')
  }
  connection.core.meter.message(packet.subscriptions.reduce((bytes, { topic }) => bytes + Buffer.byteLength(topic), 0))
  const grants = decide(client, packet.subscriptions)
  for (const [index, grant] of grants.entries()) {
    if ('refused' in grant) reportRefusal(connection, client, packet.subscriptions[index]?.topic ?? '', grant.refused)
  }
  for (const grant of grants) if ('granted' in grant) connection.core.sessions.subscribe(client.session, grant.granted)
  const granted = grants.map((grant) => ('refused' in grant ? subackCode(client, grant.refused) : grant.granted.qos))
  connection.write({ cmd: 'suback', messageId, granted })
  connection.core.subscriptionsChanged('subscribed', client.clientId, grants.flatMap((grant) => ('granted' in grant ? [grant.granted.filter] : [])))
  for (const grant of grants) if ('granted' in grant && grant.retained) sendRetained(connection, client, grant.granted)
}

/** As with a publish: no SUBACK, nothing subscribed, the connection stays. */
function ignoreQos2({ core, info: { sourcePort } }: Connection, { clientId, source: { principal, sourceIp } }: Client, { subscriptions }: ISubscribePacket): void {
  const topic = subscriptions.map(({ topic: filter }) => filter).join(',')
  const message = 'Subscribe ignored: AWS IoT Core has no QoS 2; it subscribes to nothing and does not answer.'
  core.log({ level: 'warn', event: 'subscribe-refused', clientId, principal, sourceIp, sourcePort, topic, message, reason: 'CLIENT_ERROR' })
}

export function handleUnsubscribe(connection: Connection, client: Client, packet: IUnsubscribePacket): void {
  const messageId = checkedId(packet.messageId, packet.unsubscriptions.length)
  for (const filter of packet.unsubscriptions) connection.core.sessions.unsubscribe(client.session, filter)
  connection.write({ cmd: 'unsuback', messageId, granted: packet.unsubscriptions.map(() => ReasonCode.success) })
  connection.core.subscriptionsChanged('unsubscribed', client.clientId, packet.unsubscriptions)
}

function checkedId(messageId: number | undefined, filters: number): number {
  if (messageId === undefined || messageId < 1) {
    throw new ClientFault(ReasonCode.protocolError, 'The packet needs a packet id other than 0.')
  }
  if (filters === 0) throw new ClientFault(ReasonCode.protocolError, 'The packet names no topic filter.')
  return messageId
}

function decide(client: Client, asked: readonly ISubscription[]): Grant[] {
  const { subscriptions } = client.session.state
  const known = new Set(subscriptions.keys())
  return asked.map((entry) => {
    try {
      if (asked.length > MAX_FILTERS_PER_SUBSCRIBE) {
        throw new ClientFault(ReasonCode.quotaExceeded, `A SUBSCRIBE has at most ${MAX_FILTERS_PER_SUBSCRIBE} filters.`)
      }
      const granted = grant(client, entry)
      const isNew = !known.has(granted.filter)
      if (isNew && known.size >= MAX_SUBSCRIPTIONS) {
        throw new ClientFault(ReasonCode.quotaExceeded, `A connection has at most ${MAX_SUBSCRIPTIONS} subscriptions.`)
      }
      known.add(granted.filter)
      return { granted, retained: entry.rh === undefined || entry.rh === 0 || (entry.rh === 1 && isNew) }
    } catch (error) {
      if (error instanceof ClientFault) return { refused: error }
      throw error
    }
  })
}

function grant({ authorization }: Client, { topic, qos, nl }: ISubscription): Subscription {
  if (qos === 2) throw new ClientFault(ReasonCode.qosNotSupported, 'AWS IoT Core grants no QoS 2.')
  if (topic.includes('\ufffd')) throw new ClientFault(ReasonCode.topicFilterInvalid, 'The topic filter is no valid UTF-8.')
  const { shareGroup } = parsedFilter(topic)
  // [MQTT-3.8.3-4]
  if (shareGroup !== undefined && nl === true) throw new ClientFault(ReasonCode.protocolError, 'A shared subscription can not be No Local.')
  const refusal = authorization.refusal('Subscribe', topic)
  if (refusal !== undefined) throw new ClientFault(ReasonCode.notAuthorized, refusal, 'AUTH_ERROR', authorization.details?.('Subscribe', topic))
  return { filter: topic, qos: qos === 1 ? 1 : 0, noLocal: nl === true }
}

function parsedFilter(topic: string) {
  try {
    return parseTopicFilter(topic)
  } catch (error) {
    if (error instanceof TopicError) throw new ClientFault(ReasonCode.topicFilterInvalid, error.message)
    throw error
  }
}

/** A refused filter closes a 3.1.1 connection, and QoS 2 one of MQTT 5: AWS sends no SUBACK then. */
function reportRefusal(connection: Connection, { clientId, protocolVersion, source: { principal, sourceIp } }: Client, filter: string, fault: ClientFault): void {
  const { message, reason, details } = fault
  connection.core.log({ level: 'warn', event: 'subscribe-refused', clientId, principal, sourceIp, sourcePort: connection.info.sourcePort, topic: filter, message: withDetails(`Subscribe refused: ${message}`, details), reason })
  const unanswerable: readonly number[] = [ReasonCode.qosNotSupported, ReasonCode.protocolError]
  if (unanswerable.includes(fault.code) || (protocolVersion === 4 && fault.code !== ReasonCode.quotaExceeded)) throw fault
}

const subackCode = ({ protocolVersion }: Client, { code }: ClientFault) => (protocolVersion === 4 ? 0x80 : code)

/** Only an exact filter gets the retained message, and no shared one: mqtt.html#mqtt-retain */
function sendRetained(connection: Connection, { session }: Client, { filter, qos }: Subscription): void {
  if (/[+#]|^\$share\//.test(filter)) return
  const retained = connection.core.retained.get(filter, connection.core.clock.nowMs())
  if (retained !== undefined) session.deliver(retained.message, Math.min(qos, retained.message.qos) === 1 ? 1 : 0, true)
}
