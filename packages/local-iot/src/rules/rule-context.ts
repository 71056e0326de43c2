import type { Message, MessageProperties, MessageSource } from '@keg/mqtt-broker'
import type { MqttProperties, RuleContext } from '@keg/rule-dsl'

/** What a rule can know about a message beside topic and payload. */
export function ruleContext(
  { properties }: Message,
  { clientId, principal, sourceIp }: MessageSource,
  around: Pick<RuleContext, 'accountId' | 'nowMs' | 'traceId' | 'newId' | 'random' | 'ports'>,
): RuleContext {
  return {
    ...around,
    ...(clientId === undefined ? {} : { clientId }),
    ...(principal === undefined ? {} : { principal }),
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(properties === undefined ? {} : { mqttProperties: mqttProperties(properties) }),
    ...(properties?.userProperties === undefined ? {} : { userProperties: pairs(properties.userProperties) }),
  }
}

function mqttProperties({ contentType, payloadFormatIndicator, responseTopic, correlationData }: MessageProperties): MqttProperties {
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(payloadFormatIndicator === undefined ? {} : { payloadFormatIndicator: payloadFormatIndicator ? 'UTF8_DATA' : 'UNSPECIFIED_BYTES' }),
    ...(responseTopic === undefined ? {} : { responseTopic }),
    ...(correlationData === undefined ? {} : { correlationData: Buffer.from(correlationData).toString('base64') }),
  }
}

const pairs = (properties: Readonly<Record<string, string | string[]>>) =>
  Object.entries(properties).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
