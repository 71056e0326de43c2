import { telemetry } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/**
 * Every reading → the cold table of telemetry, whose columns are the members selected here, in lower case. What is no reading becomes a row
 * that lacks something, or none: the flow of readings tells of it.
 */
export const telemetryColdFlow = flow({
  name: 'telemetry_cold',
  description: 'Every reading of a keg, to the cold store',
  rule: from(telemetry).select((m, fn) => ({
    siteId: fn.topic(2),
    kegId: fn.topic(3),
    bootId: m.bootId,
    seq: m.seq,
    takenAtMs: m.takenAtMs,
    receivedAtMs: fn.timestamp(),
    celsius: m.celsius,
    kilopascal: m.kilopascal,
    pouring: m.pouring,
    cooling: m.cooling,
  })),
  actions: [{ kind: 'cold', table: 'telemetry' }],
})
