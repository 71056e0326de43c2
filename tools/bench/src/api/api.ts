import { p99 } from '../percentile.ts'
import { row, type Benchmark } from '../row.ts'
import { withStack } from '../stack/with-stack.ts'
import { dayOfReadings } from './day-of-readings.ts'
import { ownTimes } from './own-time.ts'
import { roundTrips } from './round-trips.ts'

const [MAX_ROUND_TRIP_MS, MAX_OWN_MS, MAX_DAY_MS] = [300, 5, 150]

/** The HTTP API: a command until its keg has done it, and a day of readings, on the stack as it was synthesized; a route by itself. */
export const api: Benchmark = {
  name: 'api',
  run: async () => [
    row('api/route-own-p99', 'ms', p99(await ownTimes()), MAX_OWN_MS, '<= 1'),
    ...await withStack(async (address) => [
      row('api/readings-of-a-day-p99', 'ms', p99(await dayOfReadings(address)), MAX_DAY_MS, '<= 1'),
      row('api/command-round-trip-p99', 'ms', p99(await roundTrips(address)), MAX_ROUND_TRIP_MS, '<= 1'),
    ]),
  ],
}
