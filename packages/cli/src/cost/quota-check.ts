import { DAY_SEC, MONTH_DAYS, readingsPerDay, sitesOf, type FleetRates } from './fleet-rates.ts'
import { totalOf, type TrafficLine } from './traffic.ts'

/** A quota of AWS IoT Core, and what each way asks of it. */
export interface QuotaRow {
  readonly quota: string
  readonly limit: number
  readonly direct: number
  readonly gateway: number
  /** Whether each way keeps within it. */
  readonly directFits: boolean
  readonly gatewayFits: boolean
}

/** An evening is busier than the mean of a day by so much. */
const EVENING = 4
/** What the gateway allows itself on its line, in a second. */
const GATEWAY_PER_SEC = 80
const GATEWAY_KIB_PER_SEC = 400
const READING_BYTES = 220
const KIB = 1_024
/** An inbound publish for a shadow update: itself, accepted, documents, delta. */
const PUBLISHES_A_SHADOW_OPERATION = 4

/**
 * What a fleet asks of AWS's quotas, in an evening.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html
 */
export function checkQuotas(
  rates: FleetRates, traffic: { readonly direct: readonly TrafficLine[]; readonly gateway: readonly TrafficLine[] },
): QuotaRow[] {
  const perSec = (lines: readonly TrafficLine[]) => {
    const { messages, rulesTriggered, shadowOperations } = totalOf(lines)
    const share = EVENING / (MONTH_DAYS * DAY_SEC)
    return {
      publishes: (messages + PUBLISHES_A_SHADOW_OPERATION * shadowOperations) * share, rules: rulesTriggered * share,
      shadows: shadowOperations * share,
    }
  }
  const [direct, gateway] = [perSec(traffic.direct), perSec(traffic.gateway)]
  const { kegs } = rates
  const sites = sitesOf(rates)
  const pages = rates.pageHours > 0 ? sites : 0
  // A reading and the pour that ends in the same second.
  const kegPerSec = readingsPerDay(rates) === 0 ? 0 : 2
  const row = (quota: string, limit: number, one: number, other: number): QuotaRow => ({
    quota, limit, direct: one, gateway: other, directFits: one <= limit, gatewayFits: other <= limit,
  })
  return [
    row('messages a second on a connection', 100, kegPerSec, GATEWAY_PER_SEC + (pages > 0 ? 1 : 0)),
    row('KiB a second on a connection', 512, (kegPerSec * READING_BYTES) / KIB, GATEWAY_KIB_PER_SEC),
    row('connections of the account', 500_000, kegs + pages, sites + pages),
    row('publishes a second, in and out', 20_000, direct.publishes, gateway.publishes),
    row('rules evaluated a second', 20_000, direct.rules, gateway.rules),
    row('shadow operations a second', 4_000, direct.shadows, gateway.shadows),
    row('seconds until all are back, 500 CONNECTs a second', 300, (kegs + pages) / 500, (sites + pages) / 500),
  ]
}
