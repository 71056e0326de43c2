import { edgeFlows } from '@keg/flows'
import { levelName, pour, telemetry } from '@keg/message-schemas/keg'
import { compileRule } from '@keg/rule-dsl'
import { row, type Row } from '../row.ts'
import { bareDeviceRssBytes, SITE, startCloud, startGateway, until, type Cloud, type GatewayUnderTest } from './gateway-under-test.ts'
import { inTurn } from '../broker/load.ts'
import type { MqttConnection } from '../broker/mqtt-connection.ts'

const MB = 1_024 * 1_024
const KEGS_UNDER_LOAD = 100
/** One message of so many is a pour, which is on the disk before its PUBACK. */
const ONE_POUR_OF = 10
const GOAL_PER_SEC = 2_000
const LOAD_SEC = 10
const KEGS_IN_MEMORY = 1_000
const KEGS_TOO_WARM = 300
const EVALUATE_MS = 2_000
const WARM_CELSIUS = 17.2

const measured = {
  v: 1, bootId: 'boot-1', seq: 0, takenAtMs: 1_790_000_000_000, celsius: 4.2, kilopascal: 112, pouring: false, cooling: true,
} as const
const drawn = {
  v: 1, bootId: 'boot-1', seq: 1, takenAtMs: 1_790_000_000_000, pourId: 'pour-1', volumeMl: 300, totaliserMl: 12_000,
} as const
const aPour = { topic: pour.topic, payload: pour.encode(drawn) }
const aReading = { topic: telemetry.topic, payload: telemetry.encode(measured) }

const openKeg = (gateway: GatewayUnderTest, name: string, { topic, payload }: typeof aPour | typeof aReading): Promise<MqttConnection> =>
  gateway.connect(name, topic.format({ siteId: SITE, kegId: levelName.parse(name) }), payload)

/**
 * Messages of kegs a second, all QoS 1, sent by the clock at twice the goal, each keg below AWS's 100 a second: until the last has its
 * PUBACK and the cloud beside it has booked each pour.
 */
async function throughputRow(cloud: Cloud): Promise<Row> {
  await using gateway = await startGateway(cloud, KEGS_UNDER_LOAD)
  const bookedBefore = cloud.booked()
  let taken = 0
  const kegs = await inTurn(KEGS_UNDER_LOAD, (index) => openKeg(gateway, `keg-${index}`, index % ONE_POUR_OF === 0 ? aPour : aReading))
  for (const keg of kegs) keg.onAcknowledged = () => void (taken += 1)
  const messages = 2 * GOAL_PER_SEC * LOAD_SEC
  const startMs = performance.now()
  for (let sent = 0; sent < messages; await new Promise((resolve) => setTimeout(resolve, 1))) {
    const due = Math.min(messages, ((performance.now() - startMs) * 2 * GOAL_PER_SEC) / 1_000)
    for (; sent < due; sent += 1) kegs[sent % KEGS_UNDER_LOAD]?.publish()
  }
  await until('each PUBACK, and each pour to be booked', () => taken >= messages && cloud.booked() - bookedBefore >= messages / ONE_POUR_OF)
  const perSec = (messages * 1_000) / (performance.now() - startMs)
  for (const keg of kegs) keg.close()
  return row('edge/keg-messages', '1/s', perSec, GOAL_PER_SEC, '>= 1')
}

/** With a thousand kegs connected, each of which has sent a reading. */
async function memoryRow(cloud: Cloud): Promise<Row> {
  const bare = await bareDeviceRssBytes(cloud)
  await using gateway = await startGateway(cloud, KEGS_IN_MEMORY)
  let taken = 0
  await inTurn(KEGS_IN_MEMORY, async (index) => {
    const keg = await openKeg(gateway, `keg-${index}`, aReading)
    keg.onAcknowledged = () => void (taken += 1)
    keg.publish()
  })
  await until('a reading of each keg', () => taken === KEGS_IN_MEMORY)
  return row('edge/gateway-memory-1000-kegs', 'MB', gateway.rssBytes() / MB, (1.3 * bare) / MB + 80, '<= 1')
}

/** From a reading that is too warm to the wish at the keg that the valve be closed, kept on the disk before, with no line to the cloud. */
async function reactionRow(cloud: Cloud): Promise<Row> {
  await using gateway = await startGateway(cloud, KEGS_TOO_WARM, { line: 'down' })
  const tooWarm = { topic: telemetry.topic, payload: telemetry.encode({ ...measured, celsius: WARM_CELSIUS }) }
  const tookMs: number[] = []
  for (const kegId of gateway.kegs) {
    const keg = await openKeg(gateway, kegId, tooWarm)
    await keg.subscribe(`$aws/things/${kegId}/shadow/update/delta`)
    const startMs = performance.now()
    const wished = new Promise<void>((resolve) => void (keg.onMessage = resolve))
    keg.publish()
    await wished
    tookMs.push(performance.now() - startMs)
  }
  tookMs.sort((a, b) => a - b)
  return row('edge/reaction-p99-offline', 'ms', tookMs[Math.floor(0.99 * tookMs.length)] ?? NaN, 50, '<= 1')
}

/** Readings that a rule of the edge looks at in a second, from their bytes. */
function evaluationsRow(): Row {
  const [flow] = edgeFlows
  const rule = compileRule(flow.rule.rule)
  const topic = telemetry.topic.format({ siteId: SITE, kegId: levelName.parse('keg-1') })
  let matched = 0
  let done = 0
  const startMs = performance.now()
  while (performance.now() - startMs < EVALUATE_MS) {
    for (let each = 0; each < 1_000; each += 1) {
      // Bytes of its own, as each reading has: those of one message are read once for all rules.
      if (rule.evaluate({ topic, payload: aReading.payload.slice() }, { nowMs: startMs, clientId: 'keg-1' }).kind === 'matched')
        matched += 1
    }
    done += 1_000
  }
  if (matched > 0) throw new Error(`${matched} readings that are not too warm matched ${flow.name}.`)
  return row('edge/rule-evaluations', '1/s', (done * 1_000) / (performance.now() - startMs), 150_000, '>= 1')
}

export async function gatewayRows(): Promise<Row[]> {
  await using cloud = await startCloud()
  return [evaluationsRow(), await throughputRow(cloud), await reactionRow(cloud), await memoryRow(cloud)]
}
