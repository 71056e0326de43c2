import { parseTopicName, TopicError } from '@keg/mqtt-topics'
import { MAX_PAYLOAD_BYTES } from '../../broker/limits.ts'
import { expiresAt, type MessageProperties } from '../../broker/message.ts'
import type { PublishRequest } from '../model.generated.ts'
import { operation } from '../operation.ts'
import { invalidRequest, ServiceException } from '../service-exception.ts'

export const publish = operation('Publish', async (input, { state, broker }) => {
  const { topic, qos = 0, retain = false, payload = new Uint8Array(), messageExpiry } = input
  checkTopic(topic)
  if (qos !== 0 && qos !== 1) throw invalidRequest(`Invalid QoS ${qos}`)
  if (payload.length > MAX_PAYLOAD_BYTES) {
    throw new ServiceException('RequestEntityTooLargeException', 413, 'The payload exceeds the maximum size allowed')
  }
  const expiresAtMs = expiresAt(state.clock.nowMs(), messageExpiry)
  await broker.publish({ topic, payload, qos, retain, properties: propertiesOf(input), expiresAtMs }, { hops: 0 })
})

function checkTopic(topic: string): void {
  try {
    parseTopicName(topic)
  } catch (error) {
    if (error instanceof TopicError) throw invalidRequest(error.message)
    throw error
  }
}

function propertiesOf(input: PublishRequest): MessageProperties | undefined {
  const { userProperties, payloadFormatIndicator, contentType, responseTopic, correlationData } = input
  const properties: MessageProperties = {
    ...(payloadFormatIndicator === undefined ? {} : { payloadFormatIndicator: payloadFormatIndicator === 'UTF8_DATA' }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(responseTopic === undefined ? {} : { responseTopic }),
    ...(correlationData === undefined ? {} : { correlationData: new Uint8Array(Buffer.from(correlationData, 'base64')) }),
    ...(userProperties === undefined ? {} : { userProperties: readUserProperties(userProperties) }),
  }
  return Object.keys(properties).length === 0 ? undefined : properties
}

/** A list of one-member objects, as JSON in base64 (the header) or plain: `[{"site":"berlin"}]`. */
function readUserProperties(text: string): Record<string, string | string[]> {
  const byName: Record<string, string | string[]> = {}
  for (const [name, value] of entriesOf(text)) {
    const known = byName[name]
    byName[name] = known === undefined ? value : [known, value].flat()
  }
  return byName
}

function entriesOf(text: string): [string, string][] {
  try {
    const list: unknown = JSON.parse(text.startsWith('[') ? text : Buffer.from(text, 'base64').toString())
    if (Array.isArray(list)) {
      return list.flatMap((entry: unknown) => Object.entries(entry as object).map(([name, value]): [string, string] => [name, String(value)]))
    }
  } catch {
    // Answered below, like JSON that is no list.
  }
  throw invalidRequest('userProperties is not a JSON list of name and value pairs')
}
