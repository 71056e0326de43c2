import type { IConnackPacket, IConnectPacket } from 'mqtt-packet'
import type { Client, Connection } from './connection.ts'
import { withDetails, type ConnectAnswer } from './hooks.ts'
import {
  MAX_IN_FLIGHT, MAX_KEEP_ALIVE_SEC, MAX_PACKET_BYTES, MAX_SESSION_EXPIRY_SEC, MAX_TOPIC_ALIASES, MIN_KEEP_ALIVE_SEC,
} from './limits.ts'
import { connectFailedEvent } from './life-cycle.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import { checkConnectPacket } from './validation.ts'
import { willOf, willRefusal } from './will.ts'

/** A CONNACK return code of MQTT 3.1.1. */
const IDENTIFIER_REJECTED = 2

/** Checks a CONNECT, asks who it is and what it may, and opens the connection or refuses it. */
export async function acceptConnect(connection: Connection, packet: IConnectPacket): Promise<void> {
  const { core } = connection
  // MQTT 3.1 differs from 3.1.1 in its name: SDKs of the first version send nothing else, and AWS takes it.
  const version = packet.protocolVersion === 5 ? 5 : 4
  checkConnectPacket(packet)
  if (packet.clientId === '' && version === 4 && packet.clean === false) {
    return refuse311(connection, IDENTIFIER_REJECTED, 'A session that is kept needs a client id.')
  }
  const clientId = packet.clientId === '' ? `$GEN/${core.newId()}` : packet.clientId
  if (!core.mayConnect(clientId)) {
    throw new ClientFault(ReasonCode.quotaExceeded, `${clientId} connects more than once a second.`, 'THROTTLED')
  }
  const expirySec = sessionExpirySec(packet, version)
  if (expirySec > 0 && core.sessions.isFull(clientId)) {
    throw new ClientFault(ReasonCode.quotaExceeded, 'No more sessions are kept than there are; connect with a clean one.', 'THROTTLED')
  }
  const answer = await core.hooks.connect({
    connectionId: connection.id,
    clientId,
    protocolVersion: version,
    username: packet.username,
    password: packet.password,
    persistent: expirySec > 0,
    willTopic: packet.will?.topic,
    info: connection.info,
  })
  // The socket may have gone while somebody else's code decided.
  if (connection.isClosed) return
  if (!answer.accepted) return refuse(connection, version, clientId, answer)
  // A client that may not leave its Will may not connect: life-cycle-events.html#connect-authfailure-event
  const refusedWill = packet.will === undefined ? undefined : willRefusal(answer.authorization, packet.will)
  if (refusedWill === undefined) admit(connection, packet, { clientId, version, expirySec }, answer)
  else refuse(connection, version, clientId, { code: ReasonCode.notAuthorized, ...refusedWill, thing: answer.thing })
}

/** 3.1.1: an hour or nothing; MQTT 5: as asked, up to the account's quota of an hour. */
function sessionExpirySec({ clean, properties }: IConnectPacket, version: 4 | 5): number {
  if (version === 4) return clean === false ? MAX_SESSION_EXPIRY_SEC : 0
  return Math.min(properties?.sessionExpiryInterval ?? 0, MAX_SESSION_EXPIRY_SEC)
}

interface Admission {
  readonly clientId: string
  readonly version: 4 | 5
  readonly expirySec: number
}

function admit(
  connection: Connection,
  packet: IConnectPacket,
  { clientId, version, expirySec }: Admission,
  answer: ConnectAnswer & { accepted: true },
): void {
  const { core } = connection
  const { properties = {}, will, clean } = packet
  core.takeOver(clientId, connection)
  core.meter.message(clientId.length + (will === undefined ? 0 : will.topic.length + will.payload.length))
  const { session, present } = core.sessions.open({ clientId, protocolVersion: version, cleanStart: clean !== false, expirySec })
  const client: Client = {
    clientId,
    protocolVersion: version,
    authorization: answer.authorization,
    thing: answer.thing,
    session,
    source: { clientId, principal: answer.authorization.principal, sourceIp: connection.info.sourceIp, hops: 0 },
    will: will === undefined ? undefined : willOf(will),
    receiveMaximum: Math.min(properties.receiveMaximum ?? MAX_IN_FLIGHT, MAX_IN_FLIGHT),
    maximumPacketSize: properties.maximumPacketSize ?? Number.POSITIVE_INFINITY,
    reasonStrings: properties.requestProblemInformation !== false,
  }
  const keepAliveSec = keepAlive(packet.keepalive ?? 0)
  const connack: IConnackPacket =
    version === 4 ? { cmd: 'connack', sessionPresent: present, returnCode: 0 } : connack5(packet, clientId, expirySec, present)
  connection.open(client, connack, keepAliveSec, answer)
}

/** What AWS makes of the keep alive: 0 and more than 1,200 s are 1,200 s, less than 30 s is 30 s. */
const keepAlive = (askedSec: number) =>
  askedSec === 0 ? MAX_KEEP_ALIVE_SEC : Math.min(Math.max(askedSec, MIN_KEEP_ALIVE_SEC), MAX_KEEP_ALIVE_SEC)

function connack5(packet: IConnectPacket, clientId: string, expirySec: number, sessionPresent: boolean): IConnackPacket {
  return {
    cmd: 'connack',
    sessionPresent,
    reasonCode: ReasonCode.success,
    properties: {
      sessionExpiryInterval: expirySec,
      receiveMaximum: MAX_IN_FLIGHT,
      maximumQoS: 1,
      retainAvailable: true,
      maximumPacketSize: MAX_PACKET_BYTES,
      ...(packet.clientId === '' ? { assignedClientIdentifier: clientId } : {}),
      topicAliasMaximum: MAX_TOPIC_ALIASES,
      wildcardSubscriptionAvailable: true,
      subscriptionIdentifiersAvailable: false,
      sharedSubscriptionAvailable: true,
      serverKeepAlive: keepAlive(packet.keepalive ?? 0),
    },
  }
}

type Refusal = Omit<ConnectAnswer & { accepted: false }, 'accepted'>

function refuse(connection: Connection, version: 4 | 5, clientId: string, { code, reason, details, thing }: Refusal): void {
  const { certificateId, accessKeyId, sourceIp, sourcePort } = connection.info
  connection.core.log({ level: 'warn', event: 'connect-refused', clientId, principal: certificateId ?? accessKeyId, sourceIp, sourcePort, message: withDetails(reason, details), reason: 'AUTH_ERROR' })
  // A 3.1.1 client sees its connection close: mqtt.html#mqtt-differences
  if (version === 5) connection.write({ cmd: 'connack', sessionPresent: false, reasonCode: code, properties: { reasonString: reason } })
  connection.close(undefined, 'AUTH_ERROR')
  if (code === ReasonCode.notAuthorized) {
    connection.core.tell(connectFailedEvent({ clientId, thing }, connection.id, connection.info, connection.core.clock.nowMs()))
  }
}

function refuse311(connection: Connection, returnCode: number, reason: string): void {
  connection.core.log({ level: 'warn', event: 'connect-refused', message: reason, reason: 'CLIENT_ERROR' })
  connection.write({ cmd: 'connack', sessionPresent: false, returnCode })
  connection.close(undefined, 'CLIENT_ERROR')
}
