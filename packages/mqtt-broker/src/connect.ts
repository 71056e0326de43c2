import type { IConnackPacket, IConnectPacket } from 'mqtt-packet'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { withDetails, type ConnectAnswer } from './hooks.ts'
import { LONGEST, type BrokerLimits } from './limits.ts'
import { messageBytes, propertyBytes } from './message.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'
import { IDENTIFIER_REJECTED } from './return-code.ts'
import { checkConnectPacket } from './validation.ts'
import { willOf, willRefusal } from './will.ts'

/** Checks a CONNECT, asks who it is and what it may, and opens the connection or refuses it. */
export async function acceptConnect(connection: Connection, packet: IConnectPacket): Promise<void> {
  const { core } = connection
  const { limits, dialect } = core
  // MQTT 3.1 differs from 3.1.1 in its name: SDKs of the first version send nothing else.
  const version = packet.protocolVersion === 5 ? 5 : 4
  checkConnectPacket(packet, limits, dialect)
  if (packet.clientId === '' && version === 4 && packet.clean === false) {
    return refuse311(connection, IDENTIFIER_REJECTED, 'A session that is kept needs a client id.')
  }
  // [MQTT-3.1.3-6]
  const clientId = packet.clientId === '' ? dialect.generatedClientIdPrefix + core.newId() : packet.clientId
  if (!core.mayConnect(clientId)) {
    throw new ClientFault(ReasonCode.quotaExceeded, tooManyConnects(clientId, limits.connectsPerSec), 'THROTTLED')
  }
  const expirySec = sessionExpirySec(packet, version, limits.maxSessionExpirySec)
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
  // [MQTT-3.1.4-2] The socket may have gone while somebody else's code decided.
  if (connection.isClosed) return
  if (!answer.accepted) return refuse(connection, version, clientId, answer)
  // A client that may not leave its Will may not connect.
  const refusedWill = packet.will === undefined ? undefined : willRefusal(answer.authorization, packet.will)
  if (refusedWill === undefined) admit(connection, packet, { clientId, version, expirySec }, answer)
  else refuse(connection, version, clientId, { code: ReasonCode.notAuthorized, ...refusedWill, thing: answer.thing })
}

export const tooManyConnects = (clientId: string, perSec: number) =>
  `${clientId} connects more than ${perSec === 1 ? 'once' : `${perSec} times`} a second.`

/** 3.1.1: the longest or nothing; MQTT 5: as asked, up to the longest. */
function sessionExpirySec({ clean, properties }: IConnectPacket, version: 4 | 5, maxSec: number): number {
  if (version === 4) return clean === false ? maxSec : 0
  return Math.min(properties?.sessionExpiryInterval ?? 0, maxSec)
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
  const { limits } = core
  const { properties = {}, will, clean } = packet
  core.takeOver(clientId, connection)
  const willBytes = will === undefined
    ? 0
    : messageBytes({ topic: will.topic, payload: Buffer.from(will.payload) }) + propertyBytes(will.properties)
  core.meter.message(Buffer.byteLength(clientId) + willBytes + propertyBytes(properties.userProperties), undefined, 'connect')
  const { session, present } = core.sessions.open({ clientId, protocolVersion: version, cleanStart: clean !== false, expirySec })
  const client: Client = {
    clientId,
    protocolVersion: version,
    authorization: answer.authorization,
    thing: answer.thing,
    session,
    source: { clientId, principal: answer.authorization.principal, sourceIp: connection.info.sourceIp, hops: 0 },
    will: will === undefined ? undefined : willOf(will),
    receiveMaximum: Math.min(properties.receiveMaximum ?? limits.maxInFlight, limits.maxInFlight),
    reasonStrings: properties.requestProblemInformation !== false,
  }
  const keepAliveSec = keepAlive(packet.keepalive ?? 0, limits)
  const connack: IConnackPacket =
    version === 4
      ? { cmd: 'connack', sessionPresent: present, returnCode: 0 }
      : connack5(packet, { clientId, version, expirySec }, limits, present)
  connection.open(client, connack, keepAliveSec, answer)
}

/** What counts instead of the keep alive that was asked for; 0 = none. */
const keepAlive = (askedSec: number, { minKeepAliveSec, maxKeepAliveSec }: BrokerLimits) =>
  askedSec === 0 ? (maxKeepAliveSec < LONGEST ? maxKeepAliveSec : 0) : Math.min(Math.max(askedSec, minKeepAliveSec), maxKeepAliveSec)

function connack5(
  packet: IConnectPacket, { clientId, expirySec }: Admission, limits: BrokerLimits, sessionPresent: boolean,
): IConnackPacket {
  return {
    cmd: 'connack',
    sessionPresent,
    reasonCode: ReasonCode.success,
    properties: {
      sessionExpiryInterval: expirySec,
      receiveMaximum: limits.maxInFlight,
      // [MQTT-3.2.2-9]
      maximumQoS: 1,
      retainAvailable: true,
      maximumPacketSize: limits.maxPacketBytes,
      // [MQTT-3.1.3-7] [MQTT-3.2.2-16]
      ...(packet.clientId === '' ? { assignedClientIdentifier: clientId } : {}),
      topicAliasMaximum: limits.maxTopicAliases,
      wildcardSubscriptionAvailable: true,
      subscriptionIdentifiersAvailable: false,
      sharedSubscriptionAvailable: true,
      serverKeepAlive: keepAlive(packet.keepalive ?? 0, limits),
    },
  }
}

type Refusal = Omit<ConnectAnswer & { accepted: false }, 'accepted'>

function refuse(connection: Connection, version: 4 | 5, clientId: string, { code, reason, details, thing }: Refusal): void {
  const { certificateId, accessKeyId, sourceIp, sourcePort } = connection.info
  connection.core.log({
    level: 'warn', event: 'connect-refused', clientId, principal: certificateId ?? accessKeyId, sourceIp, sourcePort,
    message: withDetails(reason, details), reason: 'AUTH_ERROR',
  })
  connection.writeRefusal(version, code, reason)
  connection.close(undefined, 'AUTH_ERROR')
  if (code === ReasonCode.notAuthorized) {
    const { core, id, info } = connection
    core.tell({ kind: 'connect-refused', clientId, thing, connectionId: id, info, atMs: core.clock.nowMs() })
  }
}

function refuse311(connection: Connection, returnCode: number, reason: string): void {
  connection.core.log({ level: 'warn', event: 'connect-refused', message: reason, reason: 'CLIENT_ERROR' })
  connection.write({ cmd: 'connack', sessionPresent: false, returnCode })
  connection.close(undefined, 'CLIENT_ERROR')
}
