import { billUsd, type MeterReading } from '@keg/local-iot'
import { setTimeout as delay } from 'node:timers/promises'
import { ledgerTotals, quarantineTotals } from './ledger.ts'
import { explained } from './flags.ts'
import { readMeters, startStopWatch, type Poured, type StopWatch } from './measure.ts'
import { spread } from './percentile.ts'
import type { Simulation } from './devices.ts'
import type { System } from './system.ts'

/** A busy evening: a pour about every two seconds a tap, and one in twenty sent twice. */
export const busyEvening: Simulation = { tap: { pauseMs: [300, 1_500], volumeMl: [200, 500], mlPerSec: 400 }, duplicateShare: 0.05 }

/** What was poured, and where it stands: volumes in millilitres. */
export interface Accounts extends Poured {
  readonly kegs: number
  readonly poursInLedger: number
  readonly mlInLedger: number
  readonly quarantined: number
  readonly mlInQuarantine: number
}

/** How long things took, in milliseconds; `null` where nothing was measured. */
export interface Times {
  readonly deviceToBrowserMs: { readonly p50: number | null; readonly p99: number | null }
  readonly commandRoundTripMs: { readonly p50: number | null; readonly p99: number | null }
}

/** What AWS IoT Core would have metered, and charged in US dollars (us-east-1, first tier); queues, functions and tables come on top. */
export interface Bill extends MeterReading {
  readonly usd: number
}

// More than three times as long as a message stays hidden after a failed delivery: on a busy machine a function may run out of time twice.
const SETTLE_MS = 200_000
const POLL_MS = 200
const TARGETS_CELSIUS = [4, 5, 6, 7, 3] as const

/**
 * The law: Σ ledger + Σ quarantine = Σ totalisers, and as many pours in both as were sent.
 *
 * @example balances({ poursSent: 1, poursInLedger: 1, quarantined: 0, mlPoured: 300, mlInLedger: 300, mlInQuarantine: 0, … })  // true
 */
export const balances = ({ poursSent, poursInLedger, quarantined, mlPoured, mlInLedger, mlInQuarantine }: Accounts): boolean =>
  poursInLedger + quarantined === poursSent && mlInLedger + mlInQuarantine === mlPoured

/** What an evening came to. */
export interface Evening extends Accounts, Times {
  readonly bill: Bill
  /** What went wrong: how the devices ended before they should, else the first command that failed. Absent where nothing did. */
  readonly problem?: string
}

/** Lets the kegs pour and obey for so long, closes the taps, and draws up the accounts. */
export async function runEvening(system: System, seconds: number): Promise<Evening> {
  const watch = await startStopWatch(system)
  const commandRoundTripMs: number[] = []
  const commands = await keepCommanding(system, watch, AbortSignal.timeout(seconds * 1_000), commandRoundTripMs)
  const end = await Promise.race([system.devices.failed, system.devices.stop()]).then(() => undefined, explained)
  // Without devices nobody sends what is missing: the accounts are drawn up as they are.
  const accounts = end === undefined ? await settle(system) : await accountsOf(system)
  const problem = end ?? commands
  await watch.close()
  const usage = system.cloud.iot.meter()
  return {
    ...accounts,
    ...(problem === undefined ? {} : { problem }),
    deviceToBrowserMs: spread(watch.deviceToBrowserMs),
    commandRoundTripMs: spread(commandRoundTripMs),
    bill: { ...usage, usd: billUsd(usage) },
  }
}

/**
 * Commands one keg after the other until closing time, or until the devices are gone; answers what became of the first command that failed.
 */
async function keepCommanding(
  { kegs, devices }: System, watch: StopWatch, closingTime: AbortSignal, commandRoundTripMs: number[],
): Promise<string | undefined> {
  const gone = devices.failed.catch(() => 'gone' as const)
  let problem: string | undefined
  for (let round = 0; !closingTime.aborted; round++) {
    const target = TARGETS_CELSIUS[round % TARGETS_CELSIUS.length] ?? TARGETS_CELSIUS[0]
    for (const { kegId } of kegs) {
      if (closingTime.aborted) break
      const outcome = await Promise.race([watch.command(kegId, target).catch(explained), gone])
      if (outcome === 'gone') return problem
      if (typeof outcome === 'number') commandRoundTripMs.push(outcome)
      else problem ??= outcome
    }
    await delay(POLL_MS)
  }
  return problem
}

/** The accounts once they balance, or as they are after a time, by default 200 s. The devices have to be stopped. */
export async function settle(system: System, withinMs = SETTLE_MS): Promise<Accounts> {
  const deadlineMs = performance.now() + withinMs
  for (;;) {
    const accounts = await accountsOf(system)
    if (balances(accounts) || performance.now() > deadlineMs) return accounts
    await delay(POLL_MS)
  }
}

async function accountsOf({ api, kegs }: System): Promise<Accounts> {
  const { poursSent, duplicatesSent, mlPoured } = await readMeters(kegs)
  const { pours: poursInLedger, totalMl: mlInLedger } = await ledgerTotals(api)
  const { mlInQuarantine, quarantined } = await quarantineTotals(api)
  return { kegs: kegs.length, poursSent, poursInLedger, mlPoured, mlInLedger, mlInQuarantine, duplicatesSent, quarantined }
}
