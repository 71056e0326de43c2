import { ManualClock } from '@keg/mqtt-broker/testing'
import { kegCore } from './keg-core.ts'

/**
 * The memory of things with a shadow and an execution of a job each, told to the process that forked this one: first without them, then
 * with them. Time is moved by hand, as a job tells a thousand things a minute.
 */
const THINGS = Number(process.argv[2])
const MINUTE_MS = 60_000

const clock = new ManualClock()
const { iot } = await kegCore({ clock })
const tell = () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.()
  process.send?.(process.memoryUsage.rss())
}
// What is loaded and grown by the first ones is not theirs.
const warm = await addThings('warm', 200)
await addJob('warm', warm)
tell()
await addJob('settings', await addThings('bars', THINGS))
tell()

async function addThings(thingGroupName: string, count: number): Promise<string> {
  const { thingGroupArn = '' } = await iot.call('CreateThingGroup', { thingGroupName })
  for (let index = 0; index < count; index += 1) {
    const thingName = `${thingGroupName}-${index}`
    await iot.call('CreateThing', { thingName, attributePayload: { attributes: { siteId: 'berlin' } } })
    await iot.call('AddThingToThingGroup', { thingName, thingGroupName })
    const settings = { siteId: 'berlin', targetCelsius: 4, valve: 'open', intervalSec: 10 }
    await iot.publish(`$aws/things/${thingName}/shadow/update`, JSON.stringify({ state: { desired: settings, reported: settings } }))
  }
  return thingGroupArn
}

async function addJob(jobId: string, target: string): Promise<void> {
  await iot.call('CreateJob', { jobId, targets: [target], document: '{"kind":"settings","settings":{"targetCelsius":4}}' })
  while ((await iot.call('DescribeJob', { jobId })).job?.isConcurrent === true) clock.advance(MINUTE_MS)
}
