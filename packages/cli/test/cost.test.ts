import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usEast1PriceTable } from '@keg/local-iot'
import { afterAll, expect, it } from 'vitest'
import { DEFAULT_RATES, readingsPerDay, type FleetRates } from '../src/cost/fleet-rates.ts'
import { fleetReport } from '../src/cost/report.ts'
import { USAGE_KINDS } from '../src/cost/traffic.ts'
import { runVerb } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-cost-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, value: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
/** Nobody pours, changes, watches or reconnects. */
const idle = ['--pours', '0', '--settings', '0', '--commands', '0', '--alerts', '0', '--reconnects', '0', '--page-hours', '0']
const json = async (...line: string[]) => {
  const { code, out, err } = await runVerb('cost', ...line, '--json')
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as ReturnType<typeof fleetReport> & { prices: typeof usEast1PriceTable; rates: FleetRates }
}
const usage = { connectionMinutes: 0, messages: 0, rulesTriggered: 0, actionsExecuted: 0, shadowOperations: 0, registryOperations: 0 }

it('counts a fleet that only measures: every reading is a message, every minute is connected', async () => {
  const { plans } = await json('--kegs', '10', ...idle)
  expect(plans.direct?.total).toEqual({ ...usage, connectionMinutes: 10 * 30 * 1_440, messages: 10 * 30 * 8_640 })
  expect(plans.direct?.usd).toBeCloseTo((432_000 * 0.08 + 2_592_000) / 1e6)
})

it('counts of a gateway a connection, a message a minute that is retained, and batches with their rule, action and acknowledgement', async () => {
  const { plans } = await json('--kegs', '10', '--kegs-per-site', '10', ...idle)
  const minutes = 30 * 1_440
  expect(plans.gateway?.total).toEqual({
    ...usage, connectionMinutes: minutes, messages: 2 * minutes + 4 * minutes, rulesTriggered: minutes, actionsExecuted: minutes,
  })
})

it.each<[keyof FleetRates, Partial<FleetRates>, Partial<Record<(typeof USAGE_KINDS)[number], number>>]>([
  ['poursPerDay', { poursPerDay: 1, pourSec: 0 }, { messages: 3, rulesTriggered: 1, actionsExecuted: 1 }],
  ['settingsPerDay', { settingsPerDay: 1 }, { messages: 3, rulesTriggered: 2, actionsExecuted: 2, shadowOperations: 2 }],
  ['commandsPerDay', { commandsPerDay: 1 }, { messages: 6 }],
  ['alertsPerDay', { alertsPerDay: 1 }, { messages: 2 }],
  ['reconnectsPerDay', { reconnectsPerDay: 1 }, { messages: 7, shadowOperations: 1 }],
])('knows what one more of %s is billed as, direct', (_, more, expected) => {
  const still = {
    ...DEFAULT_RATES, kegs: 1, poursPerDay: 0, settingsPerDay: 0, commandsPerDay: 0, alertsPerDay: 0, reconnectsPerDay: 0, pageHours: 0,
  }
  const total = (rates: FleetRates) => fleetReport(rates, usEast1PriceTable).plans.direct?.total ?? usage
  const [before, after] = [total(still), total({ ...still, ...more })]
  expect(
    Object.fromEntries(USAGE_KINDS.map((kind) => [kind, Math.round((after[kind] - before[kind]) / 30)]).filter(([, count]) => count !== 0)),
  ).toEqual(expected)
})

