import { inTurn, open } from './load.ts'
import type { MqttConnection } from './mqtt-connection.ts'
import type { ServerUnderTest } from './server-under-test.ts'

const PAIRS = 20
const OUTSTANDING = 4
const FOR_MS = 1_500

interface Pair {
  readonly reader: MqttConnection
  readonly writer: MqttConnection
}

let runs = 0

/** Publishers that have a subscriber each. */
const openPairs = (server: ServerUnderTest): Promise<Pair[]> => {
  const run = runs++
  return inTurn(PAIRS, async (index) => {
    const topic = `bench/pairs-${run}/${index}`
    const reader = await open(server, `pair-reader-${run}-${index}`)
    await reader.subscribe(topic)
    return { reader, writer: await open(server, `pair-writer-${run}-${index}`, topic) }
  })
}

function close(pairs: readonly Pair[]): void {
  for (const { reader, writer } of pairs) {
    reader.close()
    writer.close()
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Deliveries a second that the pairs come to when each sends the next message with every delivery. */
export async function capacity(server: ServerUnderTest): Promise<number> {
  const pairs = await openPairs(server)
  let delivered = 0
  for (const { reader, writer } of pairs) {
    reader.onMessage = () => {
      delivered += 1
      writer.publish()
    }
    for (let count = 0; count < OUTSTANDING; count += 1) writer.publish()
  }
  await wait(FOR_MS / 4)
  const [from, fromMs] = [delivered, performance.now()]
  await wait(FOR_MS)
  const perSec = ((delivered - from) * 1000) / (performance.now() - fromMs)
  close(pairs)
  return perSec
}

/**
 * Milliseconds from when a message was to be sent to its delivery, sorted: messages are sent by the clock and wait for no other, so that a
 * moment in which the broker does nothing counts for every message that was due in it. The clock ticks each millisecond.
 */
export async function latenciesOnSchedule(server: ServerUnderTest, perSec: number): Promise<number[]> {
  const pairs = await openPairs(server)
  const taken: number[] = []
  const due = pairs.map(({ reader }) => {
    const intended: number[] = []
    reader.onMessage = () => void taken.push(performance.now() - (intended.shift() ?? Number.NaN))
    return intended
  })
  const startMs = performance.now()
  const total = Math.floor((perSec * FOR_MS) / 1000)
  for (let sent = 0; sent < total;) {
    const nowMs = performance.now()
    for (; sent < total && startMs + (sent * 1000) / perSec <= nowMs; sent += 1) {
      due[sent % PAIRS]?.push(startMs + (sent * 1000) / perSec)
      pairs[sent % PAIRS]?.writer.publish()
    }
    await wait(1)
  }
  for (let tries = 0; taken.length < total && tries < 100; tries += 1) await wait(50)
  close(pairs)
  return taken.sort((a, b) => a - b)
}
