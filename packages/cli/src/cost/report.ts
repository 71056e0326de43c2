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
  /** Of how long a run each plan is the month; absent where it is by rates. */
  readonly metered?: { readonly directSec?: number; readonly gatewaySec?: number }
  /** Absent where nothing is known of the fleet but its meters. */
  readonly quotas?: readonly QuotaRow[]
  /** How many times as many units of messages, rules and actions the kegs use directly. */
  readonly ratio?: number
}

/** The report of a fleet by its rates. */
export function fleetReport(rates: FleetRates, prices: PriceTable): CostReport {
  const traffic = { direct: directTraffic(rates), gateway: gatewayTraffic(rates) }
  const plans = { direct: planOf(traffic.direct, prices), gateway: planOf(traffic.gateway, prices) }
  return {
    plans, levers: leversOf(rates, prices), quotas: checkQuotas(rates, traffic),
    ratio: messagingUnits(plans.direct) / messagingUnits(plans.gateway),
  }
}

/** A month by a run's meter. */
export interface MeteredMonth {
  readonly lines: readonly TrafficLine[]
  /** How long the run took. */
  readonly seconds: number
}

/** The report of one run, or of two: the same fleet without a gateway and with one. Of meters nobody knows what could be left out. */
export function meterReport(direct: MeteredMonth | undefined, gateway: MeteredMonth | undefined, prices: PriceTable): CostReport {
  const plans = { ...(direct && { direct: planOf(direct.lines, prices) }), ...(gateway && { gateway: planOf(gateway.lines, prices) }) }
  const savesUsd = plans.direct && plans.gateway ? plans.direct.usd - plans.gateway.usd : 0
  const levers = savesUsd > 0 ? { direct: [{ what: 'a gateway at each site', savesUsd }] } : {}
  const metered = { ...(direct && { directSec: direct.seconds }), ...(gateway && { gatewaySec: gateway.seconds }) }
  return {
    plans, levers, metered, ...(plans.direct && plans.gateway && { ratio: messagingUnits(plans.direct) / messagingUnits(plans.gateway) }),
  }
}

const messagingUnits = ({ total }: Plan): number => total.messages + total.rulesTriggered + total.actionsExecuted
