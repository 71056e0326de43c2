import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ledgerTotals, quarantineTotals } from './ledger.ts'
import { readMeters, startStopWatch } from './measure.ts'
import { spread } from './percentile.ts'
import { startSystem, type System } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm demo --kegs N --seconds S [--json]`: a busy evening, then the accounts. Exits 1 when the ledger does not balance.

const { values } = parseArgs({
  options: {
    kegs: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

const DUPLICATE_SHARE = 0.05
const SETTLE_MS = 60_000
const POLL_MS = 200
/** A busy evening: a pour about every two seconds a tap. */
const busyEvening = { pauseMs: [300, 1_500], volumeMl: [200, 500], mlPerSec: 400 } as const

const kegs = wholeNumber('kegs', values.kegs)
const seconds = wholeNumber('seconds', values.seconds)
const say = values.json ? () => undefined : console.log
say(`${kegs} kegs for ${seconds} s …`)
await buildSystem()
await using system = await startSystem({
  kegs,
  simulation: { tap: busyEvening, duplicateShare: DUPLICATE_SHARE },
  ...(values.verbose ? { log: (line: string) => console.error(line) } : {}),
})
const account = await runEvening(system)
console.log(values.json ? JSON.stringify(account) : account)
if (!balances(account)) {
  console.error('The ledger does not balance.')
  process.exitCode = 1
}

type Account = Awaited<ReturnType<typeof accounts>> & Awaited<ReturnType<typeof runEvening>>

async function runEvening(running: System) {
  const watch = await startStopWatch(running)
  const closingTime = AbortSignal.timeout(seconds * 1_000)
  const commandRoundTripMs: number[] = []
  for (let round = 0; !closingTime.aborted; round++) {
    for (const { kegId } of running.kegs) {
      if (closingTime.aborted) break
      commandRoundTripMs.push(await Promise.race([watch.command(kegId, 3 + ((round + 1) % 5)), running.devices.failed]))
    }
    await delay(POLL_MS)
  }
  await running.devices.stop()
  const settled = await settle(running)
  await watch.close()
  return { ...settled, deviceToBrowserMs: spread(watch.deviceToBrowserMs), commandRoundTripMs: spread(commandRoundTripMs) }
}

/** The accounts once they balance, or as they are after a minute. */
async function settle(running: System) {
  const deadlineMs = performance.now() + SETTLE_MS
  for (;;) {
    const now = await accounts(running)
    if (balances(now) || performance.now() > deadlineMs) return now
    await delay(POLL_MS)
  }
}

async function accounts({ apiUrl, kegs: all }: System) {
  const { poursSent, duplicatesSent, mlPoured } = await readMeters(all)
  const ledger = await ledgerTotals(apiUrl)
  const { mlInQuarantine, quarantined } = await quarantineTotals(apiUrl)
  return { kegs: all.length, poursSent, poursInLedger: ledger.pours, mlPoured, mlInLedger: ledger.totalMl, mlInQuarantine, duplicatesSent, quarantined }
}

function balances(account: Pick<Account, 'poursSent' | 'poursInLedger' | 'quarantined' | 'mlPoured' | 'mlInLedger' | 'mlInQuarantine'>): boolean {
  return account.poursInLedger + account.quarantined === account.poursSent && account.mlInLedger + account.mlInQuarantine === account.mlPoured
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    console.error(`--${name} is a whole number from 1 up, got ${text}`)
    process.exit(2)
  }
  return value
}
