import type { IoTClient } from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { iotMitigation } from '../adapters/iot-mitigation.ts'
import { isolate, type Violation } from './isolation.ts'

/** As Device Defender tells it. */
const ALARM = {
  violationEventTime: 1_790_000_000_000, thingName: 'k-1', violationEventType: 'in-alarm', metricValue: { count: 1 }, violationId: 'v-1',
  securityProfileName: 'kegs', behavior: { name: 'own-topics', metric: 'aws:num-messages-sent', criteria: {} },
}

async function isolated(message: string) {
  const started: Violation[] = []
  return { ...await isolate(message, async (violation) => void started.push(violation)), started }
}

it('an alarm shuts out the keg that it is about', async () => {
  expect(await isolated(JSON.stringify(ALARM))).toEqual({
    outcome: 'isolated', kegId: 'k-1', behavior: 'own-topics',
    started: [{ violationId: 'v-1', securityProfileName: 'kegs', behaviorName: 'own-topics', atMs: 1_790_000_000_000 }],
  })
})

it.each(['alarm-cleared', 'alarm-invalidated'])('%s starts nothing', async (violationEventType) => {
  expect(await isolated(JSON.stringify({ ...ALARM, violationEventType }))).toEqual({
    outcome: 'nothing to do', kegId: 'k-1', behavior: 'own-topics', started: [],
  })
})

it.each<[string, string]>([
  ['no JSON', 'kegs are fine'], ['another message', '{"AlarmName":"warm"}'], ['an alarm of no thing', JSON.stringify({ ...ALARM, thingName: 7 })],
])('%s is no alarm', async (_what, message) => {
  expect(await isolated(message)).toEqual({ outcome: 'no alarm', started: [] })
})

it('what can not be started is tried again', async () => {
  await expect(isolate(JSON.stringify(ALARM), () => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled')
})

describe('on AWS IoT', () => {
  it('a mitigation is named by its violation, and finds that by profile, behavior and time', async () => {
    const sent: unknown[] = []
    // The one method that is used.
    const client = { send: async ({ input }: { input: unknown }) => void sent.push(input) } as unknown as IoTClient
    const violation = { violationId: 'v-1', securityProfileName: 'kegs', behaviorName: 'own-topics', atMs: 5_000 }
    await iotMitigation('isolate', client)(violation)
    expect(sent).toEqual([{
      taskId: 'v-1', clientRequestToken: 'v-1', actions: ['isolate'], includeOnlyActiveViolations: false,
      target: { securityProfileName: 'kegs', behaviorName: 'own-topics' },
      violationEventOccurrenceRange: { startTime: new Date(4_000), endTime: new Date(6_000) },
    }])
  })
})
