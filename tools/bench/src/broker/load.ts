import { connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Duplex } from 'node:stream'
import { openMqtt, type MqttConnection } from './mqtt-connection.ts'
import { openWebSocket } from './web-socket-client.ts'
import type { ServerUnderTest } from './server-under-test.ts'

const PAYLOAD_BYTES = 200
const payload = Buffer.alloc(PAYLOAD_BYTES, 'beer ')

function openStream({ ready: { transport, port, tls } }: ServerUnderTest): Duplex {
  if (transport === 'tcp') return connectTcp({ host: '127.0.0.1', port, noDelay: true })
  if (transport === 'tls') return connectTls({ host: 'localhost', port, ...tls }).setNoDelay(true)
  return openWebSocket(port)
}

export const open = (server: ServerUnderTest, clientId: string, topic = 'bench/none'): Promise<MqttConnection> =>
  openMqtt(openStream(server), { clientId, username: server.ready.username, topic, payload })

export interface Load {
  readonly publishers: number
  readonly subscribers: number
  /** Messages that were published and not yet delivered to each subscriber, at most. */
  readonly outstanding: number
  readonly forMs: number
}

/**
 * Deliveries a second in a closed loop: each publisher waits for its PUBACK, and all of them for the deliveries, so that nothing is queued
 * without bound and what is measured is what the broker can do.
 */
export async function throughput(server: ServerUnderTest, { publishers, subscribers, outstanding, forMs }: Load): Promise<number> {
  const run = runs++
  const topic = (index: number) => `bench/${run}/${index}`
  const readers = await inTurn(subscribers, (index) => open(server, `reader-${run}-${index}`))
  await Promise.all(readers.map((reader) => reader.subscribe(`bench/${run}/+`)))
  const writers = await inTurn(publishers, (index) => open(server, `writer-${run}-${index}`, topic(index)))
  let delivered = 0
  let published = 0
  const idle: MqttConnection[] = [...writers, ...writers, ...writers, ...writers]
  const ended = Promise.withResolvers<undefined>()
  let running = true
  const pump = () => {
    while (running && idle.length > 0 && published - delivered / subscribers < outstanding) {
      published += 1
      idle.pop()?.publish()
    }
  }
  for (const reader of readers) {
    reader.onMessage = () => {
      delivered += 1
      pump()
    }
  }
  for (const writer of writers) {
    writer.onAcknowledged = () => {
      idle.push(writer)
      pump()
    }
  }
  pump()
  await new Promise((resolve) => setTimeout(resolve, forMs / 4))
  const [fromMs, from] = [performance.now(), delivered]
  setTimeout(() => ended.resolve(undefined), forMs)
  await ended.promise
  const perSec = ((delivered - from) * 1000) / (performance.now() - fromMs)
  running = false
  for (const connection of [...readers, ...writers]) connection.close()
  return perSec
}

let runs = 0

export interface Path {
  readonly topic: string
  readonly filter: string
}

/**
 * Messages of one path before it is the next one's turn: few, and enough that what a message leaves to be done is done in its own path's
 * time.
 */
const MESSAGES_A_TURN = 20

/**
 * Milliseconds from publish to delivery, one message at a time, sorted, for each of the paths. They take short turns: what else the
 * machine does for a millisecond now and then makes the 99th percentile, and meets both alike.
 */
export async function latencies(server: ServerUnderTest, paths: readonly Path[], times: number): Promise<number[][]> {
  const run = runs++
  const ends = await Promise.all(paths.map(async ({ topic, filter }, index) => {
    const reader = await open(server, `reader-${run}-${index}`)
    await reader.subscribe(filter)
    return { reader, writer: await open(server, `writer-${run}-${index}`, topic), taken: new Array<number>() }
  }))
  for (let turn = 0; turn * MESSAGES_A_TURN < times; turn += 1) {
    for (const end of ends) {
      for (let message = 0; message < MESSAGES_A_TURN; message += 1) end.taken.push(await delivery(end))
    }
  }
  for (const { reader, writer } of ends) {
    reader.close()
    writer.close()
  }
  return ends.map(({ taken }) => taken.sort((a, b) => a - b))
}

/** How long one message takes, milliseconds. */
async function delivery({ reader, writer }: { readonly reader: MqttConnection; readonly writer: MqttConnection }): Promise<number> {
  const startMs = performance.now()
  const delivered = new Promise<void>((resolve) => void (reader.onMessage = resolve))
  writer.publish()
  await delivered
  return performance.now() - startMs
}

/** Opens connections a few at a time, as a fleet would not, so that no backlog of handshakes is measured. */
export async function inTurn<T>(count: number, make: (index: number) => Promise<T>, atOnce = 20): Promise<T[]> {
  const made: T[] = []
  while (made.length < count) {
    const next = Array.from({ length: Math.min(atOnce, count - made.length) }, (_, offset) => make(made.length + offset))
    made.push(...(await Promise.all(next)))
  }
  return made
}
