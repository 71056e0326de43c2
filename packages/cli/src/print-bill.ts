import { billUsd, usEast1Prices, type MeterReading, type Usage } from '@keg/local-iot'

const KINDS: readonly [kind: keyof Usage, what: string][] = [
  ['connectionMinutes', 'minutes of connection'],
  ['messages', 'messages, 5 KB each'],
  ['rulesTriggered', 'rules triggered, 5 KB each'],
  ['actionsExecuted', 'actions, 5 KB each'],
  ['shadowOperations', 'shadow operations, 1 KB each'],
  ['registryOperations', 'registry operations, 1 KB each'],
]

/** What was used and what AWS would ask for it: a table, or one line of JSON. */
export function printBill(usage: MeterReading, json: boolean): string {
  const usd = billUsd(usage)
  if (json) return JSON.stringify({ bill: { ...usage, usd } })
  const rows = KINDS.map(([kind, what]) => row(count(usage[kind]), what, (usage[kind] * usEast1Prices[kind]) / 1_000_000))
  return ['Used, and what AWS would ask for it (us-east-1, first tier, without the free one):', ...rows, row('', 'together', usd)]
    .join('\n')
}

const row = (units: string, what: string, usd: number) => `  ${units.padStart(12)}  ${what.padEnd(32)}$${usd.toFixed(6)}`
const count = (units: number) => (Number.isInteger(units) ? String(units) : units.toFixed(2))
