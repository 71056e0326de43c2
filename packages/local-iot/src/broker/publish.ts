import type { IPublishPacket } from 'mqtt-packet'
import type { Client, Connection } from './connection.ts'
import { withDetails } from './hooks.ts'
import { MAX_IN_FLIGHT } from './limits.ts'
import { meterMessage } from './message.ts'
import { encodePuback } from './packet-writer.ts'
import { publishRefusal } from './publish-refusal.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import { checkPublishPacket, checkTopicName, messageOf } from './validation.ts'

/** A PUBLISH of a client: checked, allowed, routed, and only then acknowledged. */
export function handlePublish(connection: Connection, client: Client, packet: IPublishPacket): void {
  checkPublishPacket(packet)
  const packetId = packet.qos === 1 ? packet.messageId : undefined
  const topic = connection.aliases.resolve(packet)
  if (!connection.mayPublish()) return discard(connection, client, packetId)
  if (packetId !== undefined && !reserve(connection, client, packetId)) return
  try {
    checkTopicName(topic)
    checkAllowed(client, topic, packet.retain)
  } catch (error) {
    refuse(connection, client, packetId, topic, error)
    return
  }
  const { core } = connection
  const message = messageOf(packet, topic, packet.properties, core.clock.nowMs())
  meterMessage(core.meter, message)
  connection.track(core.route(message, client.source), () => {
    if (packetId === undefined) return
    connection.unacknowledged.delete(packetId)
    connection.writeBytes(encodePuback(packetId))
  })
}

/** What comes over the rate of a connection is left out; MQTT 5 with QoS 1 can be told. */
function discard(connection: Connection, { protocolVersion }: Client, packetId: number | undefined): void {
  if (protocolVersion === 5 && packetId !== undefined) connection.write({ cmd: 'puback', messageId: packetId, reasonCode: ReasonCode.quotaExceeded })
}

/** Whether the packet id is free to be taken; MQTT 5 clients are told when it is not. */
function reserve(connection: Connection, client: Client, packetId: number): boolean {
  const { unacknowledged } = connection
  if (client.protocolVersion === 5) {
    if (unacknowledged.has(packetId)) {
      connection.write({ cmd: 'puback', messageId: packetId, reasonCode: ReasonCode.packetIdInUse })
      return false
    }
    if (unacknowledged.size >= MAX_IN_FLIGHT) {
      throw new ClientFault(ReasonCode.receiveMaximumExceeded, `More than ${MAX_IN_FLIGHT} unacknowledged messages.`)
    }
  }
  unacknowledged.add(packetId)
  return true
}

function checkAllowed({ authorization }: Client, topic: string, retain: boolean): void {
  const refused = publishRefusal(authorization, topic, retain)
  if (refused !== undefined) throw new ClientFault(ReasonCode.notAuthorized, refused.reason, 'AUTH_ERROR', refused.details)
}

/** MQTT 5 with QoS 1 is answered and stays; everybody else is closed, as no answer could be given. */
function refuse(connection: Connection, client: Client, packetId: number | undefined, topic: string, error: unknown): void {
  if (!(error instanceof ClientFault)) throw error
  const { clientId, protocolVersion, reasonStrings, source: { principal, sourceIp } } = client
  const { message, reason, details } = error
  connection.core.log({ level: 'warn', event: 'publish-refused', clientId, principal, sourceIp, sourcePort: connection.info.sourcePort, topic, message: withDetails(`Publish refused: ${message}`, details), reason })
  const answerable: readonly number[] = [ReasonCode.notAuthorized, ReasonCode.topicNameInvalid]
  if (packetId === undefined || protocolVersion === 4 || !answerable.includes(error.code)) throw error
  connection.unacknowledged.delete(packetId)
  connection.write({
    cmd: 'puback',
    messageId: packetId,
    reasonCode: error.code,
    ...(reasonStrings ? { properties: { reasonString: error.message } } : {}),
  })
}
