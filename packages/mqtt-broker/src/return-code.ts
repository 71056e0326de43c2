import { ReasonCode } from './reason-code.ts'

/** CONNACK return codes of MQTT 3.1.1. */
export const IDENTIFIER_REJECTED = 2
const SERVER_UNAVAILABLE = 3
const BAD_CREDENTIALS = 4
const NOT_AUTHORIZED = 5

/** The return code of MQTT 3.1.1 for a CONNECT that is refused with a reason code of MQTT 5; `undefined` where the connection just ends. */
export function returnCodeOf(code: ReasonCode): number | undefined {
  switch (code) {
    case ReasonCode.clientIdInvalid: return IDENTIFIER_REJECTED
    case ReasonCode.badCredentials: return BAD_CREDENTIALS
    case ReasonCode.notAuthorized: return NOT_AUTHORIZED
    case ReasonCode.quotaExceeded: return SERVER_UNAVAILABLE
    default: return undefined
  }
}
