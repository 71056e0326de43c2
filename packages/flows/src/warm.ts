import { telemetry } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { edgeFlow } from './flow.ts'

/** Beer this warm foams out of the tap: nobody should pour it. */
const TOO_WARM_CELSIUS = 14

/** Warm beer → the valve closes, on the spot: the rule runs in the gateway, with the line to the cloud up or down. */
export const warmFlow = edgeFlow({
  name: 'warm',
  description: 'Closes the valve of a keg whose beer is too warm to pour',
  rule: from(telemetry)
    .select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
    .where((m) => m.celsius.greaterThan(TOO_WARM_CELSIUS)),
  reaction: { alert: 'overTemperature', limit: TOO_WARM_CELSIUS, desired: { valve: 'closed', valveReason: 'overTemperature' } },
})
