import { compileRule, parseRule } from '@keg/rule-dsl'

const reading = {
  v: 1, bootId: 'b-7f3a', seq: 48213, takenAtMs: 1_763_900_000_123, kegId: 'k-0042', siteId: 'berlin-mitte', celsius: 4.25, bar: 1.18,
  flowMlPerMin: 0, totaliserMl: 18_250, valve: 'closed', battery: 0.87, rssi: -61,
}
/** About 200 bytes, as a keg sends them every ten seconds. */
export const text = JSON.stringify(reading)
export const bytes = new TextEncoder().encode(text)
export const topic = 'keg/berlin-mitte/k-0042/telemetry'
export const context = { nowMs: 1_763_900_000_456, clientId: 'k-0042' }

export const matchingSql =
  "SELECT kegId, siteId, seq, takenAtMs, celsius, bar, totaliserMl, timestamp() AS receivedAtMs FROM 'keg/+/+/telemetry' WHERE celsius > 4 AND valve = 'closed'"
export const notMatchingSql = "SELECT * FROM 'keg/+/+/telemetry' WHERE celsius > 8 AND valve = 'open'"

export const matching = compileRule(parseRule(matchingSql))
export const notMatching = compileRule(parseRule(notMatchingSql))
