import { liveMessages } from '@keg/message-schemas/keg'
import type { Api } from '../api/client.ts'

/** How the line to the broker is. */
export type LineState = 'connecting' | 'live' | 'lost'

/** What a connection needs. */
export interface ConnectionOptions {
  /** The broker, relative to the page or absolute. */
  readonly mqttUrl: string
  readonly ticket: Api['ticket']
  readonly onMessage: (topic: string, payload: Uint8Array) => void
  readonly onLine: (line: LineState) => void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

/**
 * Keeps the page connected until `signal` aborts: a ticket, a connection, all kegs' topics; and again, later each time, when the line is
 * lost.
 */
export async function stayConnected({ mqttUrl, ticket, onMessage, onLine }: ConnectionOptions, signal: AbortSignal): Promise<void> {
  // Loaded apart: the page stands before its MQTT client has come.
  const { default: mqtt } = await import('mqtt')
  const url = new URL(mqttUrl, location.href).href.replace(/^http/, 'ws')
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
    onLine('connecting')
    try {
      // A ticket is good for minutes, a connection for a day: each connection gets a new one.
      const client = await mqtt.connectAsync(url, { ...(await ticket()), protocolVersion: 5, reconnectPeriod: 0 })
      const lost = new Promise<void>((resolve) => client.once('close', resolve))
      signal.addEventListener('abort', () => client.end(true), { once: true })
      client.on('message', (topic, payload) => onMessage(topic, payload))
      await client.subscribeAsync(liveMessages.map((message) => message.topic.filter()), { qos: 1 })
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
