import deviceSdk from 'aws-iot-device-sdk-v2'
import { UplinkError } from '../uplink-error.ts'

// The SDK is CommonJS.
const { CrtError } = deviceSdk

/** What the SDK says of a packet that it does not send. */
const NOT_SENT = /_(?:VALIDATION|ENCODE_FAILURE|INVALID_UTF8_STRING|INVALID_TOPIC|BUFFER_TOO_BIG)\b/

/**
 * What fails on the line is a `CrtError`, or, where the SDK tells it later, its text: the message is sent again. Any other error comes from
 * the SDK's look at the packet before it is sent, as of a topic that MQTT does not allow: no broker will ever take it.
 */
export function publishFailure(topic: string, cause: unknown): unknown {
  if (cause instanceof CrtError) return cause
  if (typeof cause === 'string' && !NOT_SENT.test(cause)) {
    return new UplinkError('DISCONNECTED', `the connection was lost before ${JSON.stringify(topic)} was acknowledged: ${cause}`, {
      topic, cause,
    })
  }
  return new UplinkError('REFUSED', `the SDK does not send ${JSON.stringify(topic)}: ${String(cause)}`, { topic, cause })
}
