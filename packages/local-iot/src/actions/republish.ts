import { parseTopicName } from '@keg/mqtt-topics'
import { MAX_PAYLOAD_BYTES } from '../broker/limits.ts'
import { expiresAt, type MessageProperties } from '../broker/message.ts'
import type { MqttHeaders } from '../operations/model.generated.ts'
import { invalidRequest } from '../operations/service-exception.ts'
import { action, render, type ActionInput, type ActionSetup } from './action.ts'

/** Ours: a message goes through at most so many republishing rules, so that two rules that feed each other end. */
export const MAX_REPUBLISHES = 10

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/republish-rule-action.html */
export const republishAction = action('republish', ({ topic, qos = 0, headers = {} }, setup) => {
  if (qos !== 0 && qos !== 1) throw invalidRequest(`Republish QoS must be 0 or 1, not ${qos}`)
  const topicTemplate = setup.template(topic, { republishTopic: true })
  const headersFor = compileHeaders(headers, setup)
  return {
    resource: topic,
    remote: false,
    run: async (input, { publish, nowMs }) => {
      const { payload, source } = input
      const name = parseTopicName(render(topicTemplate, input)).text
      if (payload.length > MAX_PAYLOAD_BYTES) {
        throw new Error(`The output has ${payload.length} bytes; a message has at most ${MAX_PAYLOAD_BYTES}.`)
      }
      if (source.hops >= MAX_REPUBLISHES) throw new Error(`The message was republished ${source.hops} times: rules feed each other.`)
      const { messageExpirySec, ...properties } = headersFor(input)
      await publish(
        { topic: name, payload, qos, retain: false, properties, expiresAtMs: expiresAt(nowMs(), messageExpirySec) },
        // The source IP is not passed on: see the note at the page's end.
        { clientId: source.clientId, principal: source.principal, hops: source.hops + 1 },
      )
    },
  }
})

type RenderedHeaders = MessageProperties & { readonly messageExpirySec?: number }

function compileHeaders(headers: MqttHeaders, { template }: ActionSetup): (input: ActionInput) => RenderedHeaders {
  const { payloadFormatIndicator, contentType, responseTopic, correlationData, messageExpiry, userProperties = [] } = headers
  const optional = (text: string | undefined) => (text === undefined ? undefined : template(text))
  const templates = {
    format: optional(payloadFormatIndicator), contentType: optional(contentType), responseTopic: optional(responseTopic),
    correlation: optional(correlationData), expiry: optional(messageExpiry),
  }
  const pairs = userProperties.map(({ key, value }) => ({ key: template(key), value: template(value) }))
  return (input) => {
    const value = (name: keyof typeof templates) => {
      const compiled = templates[name]
      return compiled === undefined ? undefined : render(compiled, input)
    }
    const format = value('format')
    const type = value('contentType')
    const response = value('responseTopic')
    const correlation = value('correlation')
    const expiry = value('expiry')
    return {
      ...(format === undefined ? {} : { payloadFormatIndicator: format === 'UTF8_DATA' }),
      ...(type === undefined ? {} : { contentType: type }),
      ...(response === undefined ? {} : { responseTopic: response }),
      ...(correlation === undefined ? {} : { correlationData: new Uint8Array(Buffer.from(correlation, 'base64')) }),
      ...(expiry === undefined ? {} : { messageExpirySec: expirySec(expiry) }),
      ...(pairs.length === 0 ? {} : { userProperties: collect(pairs.map((pair) => [render(pair.key, input), render(pair.value, input)])) }),
    }
  }
}

function expirySec(text: string): number {
  const seconds = Number(text)
  if (!Number.isInteger(seconds) || seconds < 0) {
    throw new Error(`The header messageExpiry came to ${JSON.stringify(text)}, which is no number of seconds.`)
  }
  return seconds
}

/** User properties by name; one that is there twice has a list. */
function collect(pairs: readonly (readonly string[])[]): Record<string, string | string[]> {
  const byName: Record<string, string | string[]> = {}
  for (const [name = '', value = ''] of pairs) {
    const known = byName[name]
    byName[name] = known === undefined ? value : [known, value].flat()
  }
  return byName
}
