import type { mqtt, mqtt5 } from 'aws-iot-device-sdk-v2'
import { ShadowError } from '../shadow-error.ts'
import { type TopicConnection, topicTransport, type TopicTransport } from './topic-transport.ts'

export type { TopicTransport } from './topic-transport.ts'

// The SDK's enums are not imported: only types are, so that this file costs nothing where the SDK is not installed.
const AT_LEAST_ONCE = 1 as mqtt5.QoS & mqtt.QoS
const FIRST_FAILURE = 0x80

/**
 * Shadows over a client of aws-iot-device-sdk-v2: an MQTT 5 client, or a connection of MQTT 3.1.1. It is the caller's: start and stop it
 * as you like, best start it after this, so that its first connect is seen. Needs the policy actions Publish, Subscribe and Receive on
 * the shadow's topics; AWS closes a connection of MQTT 3.1.1 that lacks one.
 *
 * @example createShadowClient({ thingName: 'keg-1', transport: deviceSdkTransport(client) })
 */
export function deviceSdkTransport(client: mqtt5.Mqtt5Client | mqtt.MqttClientConnection): TopicTransport {
  return topicTransport('start' in client ? overMqtt5(client) : overMqtt311(client))
}

function overMqtt5(client: mqtt5.Mqtt5Client): TopicConnection {
  return {
    async publish(topicName, payload) {
      const acknowledgement = await client.publish({ topicName, payload, qos: AT_LEAST_ONCE })
      if (acknowledgement !== undefined && acknowledgement.reasonCode >= FIRST_FAILURE)
        throw refused('publish to', topicName, acknowledgement.reasonCode)
    },
    async subscribe(topics) {
      const { reasonCodes } = await client.subscribe({ subscriptions: topics.map((topicFilter) => ({ topicFilter, qos: AT_LEAST_ONCE })) })
      for (const [index, code] of reasonCodes.entries()) if (code >= FIRST_FAILURE) throw refused('subscribe to', topics[index], code)
    },
    async unsubscribe(topics) {
      await client.unsubscribe({ topicFilters: [...topics] })
    },
    onMessage(handler) {
      const listener: mqtt5.MessageReceivedEventListener = ({ message }) => handler(message.topicName, bytesOf(message.payload))
      client.on('messageReceived', listener)
      return () => void client.removeListener('messageReceived', listener)
    },
    onConnection(handler) {
      const connected = () => handler(true)
      const disconnected = () => handler(false)
      client.on('connectionSuccess', connected)
      client.on('disconnection', disconnected)
      return () => {
        client.removeListener('connectionSuccess', connected)
        client.removeListener('disconnection', disconnected)
      }
    },
  }
}

function overMqtt311(connection: mqtt.MqttClientConnection): TopicConnection {
  return {
    async publish(topic, payload) {
      await connection.publish(topic, payload, AT_LEAST_ONCE)
    },
    async subscribe(topics) {
      const granted = await Promise.all(topics.map((topic) => connection.subscribe(topic, AT_LEAST_ONCE)))
      for (const { topic, qos, error_code } of granted)
        if (error_code || qos >= FIRST_FAILURE) throw refused('subscribe to', topic, error_code || qos)
    },
    async unsubscribe(topics) {
      await Promise.all(topics.map((topic) => connection.unsubscribe(topic)))
    },
    onMessage(handler) {
      const listener: mqtt.OnMessageCallback = (topic, payload) => handler(topic, bytesOf(payload))
      connection.on('message', listener)
      return () => void connection.removeListener('message', listener)
    },
    onConnection(handler) {
      const connected = () => handler(true)
      const disconnected = () => handler(false)
      // Not `connection_success`: it comes after the promise of `connect`, when requests may already be on their way.
      connection.on('connect', connected)
      connection.on('resume', connected)
      connection.on('interrupt', disconnected)
      connection.on('disconnect', disconnected)
      return () => {
        connection.removeListener('connect', connected)
        connection.removeListener('resume', connected)
        connection.removeListener('interrupt', disconnected)
        connection.removeListener('disconnect', disconnected)
      }
    },
  }
}

const refused = (what: string, topic: string | undefined, reasonCode: number) =>
  new ShadowError(
    'FORBIDDEN', `The broker refused to ${what} ${topic} (reason code 0x${reasonCode.toString(16)}): does the policy allow it?`,
  )

/** What is received is an ArrayBuffer; the type says what could be sent. */
function bytesOf(payload: unknown): Uint8Array {
  if (payload instanceof ArrayBuffer) return new Uint8Array(payload)
  if (ArrayBuffer.isView(payload)) return new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength)
  return new TextEncoder().encode(typeof payload === 'string' ? payload : '')
}
