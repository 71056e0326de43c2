import { matchesTopicFilter } from '@keg/mqtt-topics'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import type { Line, LineState, MessageHandler } from '@keg/uplink'
import { MqttClient } from 'mqtt'
import { duplexPair, type Duplex } from 'node:stream'

/** As long as AWS takes: no ping is due in simulated time, and the real one does not count. */
const KEEP_ALIVE_SEC = 1_200

/** A line of MQTT 5 over a stream in memory, by a client that is not ours; `handle` is the broker's side. Its shadow's way is beside it. */
export function memoryLine(clientId: string, handle: (stream: Duplex) => void) {
  const handlers: ((state: LineState, reason: string) => void)[] = []
  const subscriptions = new Map<string, MessageHandler>()
  let state: LineState = 'disconnected'
  const client = new MqttClient(() => {
    const [near, far] = duplexPair({ allowHalfOpen: false })
    handle(far)
    return near
  }, {
    clientId, protocolVersion: 5, clean: true, keepalive: KEEP_ALIVE_SEC, reconnectPeriod: 0, manualConnect: true, reschedulePings: false,
    timerVariant: 'native',
  })
  const become = (now: LineState) => {
    state = now
    for (const handler of handlers) handler(now, now)
  }
  client.on('connect', () => {
    for (const filter of subscriptions.keys()) client.subscribe(filter, { qos: 1 })
    become('connected')
  })
  client.on('close', () => become('disconnected'))
  client.on('error', (error) => {
    throw error
  })
  client.on('message', (topic, payload) => {
    for (const [filter, handler] of subscriptions) if (matchesTopicFilter(filter, topic)) void handler(topic, payload)
  })
  const line: Line & { readonly unsubscribe: (filter: string) => void } = {
    get state() {
      return state
    },
    publish: async (topic, payload, qos, { retain = false } = {}) =>
      void (await client.publishAsync(topic, Buffer.from(payload), { qos, retain })),
    async subscribe(filter, handler) {
      subscriptions.set(filter, handler)
      if (state === 'connected') await client.subscribeAsync(filter, { qos: 1 })
    },
    unsubscribe: (filter) => void subscriptions.delete(filter),
    onState: (handler) => void handlers.push(handler),
    start: () => void client.connect(),
    close: () => client.endAsync(),
  }
  return { line, shadow: mqttJsTransport(client) }
}
