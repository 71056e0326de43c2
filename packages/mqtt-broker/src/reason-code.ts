/**
 * The MQTT 5 reason codes that the broker answers with, by name.
 *
 * @example ReasonCode.notAuthorized  // 0x87
 */
export const ReasonCode = {
  success: 0x00,
  disconnectWithWill: 0x04,
  unspecified: 0x80,
  malformedPacket: 0x81,
  protocolError: 0x82,
  implementationSpecific: 0x83,
  clientIdInvalid: 0x85,
  badCredentials: 0x86,
  notAuthorized: 0x87,
  serverShuttingDown: 0x8b,
  keepAliveTimeout: 0x8d,
  sessionTakenOver: 0x8e,
  topicFilterInvalid: 0x8f,
  topicNameInvalid: 0x90,
  packetIdInUse: 0x91,
  receiveMaximumExceeded: 0x93,
  topicAliasInvalid: 0x94,
  quotaExceeded: 0x97,
  administrativeAction: 0x98,
  qosNotSupported: 0x9b,
  subscriptionIdsNotSupported: 0xa1,
} as const

export type ReasonCode = (typeof ReasonCode)[keyof typeof ReasonCode]

/**
 * Why a connection ended, in the words that AWS IoT's life-cycle events have for it.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 */
export type DisconnectReason =
  | 'AUTH_ERROR'
  | 'CLIENT_INITIATED_DISCONNECT'
  | 'CLIENT_ERROR'
  | 'CONNECTION_LOST'
  | 'DUPLICATE_CLIENTID'
  | 'FORBIDDEN_ACCESS'
  | 'MQTT_KEEP_ALIVE_TIMEOUT'
  | 'SERVER_ERROR'
  | 'SERVER_INITIATED_DISCONNECT'
  | 'API_INITIATED_DISCONNECT'
  | 'THROTTLED'
  | 'WEBSOCKET_TTL_EXPIRATION'
  | 'CUSTOMAUTH_TTL_EXPIRATION'

/** What a client did that ends its connection; `code` goes into MQTT 5's DISCONNECT, `reason` into life cycle and log. */
export class ClientFault extends Error {
  override readonly name = 'ClientFault'
  readonly code: ReasonCode
  readonly reason: DisconnectReason
  /** More of it, for the log alone. */
  readonly details: string | undefined
  constructor(code: ReasonCode, message: string, reason: DisconnectReason = 'CLIENT_ERROR', details?: string) {
    super(message)
    this.code = code
    this.reason = reason
    this.details = details
  }
}
