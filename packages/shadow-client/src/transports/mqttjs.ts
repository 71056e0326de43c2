import type { MqttClient, OnMessageCallback } from 'mqtt'
import { isObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { topicTransport, type TopicTransport } from './topic-transport.ts'

export type { TopicTransport } from './topic-transport.ts'

const AT_LEAST_ONCE = { qos: 1 } as const

/**
 * Shadows over a client of MQTT.js, in Node and in browsers, MQTT 3.1.1 and 5. The client is the caller's.
 * Needs the policy actions Publish, Subscribe and Receive on the shadow's topics; AWS closes a connection of MQTT 3.1.1 that lacks one.
 *
 * @example
 * import mqtt from 'mqtt'
 *
 * createShadowClient({ thingName: 'keg-1', transport: mqttJsTransport(mqtt.connect('wss://….amazonaws.com/mqtt')) })
 */
export function mqttJsTransport(client: MqttClient): TopicTransport {
  return topicTransport({
    async publish(topic, payload) {
      // As text: MQTT.js takes bytes as Buffer only, which browsers do not have.
      await client.publishAsync(topic, new TextDecoder().decode(payload), AT_LEAST_ONCE).catch(refused('publish to', topic))
    },
    async subscribe(topics) {
      // `resubscribe`: without it MQTT.js answers at once for a topic of the last connection, before the broker has.
      const wanted = Object.assign(Object.fromEntries(topics.map((topic) => [topic, AT_LEAST_ONCE])), { resubscribe: true })
      await client.subscribeAsync(wanted).catch(refused('subscribe to', topics.join(', ')))
    },
    async unsubscribe(topics) {
      await client.unsubscribeAsync([...topics])
    },
    onMessage(handler) {
      const listener: OnMessageCallback = (topic, payload) => handler(topic, payload)
      client.on('message', listener)
      return () => void client.off('message', listener)
    },
    onConnection(handler) {
      const connected = () => handler(true)
      const disconnected = () => handler(false)
      client.on('connect', connected)
      client.on('close', disconnected)
      if (client.connected) connected()
      return () => {
        client.off('connect', connected)
        client.off('close', disconnected)
      }
    },
  })
}

const refused = (what: string, topics: string) => (cause: unknown) => {
  const code = reasonCodeOf(cause)
  // Without a reason code it is the connection that failed.
  if (code === undefined) throw cause
  throw new ShadowError(
    'FORBIDDEN', `The broker refused to ${what} ${topics} (reason code 0x${code.toString(16)}): does the policy allow it?`, { cause },
  )
}

const FIRST_FAILURE = 0x80

/** The code of a PUBACK stands in the error, those of a SUBACK in its packet. */
function reasonCodeOf(error: unknown): number | undefined {
  if (!isObject(error)) return undefined
  const { code, packet } = error
  const granted: unknown = isObject(packet) ? packet['granted'] : undefined
  const codes: unknown[] = Array.isArray(granted) ? granted : [code]
  return codes.find((it) => typeof it === 'number' && it >= FIRST_FAILURE) as number | undefined
}
