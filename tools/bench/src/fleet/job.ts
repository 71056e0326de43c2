import { MqttClient } from 'mqtt'
import { duplexPair, type Duplex } from 'node:stream'
import { row, type Row } from '../row.ts'
import { kegCore } from './keg-core.ts'

const KEGS = 1_000
const PER_MINUTE = 600
const MINUTE_MS = 60_000
/** While six hundred are told at once. */
const DONE_MS = 5_000
const KEEP_ALIVE_SEC = 1_200

/** A job to a thousand connected kegs, by the clock: each does it as soon as it is told. */
export async function jobRows(): Promise<readonly Row[]> {
  const { iot, certificateId } = await kegCore()
  const names = Array.from({ length: KEGS }, (_, index) => `keg-${index}`)
  const group = await iot.call('CreateThingGroup', { thingGroupName: 'bars' })
  for (const thingName of names) {
    await iot.call('CreateThing', { thingName })
    await iot.call('AddThingToThingGroup', { thingName, thingGroupName: 'bars' })
  }
  const toldAtMs: number[] = []
  const tookMs: number[] = []
  const allDone = Promise.withResolvers<undefined>()
  const kegs = await Promise.all(names.map((thingName) => keg(thingName, (stream) => iot.handleConnection(stream, { certificateId }), {
    told: () => void toldAtMs.push(performance.now()),
    done(ms) {
      tookMs.push(ms)
      if (tookMs.length === KEGS) allDone.resolve(undefined)
    },
  })))
  await iot.call('CreateJob', {
    jobId: 'settings', targets: [group.thingGroupArn ?? ''], document: '{"kind":"settings"}',
    jobExecutionsRolloutConfig: { maximumPerMinute: PER_MINUTE },
  })
  await allDone.promise
  const { job } = await iot.call('DescribeJob', { jobId: 'settings' })
  for (const client of kegs) client.end(true)
  await iot.close()
  return [
    row('fleet/job-told-in-a-minute', 'kegs', mostWithin(toldAtMs, MINUTE_MS), PER_MINUTE, '<= 1'),
    row('fleet/job-done', 'kegs', job?.jobProcessDetails?.numberOfSucceededThings ?? 0, KEGS, '>= 1'),
    row('fleet/job-told-to-done-p99', 'ms', tookMs.toSorted((a, b) => a - b)[Math.floor(KEGS * 0.99)] ?? Number.NaN, DONE_MS, '<= 1'),
  ]
}

/** The delivery of a batch takes a while: the last of one and the first of the next are less than a minute apart. */
const DELIVERY_MS = 5_000

/** The most that fell into a time of this length. */
function mostWithin(atMs: readonly number[], lengthMs: number): number {
  const sorted = atMs.toSorted((a, b) => a - b)
  return sorted.reduce((most, startMs, first) => {
    const beyond = sorted.findIndex((one) => one >= startMs + lengthMs - DELIVERY_MS)
    return Math.max(most, (beyond === -1 ? sorted.length : beyond) - first)
  }, 0)
}

/** A keg that answers each job with its success; told when it hears of one, and how long it took till that was taken. */
async function keg(
  thingName: string, handle: (stream: Duplex) => void, { told, done }: { told: () => void; done: (tookMs: number) => void },
): Promise<MqttClient> {
  const client = new MqttClient(() => {
    const [near, far] = duplexPair({ allowHalfOpen: false })
    handle(far)
    return near
  }, { clientId: thingName, protocolVersion: 5, clean: true, keepalive: KEEP_ALIVE_SEC, reconnectPeriod: 0 })
  const connected = new Promise<void>((resolve, reject) => client.once('connect', () => resolve()).once('error', reject))
  let startMs = 0
  client.on('message', (topic, payload) => {
    if (topic.endsWith('/update/accepted')) return done(performance.now() - startMs)
    if (!topic.endsWith('/notify-next')) return
    // As AWS IoT Jobs writes it.
    const { execution } = JSON.parse(payload.toString()) as { execution?: { jobId: string } }
    if (execution === undefined) return
    startMs = performance.now()
    told()
    client.publish(`$aws/things/${thingName}/jobs/${execution.jobId}/update`, '{"status":"SUCCEEDED"}', { qos: 1 })
  })
  await connected
  await client.subscribeAsync(`$aws/things/${thingName}/jobs/notify-next`, { qos: 1 })
  return client
}
