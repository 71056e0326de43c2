import { pageClientId } from '@keg/flows/routes'
import { liveMessages } from '@keg/message-schemas/keg'
import type { RunningCloud } from '@keg/local-cloud'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { randomUUID } from 'node:crypto'
import { outputsOf } from './outputs.ts'
import type { Caller } from './people.ts'

/** A connection such as the page's: MQTT over WebSocket, let in by an access token. */
export interface Live extends AsyncDisposable {
  close(): Promise<void>
}

/** Where pages are let in, and who looks. */
export interface LiveOptions {
  /** The page's origin. */
  readonly url: string
  readonly cloud: Pick<RunningCloud, 'outputs'>
  readonly api: Caller
}

/** How a page of somebody connects. */
export async function pageOptions({ cloud, api }: Omit<LiveOptions, 'url'>): Promise<IClientOptions> {
  const token = await api.token()
  return {
    clientId: `${pageClientId(subjectOf(token))}${randomUUID()}`, password: token,
    username: `page?x-amz-customauthorizer-name=${outputsOf(cloud)['LiveAuthorizerName']}`, protocolVersion: 5, reconnectPeriod: 0,
  }
}

/** Watches `topicFilters` as the page does; `handler` gets the topic and the bytes of each message. Resolves when subscribed. */
export async function watchLive(
  live: LiveOptions, topicFilters: readonly string[], handler: (topic: string, payload: Uint8Array) => void,
): Promise<Live> {
  const client = await mqtt.connectAsync(mqttUrl(live.url), await pageOptions(live))
  client.on('message', (topic, payload) => handler(topic, payload))
  await client.subscribeAsync([...topicFilters], { qos: 1 })
  const close = () => client.endAsync()
  return { close, [Symbol.asyncDispose]: close }
}

/** A page's connection that is opened as it is, and may be refused. */
export const openPage = (url: string, options: IClientOptions): MqttClient => mqtt.connect(mqttUrl(url), options)

/** The filters of all that a brewer's page watches. */
export const everyKeg: readonly string[] = liveMessages.map((message) => message.topic.filter())

const mqttUrl = (url: string): string => new URL('mqtt', url).href.replace(/^http/, 'ws')

/** Whose token it is; who is sent it looks whether it is good. */
const subjectOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { readonly sub: string }).sub
