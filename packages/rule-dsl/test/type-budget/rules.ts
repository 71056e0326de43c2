import { from, type RuleOutput } from '../../src/index.ts'

interface Telemetry {
  readonly v: 1
  readonly kegId: string
  readonly celsius: number
  readonly bar?: number
  readonly valve: 'open' | 'closed'
  readonly place?: { readonly siteId: string; readonly floor: number }
  readonly taps: readonly { readonly ml: number; readonly name?: string }[]
}
const telemetry = {
  topic: 'keg/+/+/telemetry',
  schema: { '~standard': {} as { readonly types?: { readonly input: Telemetry; readonly output: Telemetry } } },
}

export const warm = from(telemetry)
  .set((m) => ({ fahrenheit: m.celsius.times(9).dividedBy(5).plus(32) }))
  .select((m, fn, v) => ({
    kegId: fn.topic(3),
    fahrenheit: v.fahrenheit,
    bar: m.bar.plus(1),
    site: m.place.siteId,
    state: fn.caseOf(m.valve).when('open', 1).otherwise(0),
    taps: fn.each(m.taps, (tap) => ({ ml: tap.ml, name: tap.name }), (tap) => tap.ml.greaterThan(0)),
    at: { receivedAtMs: fn.timestamp() },
  }))
  .where((m, fn) => m.celsius.greaterThan(8).and(fn.startswith(m.kegId, 'k-')).and(m.valve.in(['open']))
    .and(fn.exists(m.taps, (tap) => tap.ml.greaterThan(5))))
export const output: RuleOutput<typeof warm> | undefined = undefined
