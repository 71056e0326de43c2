import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../document/json.ts'
import { createShadowClient, ShadowError } from '../index.ts'
import { transportSuite } from '../testing/transport-suite.ts'
import { createMemoryShadowService, type MemoryShadowService } from './memory.ts'
import { type TopicConnection, topicTransport } from './topic-transport.ts'

const decode = (payload: Uint8Array) => JSON.parse(new TextDecoder().decode(payload)) as JsonObject
const TOPIC = /^\$aws\/things\/([^/]+)\/shadow(?:\/name\/([^/]+))?\/(get|update|delete)$/

/** A connection to a service that answers on topics, as a broker would: to every connection that subscribed. */
function connect(service: MemoryShadowService): TopicConnection & { setConnected(connected: boolean): void } {
  const behind = service.transport()
  let topics = new Map<string, { close(): Promise<void> }>()
  let deliver: (topic: string, payload: Uint8Array) => void = () => undefined
  let tell: (connected: boolean) => void = () => undefined
  return {
    async publish(topic, payload) {
      const [, thingName = '', shadowName, kind] = TOPIC.exec(topic) ?? []
      const request = decode(payload)
      const operation = { kind: kind as 'get' | 'update' | 'delete', thingName, ...(shadowName !== undefined && { shadowName }) }
      const reply = await behind.request(operation, request, { signal: new AbortController().signal })
      const answer = reply.accepted ?? { ...reply.rejected, clientToken: request['clientToken'] }
      service.publish(
        `${topic}/${reply.accepted === undefined ? 'rejected' : 'accepted'}`, new TextEncoder().encode(JSON.stringify(answer)),
      )
    },
    async subscribe(wanted) {
      for (const topic of wanted) {
        await topics.get(topic)?.close()
        topics.set(topic, await behind.subscribe([topic], (published, payload) => deliver(published, payload)))
      }
    },
    async unsubscribe(left) {
      for (const topic of left) await topics.get(topic)?.close()
    },
    onMessage(handler) {
      deliver = handler
      return () => void (deliver = () => undefined)
    },
    onConnection(handler) {
      tell = handler
      return () => void (tell = () => undefined)
    },
    setConnected(connected) {
      behind.setConnected(connected)
      topics = new Map()
      tell(connected)
    },
  }
}

transportSuite('over topics', () => {
  const service = createMemoryShadowService({ nowSec: () => 1_700_000_000 })
  const connection = connect(service)
  const device = topicTransport(connection)
  const app = topicTransport(connect(service))
  return {
    thingName: 'keg-1',
    device,
    app,
    setConnected: (connected) => connection.setConnected(connected),
    close() {
      device.close()
      app.close()
    },
  }
})

/** A connection on which nothing answers, or everything is refused. */
const silent = (refusal?: ShadowError): TopicConnection => {
  const act = async () => {
    if (refusal !== undefined) throw refusal
  }
  return { publish: act, subscribe: act, unsubscribe: act, onMessage: () => () => undefined, onConnection: () => () => undefined }
}

describe('when the service does not answer', () => {
  it('times out with the token', async () => {
    const client = createShadowClient({ thingName: 't', transport: topicTransport(silent()), timeoutMs: 5, clientToken: () => 'token-1' })
    await expect(client.get()).rejects.toMatchObject({ code: 'TIMEOUT', clientToken: 'token-1' })
  })
  it('gives the reason of a refused subscription', async () => {
    const refusal = new ShadowError('FORBIDDEN', 'not allowed')
    const client = createShadowClient({ thingName: 't', transport: topicTransport(silent(refusal)) })
    await expect(client.get()).rejects.toBe(refusal)
  })
  it('gives up at the caller’s signal', async () => {
    const client = createShadowClient({ thingName: 't', transport: topicTransport(silent()) })
    await expect(client.get({ signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  })
  it('fails what is under way when the connection goes', async () => {
    let tell: (connected: boolean) => void = () => undefined
    const transport = topicTransport({ ...silent(), onConnection: (handler) => ((tell = handler), () => undefined) })
    const pending = createShadowClient({ thingName: 't', transport }).get()
    await Promise.resolve()
    await Promise.resolve()
    tell(false)
    await expect(pending).rejects.toMatchObject({ code: 'DISCONNECTED' })
  })
})
