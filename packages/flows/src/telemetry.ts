import { siteSummary, telemetry } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { stream } from './actions.ts'
import { flow } from './flow.ts'

/**
 * Telemetry → stream → readings, in batches: many messages, none of which counts by itself. As with pours, nothing in the rule can fail,
 * and the handler decodes. A keg's readings stay in their order. The handler tells those who watch a site of its kegs, once a second at
 * most.
 */
export const telemetryFlow = flow({
  name: 'telemetry',
  description: 'What kegs measure, as it came, to the stream of readings',
  rule: from(telemetry).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [stream('telemetry', {
    partitionKey: '${topic(3)}', grants: ['writeStore', 'writeReadings', 'readReadings', 'readRegistry'],
    publishes: [siteSummary.topic.text],
  })],
})
