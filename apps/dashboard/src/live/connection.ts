import { pageClientId } from '@keg/flows/routes'
import type { MqttClient } from 'mqtt'
import type { Me } from '../api/client.ts'
import type { Watched } from './watched.ts'

/** How the line to the broker is. */
export type LineState = 'connecting' | 'live' | 'lost'

/**
 * Gets a message of the line. `isRetained` = the broker has kept it from before the page subscribed; absent = it was published just now.
 */
export type MessageHandler = (topic: string, payload: Uint8Array, isRetained?: boolean) => void

/** What a connection needs. */
export interface LineOptions {
  /** The broker, relative to the page or absolute. */
  readonly mqttUrl: string
  /** The custom authorizer that lets pages in. */
  readonly authorizerName: string
  /** Who looks, asked for each connection anew: that says under which client id. */
  readonly me: () => Promise<Me>
  /** An access token, for each connection anew. */
  readonly token: () => Promise<string>
  /** What to watch whatever page is shown, asked for each connection anew: a list for each SUBSCRIBE. */
  readonly filters: (me: Me) => Promise<readonly (readonly string[])[]>
  /** What parts of the page watch beside. */
  readonly watched: Watched
  readonly onMessage: MessageHandler
  readonly onLine: (line: LineState) => void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000
/** The shortest that AWS IoT goes by. */
const KEEP_ALIVE_SEC = 30

/**
 * Keeps the page connected until `signal` aborts: a token, a connection, its topics; and again, later each time, when the line is lost. A
 * site that is refused is left out.
 */
export async function stayConnected(options: LineOptions, signal: AbortSignal): Promise<void> {
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
    options.onLine('connecting')
    try {
      await connectOnce(options, signal, () => (retryMs = FIRST_RETRY_MS))
    } catch (error) {
      console.warn('The live connection failed:', error)
    }
    if (signal.aborted) return
    options.onLine('lost')
    await waited(retryMs)
  }
}

/** One connection, from the token to its end. */
async function connectOnce(
  { mqttUrl, authorizerName, me: askMe, token, filters, watched, onMessage, onLine }: LineOptions, signal: AbortSignal,
  connected: () => void,
): Promise<void> {
  // Loaded apart: the page stands before its MQTT client has come.
  const { default: mqtt } = await import('mqtt')
  const url = new URL(mqttUrl, location.href).href.replace(/^http/, 'ws')
  let client: MqttClient | undefined
  const end = () => client?.end(true)
  signal.addEventListener('abort', end, { once: true })
  // A socket may not notice for a while that there is no network.
  addEventListener('offline', end)
  try {
    const me = await askMe()
    // A connection ends as its token runs out: each gets the newest.
    client = await mqtt.connectAsync(url, {
      clientId: `${pageClientId(me.subject)}${crypto.randomUUID()}`, username: `page?x-amz-customauthorizer-name=${authorizerName}`,
      password: await token(), protocolVersion: 5, reconnectPeriod: 0, keepalive: KEEP_ALIVE_SEC,
    })
    const lost = new Promise<void>((resolve) => client?.once('close', resolve))
    client.on('message', (topic, payload, { retain }) => onMessage(topic, payload, retain))
    await subscribeTo(client, await filters(me))
    await watched.follow(client)
    connected()
    onLine('live')
    await lost
  } finally {
    signal.removeEventListener('abort', end)
    removeEventListener('offline', end)
    if (client !== undefined) watched.leave(client)
    end()
  }
}

/** Subscribes to each list of filters. Rejects where there are some, and all are refused. */
async function subscribeTo(client: MqttClient, lists: readonly (readonly string[])[]): Promise<void> {
  const refused: unknown[] = []
  for (const filters of lists) await client.subscribeAsync([...filters], { qos: 1 }).catch((error: unknown) => refused.push(error))
  if (refused.length > 0 && refused.length === lists.length) throw refused[0]
}

/** Waits for a while, or until the browser is on a network again. */
function waited(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
  })
}
