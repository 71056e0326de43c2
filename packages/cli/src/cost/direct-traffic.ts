import { DAY_SEC, MONTH_DAYS, readingsPerDay, sitesOf, type FleetRates } from './fleet-rates.ts'
import { times, type TrafficLine } from './traffic.ts'

/** What a connection of a page costs: each site has one that is open for a while a day. */
export const pageConnections = (rates: FleetRates): TrafficLine => times(rates.pageHours === 0 ? 0 : sitesOf(rates) * MONTH_DAYS, {
  what: 'pages',
  why: 'minutes of connection, a CONNECT and a SUBSCRIBE a day',
  units: { connectionMinutes: rates.pageHours * 60, messages: 2 },
})

/** The month of a fleet whose kegs are connected to AWS IoT each by itself. */
export function directTraffic(rates: FleetRates): TrafficLine[] {
  const { kegs, poursPerDay, settingsPerDay, commandsPerDay, alertsPerDay, reconnectsPerDay, pageHours } = rates
  const kegDays = kegs * MONTH_DAYS
  // What a keg publishes while its page is open goes out once more.
  const copies = pageHours / (DAY_SEC / 3_600)
  const readings = readingsPerDay(rates)
  return [
    times(kegDays, { what: 'connections', why: 'every minute of every keg; pings are free', units: { connectionMinutes: DAY_SEC / 60 } }),
    times(kegDays * readings, {
      what: 'telemetry',
      why: `a reading is one message (under 5 KB), QoS 0, ${Math.round(readings)} a keg and day; one more for each page that is open`,
      units: { messages: 1 + copies },
    }),
    times(kegDays * poursPerDay, {
      what: 'pours', why: 'one message, QoS 1 (the PUBACK to the keg is free); one rule, one action (queue); one more for each open page',
      units: { messages: 1 + copies, rulesTriggered: 1, actionsExecuted: 1 },
    }),
    times(kegDays * settingsPerDay, {
      what: 'settings', why: 'a shadow operation for the wish and one for the report; the PUBACK for the delta; each document by a rule to the state topic: an action and a message, one more for each open page',
      units: { shadowOperations: 2, rulesTriggered: 2, actionsExecuted: 2, messages: 3 + 2 * copies },
    }),
    times(kegDays * commandsPerDay, {
      what: 'commands', why: 'in over HTTPS (request and answer), out to the keg, its PUBACK, two replies', units: { messages: 6 },
    }),
    times(kegDays * alertsPerDay, { what: 'alerts', why: 'one message, QoS 1; its end another', units: { messages: 2 } }),
    times(kegDays * reconnectsPerDay, {
      what: 'connecting', why: 'CONNECT, five SUBSCRIBEs, reading the shadow with the PUBACK for its answer',
      units: { messages: 7, shadowOperations: 1 },
    }),
    pageConnections(rates),
  ]
}
