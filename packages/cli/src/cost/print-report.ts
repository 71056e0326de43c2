import type { PriceTable } from '@keg/local-iot'
import type { Plan } from './plan.ts'
import type { CostReport } from './report.ts'
import { KIND_NAMES, USAGE_KINDS } from './traffic.ts'

const NAMES = { direct: 'Direct: each keg connects to AWS IoT by itself', gateway: 'Behind gateways' } as const
const METERED = { direct: 'What was metered', gateway: 'What was metered behind a gateway' } as const
/** A shorter run says little of a month. */
const LEAST_SEC = 600
const MONTH_SEC = 30 * 86_400

/** The report as tables for people. */
export function printReport({ plans, levers, quotas, ratio, metered }: CostReport, prices: PriceTable): string {
  const { direct, gateway } = plans
  return [
    pricesLine(prices), ...(metered === undefined ? [] : [stretched(metered)]), '',
    ...(['direct', 'gateway'] as const).flatMap((way) => {
      const plan = plans[way]
      return plan === undefined
        ? []
        : [
          ...planTable((metered === undefined ? NAMES : METERED)[way], plan),
          ...(levers[way] ?? []).map(({ what, savesUsd }) => `  saves ${usd(savesUsd)}: ${what}`), '',
        ]
    }),
    ...(direct === undefined || gateway === undefined ? [] : [compared(direct.usd - gateway.usd, ratio ?? 0)]),
    ...(quotas === undefined ? [] : ['', ...quotaTable(quotas)]),
  ].join('\n')
}

const compared = (savesUsd: number, ratio: number): string =>
  `A gateway ${savesUsd < 0 ? 'costs' : 'saves'} ${usd(Math.abs(savesUsd))} a month${savesUsd < 0 ? ' more' : ''}; `
  +
  (ratio >= 1
    ? `${ratio.toFixed(1)} times fewer messages, rules and actions are billed.`
    : `${(1 / ratio).toFixed(1)} times as many messages, rules and actions are billed.`)

/** What a month by a meter is: the run again and again. */
function stretched({ directSec, gatewaySec }: NonNullable<CostReport['metered']>): string {
  const runs = [directSec, gatewaySec].filter((seconds) => seconds !== undefined)
  const times = runs.map((seconds) => `${amount(seconds)} s, ${amount(MONTH_SEC / seconds)} times over`).join('; ')
  const little = runs.some((seconds) => seconds < LEAST_SEC)
    ? ' That says little of a month: meter ten minutes or more, or give rates by --kegs.'
    : ''
  return `By what a run did, its start and all: ${times}.${little}`
}

function pricesLine({ asOf, region, prices }: PriceTable): string {
  const unverified = USAGE_KINDS.filter((kind) => prices[kind].mark === 'unverified').map((kind) => KIND_NAMES[kind])
  const said = unverified.length === 0 ? '' : `; the prices of ${unverified.join(' and ')} are not verified`
  return `A month of 30 days, AWS IoT Core in ${region}, prices of ${asOf}, without the free tier${said}.`
}

function planTable(title: string, { lines, total, usdBy, usd: sum }: Plan): string[] {
  const rows = [...lines].sort((a, b) => b.usd - a.usd).map(({ what, why, units, usd: cost }) => {
    const used = USAGE_KINDS.filter((kind) => (units[kind] ?? 0) > 0)
      .map((kind) => `${amount(units[kind] ?? 0)} ${KIND_NAMES[kind]}`)
      .join(', ')
    return { cells: [what, usd(cost), used || 'nothing'], why }
  })
  const sums = USAGE_KINDS.filter((kind) => total[kind] > 0).map((kind) =>
    `  ${usd(usdBy[kind]).padStart(14)}  ${amount(total[kind])} ${KIND_NAMES[kind]}`)
  return [
    `${title}: ${usd(sum)} a month`,
    ...aligned(rows.map(({ cells }) => cells)).flatMap((line, index) => [line, `      ${rows[index]?.why ?? ''}`]), '  of which', ...sums,
  ]
}

function quotaTable(rows: NonNullable<CostReport['quotas']>): string[] {
  const cells = rows.map(({ quota, limit, direct, gateway, directFits, gatewayFits }) => [
    quota, amount(limit), `${amount(direct)}${directFits ? '' : ' OVER'}`, `${amount(gateway)}${gatewayFits ? '' : ' OVER'}`,
  ])
  return ['Quotas, in a busy evening:', ...aligned([['quota', 'allowed', 'direct', 'behind gateways'], ...cells])]
}

/** The first column to the left, the last as it comes. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : column === 1 ? cell.padStart(width(column)) : cell.padEnd(width(column)))).join('  ')}`.trimEnd())
}

const usd = (value: number) => `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
const amount = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 })
