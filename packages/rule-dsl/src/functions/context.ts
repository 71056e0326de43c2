import { truncate } from '../value/number.ts'
import type { SqlNumber, SqlValue } from '../value/value.ts'
import type { FunctionContext } from './function-context.ts'
import { decimal, fn, fnOptional, string } from './signature.ts'

function topic(segment: SqlNumber | undefined, { topic: text }: FunctionContext): SqlValue {
  return segment === undefined ? text : text.split('/')[Number(truncate(segment)) - 1]
}

function mqttProperty(name: string, { given: { mqttProperties } }: FunctionContext): SqlValue {
  if (mqttProperties === undefined) return undefined
  switch (name) {
    case 'content_type': return mqttProperties.contentType
    case 'format_indicator': return mqttProperties.payloadFormatIndicator ?? 'UNSPECIFIED_BYTES'
    case 'response_topic': return mqttProperties.responseTopic
    case 'correlation_data': return mqttProperties.correlationData
    default: return undefined
  }
}

/** Without a name: all of them, one object each, in order; with one: the values it was sent with. */
function userProperties(name: string | undefined, { given: { userProperties: properties } }: FunctionContext): SqlValue {
  if (properties === undefined) return undefined
  if (name === undefined) return properties.map(([key, value]) => ({ [key]: value }))
  const values = properties.filter(([key]) => key === name).map(([, value]) => value)
  return values.length === 0 ? undefined : values
}

export const contextFunctions = {
  accountid: fn([], ({ given }) => given.accountId),
  clientid: fn([], ({ given }) => given.clientId ?? 'n/a'),
  get_mqtt_property: fn([string], mqttProperty),
  get_user_properties: fnOptional([], [string], userProperties),
  principal: fn([], ({ given }) => given.principal),
  sourceip: fn([], ({ given }) => given.sourceIp),
  sql_version: fn([], ({ version }) => version),
  timestamp: fn([], ({ given }) => given.nowMs),
  topic: fnOptional([], [decimal], topic),
  traceid: fn([], ({ given }) => given.traceId),
}
