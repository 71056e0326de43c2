import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { keepHeapSmall } from '@keg/local-cloud'
import { siteSummary, telemetry } from '@keg/message-schemas/keg'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import { outputsOf } from '../outputs.ts'
import { DEMO_PASSWORD } from '../people.ts'
import { startSystem, type System } from '../system.ts'
import { KEGS_A_SITE, kegAt, kegIdOf, readingOf, siteOf, type ManyKegsAnswer, type ManyKegsCommand } from './kegs.ts'

// The system with kegs that are registered, have a reading each, and send what they are told to: in a process of its own. It ends when its
// parent does, or lets go of it.

const KEGS = Number(process.argv[2])
// A hundred kegs that all send each second are as much as AWS hands to one connection: what their sites tell beside goes beyond.
const quotas = process.argv[3] === 'enforce' ? 'enforce' : 'warn'
const READINGS_AT_ONCE = 500

keepHeapSmall()
const system = await startSystem({ kegs: 0, quotas })
const say = (answer: ManyKegsAnswer) => process.send?.(answer)
await register(system)
await keepReadings(system)
process.on('message', (command: ManyKegsCommand) => void obey(command))
process.once('disconnect', () => void system.close().then(() => process.exit()))
say({ kind: 'ready', url: system.url, password: DEMO_PASSWORD })

async function register({ cloud: { iot, ...cloud } }: System): Promise<void> {
  const thingGroupName = outputsOf(cloud)['KegGroupName'] ?? ''
  for (let index = 0; index < KEGS; index += 1) {
    const { thingName, siteId } = { thingName: kegIdOf(index), siteId: siteOf(index) }
    await iot.call('CreateThing', { thingName, attributePayload: { attributes: { siteId } } })
    await iot.call('AddThingToThingGroup', { thingName, thingGroupName })
  }
}

async function keepReadings({ cloud }: System): Promise<void> {
  const outputs = outputsOf(cloud)
  const client = new DynamoDBClient(cloud)
  const readings = dynamoDbReadings({
    client, tableName: outputs['ReadingsTableName'] ?? '', minutes: dynamoDbStore({ client, tableName: outputs['TableName'] ?? '' }),
  })
  const nowMs = Date.now()
  for (let first = 0; first < KEGS; first += READINGS_AT_ONCE) {
    await readings.recordReadings(Array.from({ length: Math.min(READINGS_AT_ONCE, KEGS - first) }, (_, at) => ({
      ...kegAt(first + at), ...readingOf(0, 4, nowMs), receivedAtMs: nowMs, gatewayId: `gateway-${siteOf(first + at)}`,
    })), nowMs)
  }
  client.destroy()
}

/** Sends as it is told, and says when it has. Each message has its own time to go out, whatever the one before took. */
async function obey({ kind, kegs, seconds }: ManyKegsCommand): Promise<void> {
  const startedMs = Date.now()
  const sent: (readonly [string, number, number])[] = []
  for (let second = 0; second < seconds; second += 1) {
    const messages = kind === 'summaries' ? summaries(kegs, second) : readings(kegs, second, sent)
    for (const [at, send] of messages.entries()) {
      await until(startedMs + second * 1_000 + (at / messages.length) * 1_000)
      await send()
    }
  }
  say({ kind: 'done', sent })
}

/** A message for each site, of those of its kegs that changed. */
function summaries(changing: number, second: number): readonly (() => Promise<unknown>)[] {
  const sites = Math.ceil(KEGS / KEGS_A_SITE)
  const each = Math.ceil(changing / sites)
  return Array.from({ length: sites }, (_, site) => () => {
    const nowMs = Date.now()
    const kegs = Array.from({ length: each }, (_unused, at) => {
      const index = site * KEGS_A_SITE + ((second * each + at) % Math.min(KEGS_A_SITE, KEGS))
      return { kegId: kegIdOf(index), ...readingOf(second + 1, 3 + ((second + at) % 40) / 10, nowMs) }
    })
    const topic = siteSummary.topic.format({ siteId: siteOf(site * KEGS_A_SITE) })
    return system.cloud.iot.publish(topic, Buffer.from(siteSummary.encode({ v: 1, takenAtMs: nowMs, kegs })), { qos: 1 })
  })
}

/** A reading of each keg, told apart by its temperature. */
function readings(kegs: number, second: number, sent: (readonly [string, number, number])[]): readonly (() => Promise<unknown>)[] {
  return Array.from({ length: kegs }, (_, index) => () => {
    const { kegId, siteId } = kegAt(index)
    const nowMs = Date.now()
    // A tenth of a degree more each second: what the page shows says which one it is.
    const celsius = 10 + second / 10
    sent.push([kegId, celsius, nowMs])
    const payload = telemetry.encode({ v: 1, ...readingOf(second + 1, celsius, nowMs) })
    return system.cloud.iot.publish(telemetry.topic.format({ siteId, kegId }), Buffer.from(payload), { qos: 1 })
  })
}

async function until(atMs: number): Promise<void> {
  const leftMs = atMs - Date.now()
  if (leftMs > 1) await new Promise((resolve) => setTimeout(resolve, leftMs))
}
