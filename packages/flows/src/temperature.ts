import { telemetry } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** Above this, beer is warm: it tastes so, and foams soon. A fleet that has such kegs has an alarm. */
export const WARM_CELSIUS = 8

/** The metric of {@link temperatureFlow}, in the namespace of the stage. */
export const WARM_METRIC = 'WarmCelsius'

/**
 * Warm beer → one metric of the whole stage. One a keg would cost $0.30 each month; and since a metric is put for each message, at $10 a
 * million, the WHERE lets those through alone that the alarm is about: most kegs are cold most of the time, and cost nothing here.
 */
export const temperatureFlow = flow({
  name: 'temperature',
  description: 'The temperature of warm kegs, to the metric of the stage',
  rule: from(telemetry)
    .select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
    .where((m) => m.celsius.greaterThan(WARM_CELSIUS)),
  actions: [{ kind: 'metric', metric: WARM_METRIC, value: '${celsius}', unit: 'None' }],
})