it('adds up: lines to the plan, kinds to the plan, in every tier', async () => {
  for (const kegs of ['1', '1000', '1000000']) {
    const { plans } = await json('--kegs', kegs)
    for (const plan of [plans.direct, plans.gateway]) {
      expect(plan?.lines.reduce((sum, line) => sum + line.usd, 0)).toBeCloseTo(plan?.usd ?? NaN, 6)
      expect(Object.values(plan?.usdBy ?? {}).reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(plan?.usd ?? NaN, 6)
    }
  }
})

it('names three levers for each way, the largest first, and each saves what it says', async () => {
  const { levers, plans } = await json('--kegs', '1000')
  for (const way of ['direct', 'gateway'] as const) {
    const saved = levers[way]?.map(({ savesUsd }) => savesUsd) ?? []
    expect(saved).toHaveLength(3)
    expect(saved).toEqual(saved.toSorted((a, b) => b - a))
  }
  expect(levers.direct?.[0]).toEqual({ what: 'a gateway at each site', savesUsd: (plans.direct?.usd ?? 0) - (plans.gateway?.usd ?? 0) })
  const slower = await json('--kegs', '1000', '--interval', '60')
  expect(levers.direct?.[1]?.savesUsd).toBeCloseTo((plans.direct?.usd ?? 0) - (slower.plans.direct?.usd ?? 0))
})

it.each([
  ['1000', []],
  ['600000', [
    'connections of the account direct', 'publishes a second, in and out direct',
    'seconds until all are back, 500 CONNECTs a second direct',
  ]],
])('checks the quotas of %s kegs', async (kegs, over) => {
  const { quotas = [] } = await json('--kegs', kegs)
  expect(quotas.flatMap(({ quota, directFits, gatewayFits }) => [
    ...(directFits ? [] : [`${quota} direct`]), ...(gatewayFits ? [] : [`${quota} gateway`]),
  ])).toEqual(over)
})

it('measures every second while somebody pours', () => {
  expect(readingsPerDay({ ...DEFAULT_RATES, kegs: 1, poursPerDay: 10, pourSec: 10 })).toBe((86_400 - 100) / 10 + 100 + 20)
})

it('makes a month of what a meter counted, scaled to a fleet, and compares two runs', async () => {
  const messagesBy = { in: 500, puback: 100 }
  const direct = file('direct.json', { kegs: 20, poursSent: 3, bill: { ...usage, messages: 600, messagesBy, seconds: 600, usd: 1 } })
  const gateway = file('gateway.json', {
    kegs: 20, bill: { ...usage, messages: 20, rulesTriggered: 5, actionsExecuted: 5, messagesBy: { in: 20 }, seconds: 600 },
  })
  const { plans, ratio, levers } = await json('--meter', direct, '--gateway-meter', gateway, '--kegs', '40')
  expect(plans.direct?.total.messages).toBe(600 * 2 * 30 * 144)
  expect(plans.direct?.lines.filter(({ units }) => (units.messages ?? 0) > 0).map(({ what }) => what)).toEqual(['messages in', 'PUBACKs'])
  expect(ratio).toBe(20)
  expect(levers.direct?.[0]?.what).toBe('a gateway at each site')
})

it('takes the meter of keg local as it prints it', async () => {
  const bare = file('local.json', { bill: { ...usage, messages: 10, usd: 0.00001 } })
  expect((await json('--meter', bare, '--seconds', '2592000')).plans.direct?.total.messages).toBe(10)
})

it('takes prices of the user\'s over those of the table, tiers too', async () => {
  const prices = file('prices.json', {
    asOf: '2027-01-01', region: 'eu-central-1',
    prices: { messages: { tiers: [{ perMillion: 2, upTo: 1_000_000 }, { perMillion: 1 }] }, rulesTriggered: 0 },
  })
  const report = await json('--kegs', '10', ...idle, '--prices', prices)
  expect(report.plans.direct?.usdBy.messages).toBeCloseTo(2 + 1.592)
  expect(report.prices).toMatchObject({
    asOf: '2027-01-01', region: 'eu-central-1', prices: { messages: { mark: 'yours' }, actionsExecuted: { mark: 'unverified' } },
  })
})

it.each([
  ['nothing', [], /takes --kegs N, --meter FILE of a run, or --core NAME/],
  ['no number', ['--kegs', '10', '--interval', 'often'], /--interval takes a number from 1, not "often"/],
  ['a day of 25 hours', ['--kegs', '10', '--page-hours', '25'], /--page-hours takes a number from 0 to 24/],
  ['pours that no day has', ['--kegs', '10', '--pours', '1000', '--pour-seconds', '100'], /more than a day has/],
  ['a negative price', [
    '--kegs', '10', '--prices', file('negative.json', { asOf: '2027-01-01', region: 'x', prices: { messages: -1 } }),
  ], /--prices .*prices\.messages/],
  ['tiers that fall', ['--kegs', '10', '--prices', file('falling.json', {
    asOf: '2027-01-01', region: 'x', prices: { messages: { tiers: [{ perMillion: 1 }, { perMillion: 2 }] } },
  })], /--prices/],
  ['a price of something else', [
    '--kegs', '10', '--prices', file('else.json', { asOf: '2027-01-01', region: 'x', prices: { beer: 1 } }),
  ], /beer/],
  ['a file that is not there', ['--meter', join(folder, 'none.json')], /--meter: ENOENT/],
  ['half a keg', ['--kegs', '1.5'], /--kegs takes a whole number from 1, not "1\.5"/],
  ['a file of something else', [
    '--meter', file('package.json', { name: 'x' }),
  ], /--meter .*package\.json is not what keg local --bill --json or pnpm demo --json prints, with a "bill"/],
  ['a file that is no JSON', ['--meter', file('broken.json', '{')], /--meter: /],
  ['a meter without a time', ['--meter', file('timeless.json', { bill: usage })], /--seconds does/],
  ['a meter of nobody knows how many kegs', [
    '--meter', file('unknown.json', { bill: { ...usage, seconds: 1 } }), '--kegs', '3',
  ], /leave --kegs out/],
  ['rates beside a meter', [
    '--meter', file('both.json', { bill: { ...usage, seconds: 1 } }), '--pours', '3',
  ], /--pours is of a fleet by its rates/],
])('refuses %s', async (_, line, problem) => {
  const { code, err } = await runVerb('cost', ...line)
  expect(code).toBe(2)
  expect(err).toMatch(problem)
})

it('says of a meter how often its run is taken for a month, and nothing that it can not know', async () => {
  const short = file('short.json', { kegs: 2, bill: { ...usage, messages: 10, messagesBy: { in: 10 }, seconds: 24 } })
  const { out } = await runVerb('cost', '--meter', short)
  expect(out).toMatch(/By what a run did, its start and all: 24 s, 108,000 times over\. That says little of a month/)
  expect(out).toMatch(/^What was metered: /m)
  expect(out).not.toMatch(/Direct|half of/)
})

it('says so where a gateway costs more, and counts no kegs that are not there', async () => {
  const { out } = await runVerb('cost', '--kegs', '1', '--kegs-per-site', '1', '--interval', '600')
  expect(out).toMatch(/A gateway costs \$[\d.]+ a month more/)
  const [few, fewer] = [await json('--kegs', '3', '--kegs-per-site', '20'), await json('--kegs', '3', '--kegs-per-site', '3')]
  expect(few.plans.gateway?.usd).toBeCloseTo(fewer.plans.gateway?.usd ?? 0)
})

it('prints what is billed and why, what saves most, and the quotas', async () => {
  const { out } = await runVerb('cost', '--kegs', '1000')
  expect(out).toMatch(/us-east-1, prices of 2026-11-23.*not verified/)
  expect(out).toMatch(/Direct: .*a month\n {2}telemetry .*messages\n +a reading is one message/)
  expect(out).toMatch(/saves \$[\d.]+: a gateway at each site/)
  expect(out).toMatch(/messages a second on a connection +100 /)
})
