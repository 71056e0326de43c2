import { telemetry } from '@keg/message-schemas/keg'
import type { Reading } from '@keg/store'
import type { RuleMessage } from './ingest-pour.ts'

/**
 * What `clientid()` is of what did not come over MQTT.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-function-clientid
 */
const NO_CLIENT = 'n/a'

/** What a message of telemetry is: a reading to keep, or nothing of the kind, with the reason. */
export type Decided = { readonly reading: Reading } | { readonly refused: string }

/** Reads a message of telemetry. A client that is not the keg itself is the gateway that handed it on. */
export function decideTelemetry({ topic, payload, clientId, receivedAtMs }: RuleMessage): Decided {
  const place = telemetry.topic.parse(topic)
  if (!place) return { refused: 'the topic is not that of telemetry' }
  const decoded = telemetry.decode(Buffer.from(payload, 'base64'))
  if (!decoded.ok) return { refused: decoded.reason }
  const { v: _version, ...measured } = decoded.value
  const isHandedOn = clientId !== undefined && clientId !== NO_CLIENT && clientId !== place.kegId
  return { reading: { ...measured, ...place, receivedAtMs, ...(isHandedOn ? { gatewayId: clientId } : {}) } }
}
