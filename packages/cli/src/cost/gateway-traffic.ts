import { pageConnections } from './direct-traffic.ts'
import { DAY_SEC, MONTH_DAYS, sitesOf, type FleetRates } from './fleet-rates.ts'
import { messageUnits, times, type TrafficLine } from './traffic.ts'

/** What a minute's summary and a pour take in a batch, and a reading in the message of a site: as the reference system has them. */
const SUMMARY_BYTES = 360
const POUR_BYTES = 360
const READING_BYTES = 170
/** A batch over one unit goes gzipped, to about so much of it: less where ids are alike. */
const GZIPPED = 0.2
const MINUTES_A_DAY = DAY_SEC / 60

/** How many batches a site sends a day, and how large one is on the line. */
function batchesOf({ kegsPerSite, poursPerDay, batchSec }: FleetRates): { readonly perDay: number; readonly bytes: number } {
  const pours = kegsPerSite * poursPerDay
  // In every minute that is over there is something to send; in shorter turns only where somebody poured.
  const turns = DAY_SEC / batchSec
  const perDay = Math.min(turns, MINUTES_A_DAY + pours)
  const plain = (kegsPerSite * MINUTES_A_DAY * SUMMARY_BYTES + pours * POUR_BYTES) / perDay
  return { perDay, bytes: messageUnits(plain) > 1 ? plain * GZIPPED : plain }
}

/** The month of the same fleet behind a gateway at each site. */
export function gatewayTraffic(fleet: FleetRates): TrafficLine[] {
  // The last site may have fewer, and a small fleet has no more than it has.
  const rates = { ...fleet, kegsPerSite: fleet.kegs / sitesOf(fleet) }
  const { kegs, kegsPerSite, settingsPerDay, commandsPerDay, alertsPerDay, reconnectsPerDay, pageHours, intervalSec } = rates
  const siteDays = sitesOf(fleet) * MONTH_DAYS
  const kegDays = kegs * MONTH_DAYS
  const copies = pageHours / (DAY_SEC / 3_600)
  const batches = batchesOf(rates)
  const live = (pageHours * 3_600) / intervalSec
  return [
    times(siteDays, { what: 'connections', why: 'every minute of every gateway', units: { connectionMinutes: MINUTES_A_DAY } }),
    times(siteDays * MINUTES_A_DAY, {
      what: 'readings',
      why: 'the last reading of every keg of a site, once a minute in one message, in steps of 5 KB; retained, which counts once more, and one more for each open page',
      units: { messages: messageUnits(kegsPerSite * READING_BYTES) * (2 + copies) },
    }),
    times(siteDays * batches.perDay, {
      what: 'batches', why: 'pours and minutes by Basic Ingest: no message, but a rule and an action (queue), each in steps of 5 KB',
      units: { rulesTriggered: messageUnits(batches.bytes), actionsExecuted: messageUnits((batches.bytes * 4) / 3) },
    }),
    times(siteDays * batches.perDay, {
      what: 'acknowledgements', why: 'that a batch is booked: in over HTTPS (request and answer), out to the gateway, its PUBACK',
      units: { messages: 4 },
    }),
    times(siteDays * live, {
      what: 'live readings', why: 'of the one keg that a page looks at: in, and out to the page', units: { messages: 2 },
    }),
    times(kegDays * settingsPerDay, {
      what: 'settings', why: 'as direct, and the report by a message and a rule that looks the keg up in the registry; the state goes out to the gateway, too, with a PUBACK',
      units: { shadowOperations: 2, registryOperations: 1, rulesTriggered: 3, actionsExecuted: 3, messages: 7 + 2 * copies },
    }),
    times(kegDays * commandsPerDay, {
      what: 'commands', why: 'in over HTTPS (request and answer), out to the gateway, its PUBACK, two replies', units: { messages: 6 },
    }),
    times(kegDays * alertsPerDay, { what: 'alerts', why: 'one message, QoS 1; its end another', units: { messages: 2 } }),
    times(siteDays * reconnectsPerDay, {
      what: 'connecting', why: 'CONNECT and four SUBSCRIBEs; the settings of each keg: a request, a rule with a shadow operation, an action, the state in, out and its PUBACK',
      units: { messages: 5 + kegsPerSite * 4, rulesTriggered: kegsPerSite, actionsExecuted: kegsPerSite, shadowOperations: kegsPerSite },
    }),
    pageConnections(rates),
  ]
}
