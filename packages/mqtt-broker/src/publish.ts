import type { IPublishPacket } from 'mqtt-packet'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { withDetails } from './hooks.ts'
import { expiresAt, meterMessage } from './message.ts'
import { encodePuback } from './packet-writer.ts'
import { publishRefusal } from './publish-refusal.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import { checkPublishPacket, checkTopicName, messageOf } from './validation.ts'

/** A PUBLISH of a client: checked, allowed, routed, and acknowledged when nothing of it can be lost. */
export function handlePublish(connection: Connection, client: Client, packet: IPublishPacket): void {
  const { core } = connection
  const { limits, dialect } = core
  if (packet.qos === 2 && client.protocolVersion === 4 && dialect.qos2 === 'ignored') return ignoreQos2(connection, client, packet.topic)
  checkPublishPacket(packet, limits)
  const packetId = packet.qos === 1 ? packet.messageId : undefined
  const topic = connection.aliases.resolve(packet)
  if (!connection.mayPublish()) return discard(connection, client, packetId)
  if (packetId !== undefined && !reserve(connection, client, packetId)) return
  try {
    checkTopicName(topic, limits, dialect)
    checkAllowed(client, topic, packet.retain)
    checkTaken(connection, topic, packet)
  } catch (error) {
    refuse(connection, client, packetId, topic, error)
    return
  }
  const { properties } = packet
  const message = messageOf(
    packet, topic, properties, expiresAt(core.clock.nowMs(), properties?.messageExpiryInterval, limits.maxMessageExpirySec),
  )
  meterMessage(core.meter, message)
  connection.track(core.route(message, client.source)?.safe, () => {
    if (packetId === undefined) return
    // [MQTT-4.3.2-4] [MQTT-4.3.2-5]
    connection.unacknowledged.delete(packetId)
    connection.writeBytes(encodePuback(packetId))
  })
}

/** What comes over the rate of a connection is left out; MQTT 5 with QoS 1 can be told. */
function discard(connection: Connection, { protocolVersion }: Client, packetId: number | undefined): void {
  if (protocolVersion === 5 && packetId !== undefined)
    connection.write({ cmd: 'puback', messageId: packetId, reasonCode: ReasonCode.quotaExceeded })
}

/** Whether the packet id is free to be taken; MQTT 5 clients are told when it is not. */
function reserve(connection: Connection, client: Client, packetId: number): boolean {
  const { unacknowledged, core: { limits: { maxInFlight } } } = connection
  if (client.protocolVersion === 5) {
    if (unacknowledged.has(packetId)) {
      connection.write({ cmd: 'puback', messageId: packetId, reasonCode: ReasonCode.packetIdInUse })
      return false
    }
    if (unacknowledged.size >= maxInFlight) {
      throw new ClientFault(ReasonCode.receiveMaximumExceeded, `More than ${maxInFlight} unacknowledged messages.`)
    }
  }
  unacknowledged.add(packetId)
  return true
}

function checkAllowed({ authorization }: Client, topic: string, retain: boolean): void {
  const refused = publishRefusal(authorization, topic, retain)
  if (refused !== undefined) throw new ClientFault(ReasonCode.notAuthorized, refused.reason, 'AUTH_ERROR', refused.details)
}

/** What is acknowledged has to be with somebody: a service that is here, or the retained messages. */
function checkTaken({ core }: Connection, topic: string, { retain, payload }: IPublishPacket): void {
  const unserved = core.hooks.unserved?.(topic)
  if (unserved !== undefined) throw new ClientFault(ReasonCode.implementationSpecific, unserved, 'SERVER_ERROR')
  if (retain && payload.length > 0 && core.isRetained(topic) && !core.retained.hasRoomFor(topic)) {
    throw new ClientFault(
      ReasonCode.quotaExceeded, `There are ${core.limits.maxRetainedMessages} retained messages, and no more are kept.`, 'THROTTLED',
    )
  }
}

/**
 * As AWS IoT does: it answers a publish with QoS 2 by nothing at all, and MQTT 3.1.1 clients stay connected: mqtt.html#mqtt-differences,
 * and https://github.com/awslabs/aws-c-mqtt/issues/120. MQTT 5 clients were told the maximum QoS and are closed.
 */
function ignoreQos2(
  { core, info: { sourcePort } }: Connection, { clientId, source: { principal, sourceIp } }: Client, topic: string,
): void {
  const message = 'Publish ignored: QoS 2 is neither delivered nor answered.'
  core.log({ level: 'warn', event: 'publish-refused', clientId, principal, sourceIp, sourcePort, topic, message, reason: 'CLIENT_ERROR' })
}

/** MQTT 5 with QoS 1 is answered and stays; everybody else is closed, as no answer could be given. */
function refuse(connection: Connection, client: Client, packetId: number | undefined, topic: string, error: unknown): void {
  if (!(error instanceof ClientFault)) throw error
  const { clientId, protocolVersion, reasonStrings, source: { principal, sourceIp } } = client
  const { message, reason, details } = error
  connection.core.log({
    level: 'warn', event: 'publish-refused', clientId, principal, sourceIp, sourcePort: connection.info.sourcePort, topic,
    message: withDetails(`Publish refused: ${message}`, details), reason,
  })
  const answerable: readonly number[] = [
    ReasonCode.notAuthorized, ReasonCode.topicNameInvalid, ReasonCode.implementationSpecific, ReasonCode.quotaExceeded,
  ]
  if (packetId !== undefined) connection.unacknowledged.delete(packetId)
  // What is over a quota is dropped: mqtt.html#mqtt-retain
  if (error.reason === 'THROTTLED' && (protocolVersion === 4 || packetId === undefined)) return
  if (packetId === undefined || protocolVersion === 4 || !answerable.includes(error.code)) throw error
  connection.write({
    cmd: 'puback',
    messageId: packetId,
    reasonCode: error.code,
    // [MQTT-3.1.2-29]
    ...(reasonStrings ? { properties: { reasonString: error.message } } : {}),
  })
}
