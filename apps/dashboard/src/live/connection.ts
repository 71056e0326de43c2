import { pageClientId } from '@keg/flows/routes'
import { liveMessages } from '@keg/message-schemas/keg'
import type { MqttClient } from 'mqtt'
import type { Me } from '../api/client.ts'

/** How the line to the broker is. */
export type LineState = 'connecting' | 'live' | 'lost'

/** What a connection needs. */
export interface ConnectionOptions {
  /** The broker, relative to the page or absolute. */
  readonly mqttUrl: string
  /** The custom authorizer that lets pages in. */
  readonly authorizerName: string
  /** Who looks, asked for each connection anew: that says under which client id, and which sites there are to watch. */
  readonly me: () => Promise<Me>
  /** An access token, for each connection anew. */
  readonly token: () => Promise<string>
  readonly onMessage: (topic: string, payload: Uint8Array) => void
  readonly onLine: (line: LineState) => void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

/**
 * Keeps the page connected until `signal` aborts: a token, a connection, the topics of the sites; and again, later each time, when the
 * line is lost. A site that is refused is left out.
 */
export async function stayConnected(
  { mqttUrl, authorizerName, me, token, onMessage, onLine }: ConnectionOptions, signal: AbortSignal,
): Promise<void> {
  // Loaded apart: the page stands before its MQTT client has come.
  const { default: mqtt } = await import('mqtt')
  const url = new URL(mqttUrl, location.href).href.replace(/^http/, 'ws')
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
    onLine('connecting')
    let client: MqttClient | undefined
    const end = () => client?.end(true)
    try {
      const { subject, sites } = await me()
      // A connection ends as its token runs out: each gets the newest.
      client = await mqtt.connectAsync(url, {
        clientId: `${pageClientId(subject)}${crypto.randomUUID()}`, username: `page?x-amz-customauthorizer-name=${authorizerName}`,
        password: await token(), protocolVersion: 5, reconnectPeriod: 0,
      })
      const lost = new Promise<void>((resolve) => client?.once('close', resolve))
      signal.addEventListener('abort', end, { once: true })
      client.on('message', (topic, payload) => onMessage(topic, payload))
      await subscribeTo(client, filtersOf(sites))
      onLine('live')
      retryMs = FIRST_RETRY_MS
      await lost
    } catch (error) {
      console.warn('The live connection failed:', error)
    } finally {
      signal.removeEventListener('abort', end)
      end()
    }
    if (signal.aborted) return
    onLine('lost')
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

/** Subscribes to each list of filters. Rejects where there are some, and all are refused. */
async function subscribeTo(client: MqttClient, lists: readonly (readonly string[])[]): Promise<void> {
  const refused: unknown[] = []
  for (const filters of lists) await client.subscribeAsync([...filters], { qos: 1 }).catch((error: unknown) => refused.push(error))
  if (refused.length > 0 && refused.length === lists.length) throw refused[0]
}

/** AWS takes so many subscriptions of a connection: quota "Subscriptions per connection". */
const MAX_SUBSCRIPTIONS = 50

/**
 * What is watched, a list for each SUBSCRIBE, of which AWS takes eight filters: everything, or what is at sites; of many sites all in one
 * filter each.
 */
export function filtersOf(sites: Me['sites']): readonly (readonly string[])[] {
  if (sites === undefined) return [liveMessages.map(({ topic }) => topic.filter())]
  return sites.length * liveMessages.length > MAX_SUBSCRIPTIONS
    ? sites.map((siteId) => [`keg/${siteId}/#`])
    : sites.map((siteId) => liveMessages.map(({ topic }) => topic.filter({ siteId })))
}
