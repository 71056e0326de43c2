import type { SqlVersion } from '../value/value.ts'

/** What a rule can know about a message beside its topic and payload; absent members make their function Undefined. */
export interface RuleContext {
  /** The time at which the rule runs, epoch milliseconds: `timestamp()`. */
  readonly nowMs: number
  /** The MQTT client id; absent when the message did not come over MQTT, then `clientid()` is `n/a`. */
  readonly clientId?: string
  readonly principal?: string
  readonly sourceIp?: string
  readonly accountId?: string
  readonly traceId?: string
  /** MQTT 5 user properties in the order sent; absent when the message has none. */
  readonly userProperties?: readonly (readonly [name: string, value: string])[]
  /** Absent when the message did not come over MQTT 5. */
  readonly mqttProperties?: MqttProperties
}

/** The MQTT 5 properties of a PUBLISH that `get_mqtt_property` reads. */
export interface MqttProperties {
  readonly contentType?: string
  readonly payloadFormatIndicator?: 'UTF8_DATA' | 'UNSPECIFIED_BYTES'
  readonly responseTopic?: string
  /** Base64. */
  readonly correlationData?: string
}

/** What functions are handed beside their arguments. */
export interface FunctionContext extends RuleContext {
  /** The topic without a Basic Ingest prefix. */
  readonly topic: string
  readonly version: SqlVersion
}
