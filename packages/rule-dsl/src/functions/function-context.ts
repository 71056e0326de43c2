import type { SqlValue, SqlVersion } from '../value/value.ts'
import type { Effort } from './effort.ts'
import type { PortName, PortRequests, RulePorts } from './ports.ts'

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
  /** From 0 up to 1: `rand()`; absent, it fails with `FUNCTION_FAILED`. */
  readonly random?: () => number
  /** A UUID: `newuuid()`; absent, it fails with `FUNCTION_FAILED`. */
  readonly newId?: () => string
  /** Where functions like `get_dynamodb()` ask; one without its port fails with `FUNCTION_FAILED`. */
  readonly ports?: RulePorts
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
export interface FunctionContext {
  readonly given: RuleContext
  /** The topic without a Basic Ingest prefix. */
  readonly topic: string
  readonly version: SqlVersion
  /** Absent where the rule runs synchronously. */
  readonly calls: ExternalCalls | undefined
  readonly effort: Effort
}

/** How one evaluation asks other services; an evaluation that has to wait is run again with the answers. */
export interface ExternalCalls {
  /** What `make` gave when the evaluation came here first. */
  once<T>(make: () => T): T
  /** Fails with `FUNCTION_CALL_LIMIT` beyond `limit` calls of the port in one evaluation. */
  ask<Name extends PortName>(port: Name, request: PortRequests[Name], limit?: number): SqlValue
}
