import type { PriceTable } from '@keg/local-iot'
import { directTraffic } from './direct-traffic.ts'
import type { FleetRates } from './fleet-rates.ts'
import { gatewayTraffic } from './gateway-traffic.ts'
import { planOf } from './plan.ts'
import type { TrafficLine } from './traffic.ts'

/** Something that can be done about a bill, and what it saves a month. */
export interface Lever {
  readonly what: string
  readonly savesUsd: number
}

type Path = (rates: FleetRates) => TrafficLine[]
interface Candidate {
  readonly what: string
  readonly path?: Path
  readonly rates?: (rates: FleetRates) => Partial<FleetRates>
}

const SHOWN = 3
const SLOWER = 6

const ofBoth: readonly Candidate[] = [
  { what: 'pages that are open half as long', rates: ({ pageHours }) => ({ pageHours: pageHours / 2 }) },
  { what: 'half as many reconnects', rates: ({ reconnectsPerDay }) => ({ reconnectsPerDay: reconnectsPerDay / 2 }) },
  { what: 'half as many commands', rates: ({ commandsPerDay }) => ({ commandsPerDay: commandsPerDay / 2 }) },
  { what: 'half as many changes of settings', rates: ({ settingsPerDay }) => ({ settingsPerDay: settingsPerDay / 2 }) },
]

const ofDirect: readonly Candidate[] = [
  { what: 'a gateway at each site', path: gatewayTraffic },
  { what: `telemetry every ${SLOWER} times as many seconds`, rates: ({ intervalSec }) => ({ intervalSec: intervalSec * SLOWER }) },
  { what: 'no reading every second while somebody pours', rates: ({ intervalSec, pourSec }) => ({ pourSec: pourSec / intervalSec }) },
  ...ofBoth,
]

const ofGateway: readonly Candidate[] = [
  { what: 'twice as many kegs behind a gateway', rates: ({ kegsPerSite }) => ({ kegsPerSite: kegsPerSite * 2 }) },
  { what: 'batches half as often', rates: ({ batchSec }) => ({ batchSec: batchSec * 2 }) },
  ...ofBoth,
]

/** The three that save most on each way, each by itself; what saves nothing is left out. */
export function leversOf(rates: FleetRates, prices: PriceTable): { readonly direct: readonly Lever[]; readonly gateway: readonly Lever[] } {
  const usd = (path: Path, changed: FleetRates) => planOf(path(changed), prices).usd
  const best = (path: Path, candidates: readonly Candidate[]) =>
    candidates
      .map(({ what, path: other = path, rates: change }) => ({
        what, savesUsd: usd(path, rates) - usd(other, { ...rates, ...change?.(rates) }),
      }))
      .filter(({ savesUsd }) => savesUsd > 0)
      .sort((a, b) => b.savesUsd - a.savesUsd)
      .slice(0, SHOWN)
  return { direct: best(directTraffic, ofDirect), gateway: best(gatewayTraffic, ofGateway) }
}
