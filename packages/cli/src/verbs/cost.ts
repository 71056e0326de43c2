import { DEFAULT_RATES, type FleetRates } from '../cost/fleet-rates.ts'
import { meterTraffic, parseMeter, readMeter, type MeterFile } from '../cost/meter-traffic.ts'
import { chosenPrices } from '../cost/prices-file.ts'
import { printReport } from '../cost/print-report.ts'
import { fleetReport, meterReport } from '../cost/report.ts'
import { askCore } from '../core/ask-core.ts'
import { reachCore } from '../core/reach-core.ts'
import { countFlag, textFlag } from '../flags.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'

/** The flags that change a rate, with what they must be at least. */
const RATES = {
  'kegs-per-site': ['kegsPerSite', 1], interval: ['intervalSec', 1], pours: ['poursPerDay', 0], 'pour-seconds': ['pourSec', 0],
  settings: ['settingsPerDay', 0], commands: ['commandsPerDay', 0], alerts: ['alertsPerDay', 0], reconnects: ['reconnectsPerDay', 0],
  'page-hours': ['pageHours', 0], 'batch-seconds': ['batchSec', 1],
} as const satisfies Record<string, readonly [keyof FleetRates, number]>
const MOST_PAGE_HOURS = 24

/** `keg cost`: the bill and the quota check of a fleet, direct and behind gateways. */
export const cost: Verb = {
  usage: 'keg cost --kegs N [--interval SEC] [--pours N] … | --meter FILE [--gateway-meter FILE] [--kegs N] | --core NAME [--prices FILE] [--json]',
  help:
    `What AWS IoT Core would ask for a fleet in a month: each keg by itself, and behind gateways. Line by line what is billed and why, what
would save most, and what a busy evening asks of AWS's quotas. What rules lead to (queues, functions, tables) is not in it.

  --kegs N             how large the fleet is
  --kegs-per-site N    how many stand behind one gateway (${DEFAULT_RATES.kegsPerSite})
  --interval SEC       how often a keg measures; every second while somebody pours (${DEFAULT_RATES.intervalSec})
  --pours N            pours of a keg a day (${DEFAULT_RATES.poursPerDay}); --pour-seconds SEC, how long one takes (${DEFAULT_RATES.pourSec})
  --settings N, --commands N, --alerts N, --reconnects N
                       of a keg, a day (${DEFAULT_RATES.settingsPerDay}, ${DEFAULT_RATES.commandsPerDay}, ${DEFAULT_RATES.alertsPerDay}, ${DEFAULT_RATES.reconnectsPerDay})
  --page-hours H       hours a day that a page of each site is open (${DEFAULT_RATES.pageHours})
  --batch-seconds SEC  how often a gateway sends while nobody watches (${DEFAULT_RATES.batchSec})
  --meter FILE         the month by what a run's meter counted instead: what pnpm demo --json, or keg local --bill --json, printed
  --gateway-meter FILE the same of a run behind a gateway; with both, the two are compared
  --core NAME          the month by what a core of this machine has counted until now (keg ps)
  --seconds SEC        how long the run took, where its file does not say
  --prices FILE        your prices over those of us-east-1: {"asOf":"2026-11-23","region":"eu-central-1","prices":{"messages":1.2,
                       "rulesTriggered":{"tiers":[{"perMillion":0.18,"upTo":1e9},{"perMillion":0.15}]}}}, US dollars a million units
  --json               one line of JSON: {"month":{"days"},"prices","rates"?,"plans":{"direct","gateway"},"levers","quotas"?,"ratio"?}

  keg cost --kegs 1000
  keg cost --kegs 20 --interval 60 --page-hours 0 --json
  pnpm --silent demo --kegs 20 --seconds 900 --json > direct.json && pnpm --silent demo --kegs 20 --seconds 900 --gateway --json > gateway.json
  keg cost --meter direct.json --gateway-meter gateway.json --kegs 1000`,
  flags: {
    kegs: { type: 'string' }, core: { type: 'string' }, meter: { type: 'string' }, 'gateway-meter': { type: 'string' },
    seconds: { type: 'string' }, prices: { type: 'string' }, json: { type: 'boolean' },
    ...Object.fromEntries(Object.keys(RATES).map((name) => [name, { type: 'string' as const }])),
  },
  arguments: [],
  async run(flags, _, terminal) {
    const prices = await chosenPrices(textFlag(flags, 'prices'))
    const metered = await meters(flags)
    const rates = metered === undefined ? fleetRates(flags) : undefined
    const report = rates === undefined ? meterReport(metered?.direct, metered?.gateway, prices) : fleetReport(rates, prices)
    terminal.out(flags['json'] === true
      ? JSON.stringify({ month: { days: 30 }, prices, ...(rates && { rates }), ...report })
      : printReport(report, prices))
    return 0
  },
}

function fleetRates(flags: Flags): FleetRates {
  const kegs = countFlag(flags, 'kegs')
  if (kegs === undefined) throw new UsageError('keg cost takes --kegs N, --meter FILE of a run, or --core NAME.')
  const given = Object.entries(RATES).flatMap(([name, [rate, least]]) => {
    const value = numberFlag(flags, name, least, rate === 'pageHours' ? MOST_PAGE_HOURS : Infinity)
    return value === undefined ? [] : [[rate, value] as const]
  })
  if (flags['seconds'] !== undefined) throw new UsageError('--seconds goes with --meter.')
  const rates: FleetRates = { ...DEFAULT_RATES, kegs, ...Object.fromEntries(given) }
  if (rates.poursPerDay * rates.pourSec > DAY) throw new UsageError('--pours of --pour-seconds each are more than a day has.')
  return rates
}

const DAY = 86_400

async function meters(flags: Flags) {
  const [direct, gateway] = await Promise.all((['meter', 'gateway-meter'] as const).map((name) => {
    const file = textFlag(flags, name)
    if (file !== undefined) return readMeter(`--${name}`, file)
    return name === 'meter' && flags['core'] !== undefined ? meterOfCore(flags) : undefined
  }))
  if (direct === undefined && gateway === undefined) return undefined
  const other = Object.keys(RATES).find((name) => flags[name] !== undefined)
  if (other !== undefined) throw new UsageError(`--${other} is of a fleet by its rates: without --meter and --core.`)
  const seconds = numberFlag(flags, 'seconds', 1)
  const kegs = countFlag(flags, 'kegs')
  const month = (meter: MeterFile | undefined) => {
    if (meter === undefined) return undefined
    const took = seconds ?? meter.seconds
    if (took === undefined) throw new UsageError('The meter does not say how long it counted: --seconds does.')
    if (kegs !== undefined && meter.kegs === undefined) {
      throw new UsageError(
        'The meter does not say of how many kegs it is, so that --kegs can\'t scale it: leave --kegs out, or add "kegs" to a file.',
      )
    }
    return { lines: meterTraffic(meter, { seconds: took, kegs }), seconds: took }
  }
  return { direct: month(direct), gateway: month(gateway) }
}

async function meterOfCore(flags: Flags): Promise<MeterFile> {
  const core = await reachCore(flags)
  core.data.destroy()
  const { status, answer } = await askCore(core, '/__keg/meter', {})
  if (status !== 200) throw new UsageError(`${core.https} does not tell what it counted: it is no core of Keg, or an older one.`)
  return parseMeter(answer)
}

function numberFlag(flags: Flags, name: string, least: number, most = Infinity): number | undefined {
  const text = textFlag(flags, name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= least && value <= most) return value
  throw new UsageError(`--${name} takes a number from ${least}${most === Infinity ? '' : ` to ${most}`}, not "${text}".`)
}
