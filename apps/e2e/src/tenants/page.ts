import type { RunningCloud } from '@keg/local-cloud'
import { pageOptions, type Caller } from '@keg/system'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'

/** A page of somebody that is connected, and what came to it. */
export interface Page extends AsyncDisposable {
  readonly received: readonly string[]
  /** Whether AWS IoT takes a subscription, or what it publishes. A connection that ends over it was refused. */
  subscribes(topicFilter: string): Promise<boolean>
  publishes(topic: string, payload: string): Promise<boolean>
}

/** Connects as a page does. Rejects where it is not let in. */
export async function openPageOf(cloud: RunningCloud, api: Caller, options: IClientOptions = {}): Promise<Page> {
  const given = { ...(await pageOptions({ cloud, api })), ...options }
  const connect = () => mqtt.connectAsync(cloud.iot.endpoints.ws, given, false)
  let client = await connect()
  const received: string[] = []
  const listen = (to: MqttClient) => to.on('message', (topic) => received.push(topic)).on('error', () => undefined)
  listen(client)
  const tries = async (act: (on: MqttClient) => Promise<unknown>): Promise<boolean> => {
    if (!client.connected) {
      client = await connect()
      listen(client)
    }
    const on = client
    const ended = new Promise<false>((resolve) => on.once('close', () => resolve(false)))
    return Promise.race([act(on).then(() => true, () => false), ended])
  }
  return {
    received,
    subscribes: (topicFilter) => tries((on) => on.subscribeAsync(topicFilter, { qos: 1 })),
    publishes: (topic, payload) => tries((on) => on.publishAsync(topic, payload, { qos: 1 })),
    [Symbol.asyncDispose]: async () => client.endAsync(true),
  }
}
