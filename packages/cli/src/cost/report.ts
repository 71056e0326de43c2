import { type PriceTable } from '@keg/local-iot'
import { directTraffic } from './direct-traffic.ts'
import type { FleetRates } from './fleet-rates.ts'
import { gatewayTraffic } from './gateway-traffic.ts'
import { leversOf, type Lever } from './levers.ts'
import { planOf, type Plan } from './plan.ts'
import { checkQuotas, type QuotaRow } from './quota-check.ts'
import type { TrafficLine } from './traffic.ts'

/** A month of one way, or of two beside each other. */
export interface CostReport {
  readonly plans: Readonly<Partial<Record<'direct' | 'gateway', Plan>>>
  /** What saves most on each way. */
  readonly levers: Readonly<Partial<Record<'direct' | 'gateway', readonly Lever[]>>>
  /** Absent where nothing is known of the fleet but its meters. */
  readonly quotas?: readonly QuotaRow[]
  /** How many times as many units of messages, rules and actions the kegs use directly. */
  readonly ratio?: number
}

/** The report of a fleet by its rates. */
export function fleetReport(rates: FleetRates, prices: PriceTable): CostReport {
  const traffic = { direct: directTraffic(rates), gateway: gatewayTraffic(rates) }
  const plans = { direct: planOf(traffic.direct, prices), gateway: planOf(traffic.gateway, prices) }
  return { plans, levers: leversOf(rates, prices), quotas: checkQuotas(rates, traffic), ratio: messagingUnits(plans.direct) / messagingUnits(plans.gateway) }
}

/** The report of one run, or of two: the same fleet without a gateway and with one. */
export function meterReport(direct: readonly TrafficLine[] | undefined, gateway: readonly TrafficLine[] | undefined, prices: PriceTable): CostReport {
  const plans = { ...(direct && { direct: planOf(direct, prices) }), ...(gateway && { gateway: planOf(gateway, prices) }) }
  const levers = {
    ...(plans.direct && { direct: [...(plans.gateway === undefined ? [] : [{ what: 'a gateway at each site', savesUsd: plans.direct.usd - plans.gateway.usd }]), ...largest(plans.direct)].slice(0, SHOWN) }),
    ...(plans.gateway && { gateway: largest(plans.gateway) }),
  }
  return { plans, levers, ...(plans.direct && plans.gateway && { ratio: messagingUnits(plans.direct) / messagingUnits(plans.gateway) }) }
}

const SHOWN = 3

/** Of meters alone nobody knows what could be left out: half of what costs most. */
const largest = ({ lines }: Plan): Lever[] =>
  lines.filter(({ usd }) => usd > 0).sort((a, b) => b.usd - a.usd).slice(0, SHOWN).map(({ what, usd }) => ({ what: `half of ${what}`, savesUsd: usd / 2 }))

const messagingUnits = ({ total }: Plan): number => total.messages + total.rulesTriggered + total.actionsExecuted
