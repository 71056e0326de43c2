import { liveMessages } from '@keg/message-schemas/keg'
import mqtt from 'mqtt'

/** A connection such as the page's: MQTT over WebSocket, let in by a ticket of the API. */
export interface Live extends AsyncDisposable {
  close(): Promise<void>
}

interface Ticket {
  readonly clientId: string
  readonly username: string
  readonly password: string
}

/** Watches `topicFilters` as the page does; `handler` gets the topic and the bytes of each message. Resolves when subscribed. */
export async function watchLive(
  pageUrl: string, topicFilters: readonly string[], handler: (topic: string, payload: Uint8Array) => void,
): Promise<Live> {
  const answer = await fetch(new URL('api/live', pageUrl), { method: 'POST' })
  if (!answer.ok) throw new Error(`POST /live answered ${answer.status}: ${await answer.text()}`)
  // The shape of the route's answer; the e2e tests hold the route to it.
  const { clientId, username, password } = (await answer.json()) as Ticket
  const client = await mqtt.connectAsync(new URL('mqtt', pageUrl).href.replace(/^http/, 'ws'), {
    clientId, username, password, protocolVersion: 5, reconnectPeriod: 0,
  })
  client.on('message', (topic, payload) => handler(topic, payload))
  await client.subscribeAsync([...topicFilters], { qos: 1 })
  const close = () => client.endAsync()
  return { close, [Symbol.asyncDispose]: close }
}

/** The filters of all that a fleet page watches. */
export const everyKeg: readonly string[] = liveMessages.map((message) => message.topic.filter())
