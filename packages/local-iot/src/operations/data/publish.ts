import { awsIotLimits, expiresAt } from '@keg/mqtt-broker'
import { basicIngest, parseTopicName, TopicError } from '@keg/mqtt-topics'
import type { OperationTypes } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import { messageProperties } from './message-properties.ts'

/** What the HTTPS endpoint answers, though the service model has no output: http.html#httpsclients */
interface Published {
  readonly message: 'OK'
  readonly traceId: string
}

export const publish = operation('Publish', async (input, { state, broker }) => {
  const { topic, qos = 0, retain = false, payload = new Uint8Array(), messageExpiry } = input
  checkMessage(topic, payload)
  // Seen on AWS: what clients may publish over MQTT is refused here, but for Basic Ingest.
  if (topic.startsWith('$') && basicIngest(topic) === undefined)
    throw invalidRequest('A topic that begins with $ is not published to over HTTPS; $aws/rules/… is')
  if (qos !== 0 && qos !== 1) throw invalidRequest(`Invalid QoS ${qos}`)
  const expiresAtMs = expiresAt(state.clock.nowMs(), messageExpiry, awsIotLimits.maxMessageExpirySec)
  const traceId = state.newId()
  await broker.publish({ topic, payload, qos, retain, properties: messageProperties(input), expiresAtMs }, { hops: 0, traceId })?.safe
  const answer: Published = { message: 'OK', traceId }
  // The model has none, and SDKs look at no body.
  return answer as unknown as OperationTypes['Publish']['output']
})

/** Throws for a topic that nobody may publish to, and for a payload over 128 KB. */
export function checkMessage(topic: string, payload: Uint8Array): void {
  try {
    parseTopicName(topic)
  } catch (error) {
    if (error instanceof TopicError) throw invalidRequest(error.message)
    throw error
  }
  if (payload.length > awsIotLimits.maxPayloadBytes) {
    throw new ServiceException('RequestEntityTooLargeException', 413, 'The payload exceeds the maximum size allowed')
  }
}
