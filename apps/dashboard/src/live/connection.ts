import { pageClientId } from '@keg/flows/routes'
import { liveMessages } from '@keg/message-schemas/keg'
import type { Me } from '../api/client.ts'

/** How the line to the broker is. */
export type LineState = 'connecting' | 'live' | 'lost'

/** What a connection needs. */
export interface ConnectionOptions {
  /** The broker, relative to the page or absolute. */
  readonly mqttUrl: string
  /** The custom authorizer that lets pages in. */
  readonly authorizerName: string
  /** Who looks: that says under which client id, and which sites there are to watch. */
  readonly me: Me
  /** An access token, for each connection anew. */
  readonly token: () => Promise<string>
  readonly onMessage: (topic: string, payload: Uint8Array) => void
  readonly onLine: (line: LineState) => void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

/**
 * Keeps the page connected until `signal` aborts: a token, a connection, the topics of the sites; and again, later each time, when the
 * line is lost.
 */
export async function stayConnected(
  { mqttUrl, authorizerName, me, token, onMessage, onLine }: ConnectionOptions, signal: AbortSignal,
): Promise<void> {
  // Loaded apart: the page stands before its MQTT client has come.
  const { default: mqtt } = await import('mqtt')
  const url = new URL(mqttUrl, location.href).href.replace(/^http/, 'ws')
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
    onLine('connecting')
    try {
      // A connection ends as its token runs out: each gets the newest.
      const client = await mqtt.connectAsync(url, {
        clientId: `${pageClientId(me.subject)}${crypto.randomUUID()}`, username: `page?x-amz-customauthorizer-name=${authorizerName}`,
        password: await token(), protocolVersion: 5, reconnectPeriod: 0,
      })
      const lost = new Promise<void>((resolve) => client.once('close', resolve))
      signal.addEventListener('abort', () => client.end(true), { once: true })
      client.on('message', (topic, payload) => onMessage(topic, payload))
      for (const filters of filtersOf(me.sites)) await client.subscribeAsync([...filters], { qos: 1 })
      onLine('live')
      retryMs = FIRST_RETRY_MS
      await lost
    } catch (error) {
      console.warn('The live connection failed:', error)
    }
    if (signal.aborted) return
    onLine('lost')
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

/** What is watched, a list for each SUBSCRIBE, of which AWS takes eight filters: everything, or what is at sites. */
const filtersOf = (sites: Me['sites']): readonly (readonly string[])[] =>
  (sites === undefined ? [{}] : sites.map((siteId) => ({ siteId }))).map((site) => liveMessages.map(({ topic }) => topic.filter(site)))
