import mqtt, { type IClientPublishOptions } from 'mqtt'
import type { CloudLine, CloudMessage } from '../spooler.ts'

/** How a core device reaches AWS IoT Core. */
export interface MqttCloudOptions {
  /** `mqtts://host:port`. */
  readonly url: string
  /** Its thing's name. */
  readonly clientId: string
  readonly ca: string | Buffer
  readonly cert: string | Buffer
  readonly key: string | Buffer
}

const RECONNECT_MS = 250

/** A core device's connection to AWS IoT Core, by MQTT 5 over mutual TLS. It resolves when the connection is there first. */
export async function mqttCloud(options: MqttCloudOptions): Promise<CloudLine> {
  const { url, ...more } = options
  const client = await mqtt.connectAsync(url, {
    ...more, protocolVersion: 5, clean: false, reconnectPeriod: RECONNECT_MS, queueQoSZero: false,
    properties: { sessionExpiryInterval: 3_600 },
  })
  client.on('error', () => undefined)
  return {
    get connected() {
      return client.connected
    },
    publish: async (message) => void (await client.publishAsync(message.topic, Buffer.from(message.payload), publishOptions(message))),
    subscribe: async (filter, qos) => void (await client.subscribeAsync(filter, { qos })),
    unsubscribe: (filter) => void client.unsubscribeAsync(filter).catch(() => undefined),
    onMessage(handler) {
      client.on('message', (topic, payload, { retain, properties }) => {
        const { messageExpiryInterval, responseTopic, correlationData, contentType } = properties ?? {}
        handler({
          topic, payload, qos: 1, retain,
          properties: { messageExpiryIntervalSeconds: messageExpiryInterval, responseTopic, correlationData, contentType },
        })
      })
    },
    onConnected: (handler) => void client.on('connect', handler),
    close: () => client.endAsync(true),
  }
}

function publishOptions({ qos, retain = false, properties: given = {} }: CloudMessage): IClientPublishOptions {
  const { messageExpiryIntervalSeconds, responseTopic, correlationData, contentType, userProperties } = given
  const properties: IClientPublishOptions['properties'] = {
    ...(messageExpiryIntervalSeconds === undefined ? {} : { messageExpiryInterval: messageExpiryIntervalSeconds }),
    ...(responseTopic === undefined ? {} : { responseTopic }),
    ...(correlationData === undefined ? {} : { correlationData: Buffer.from(correlationData) }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(userProperties === undefined ? {} : { userProperties: Object.fromEntries(userProperties.map(({ key, value }) => [key, value])) }),
  }
  return { qos, retain, ...(Object.keys(properties).length === 0 ? {} : { properties }) }
}
