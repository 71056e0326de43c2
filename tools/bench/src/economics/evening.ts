import type { MeterReading } from '@keg/local-iot'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBar } from './bar.ts'
import { startCloud } from './cloud.ts'

/** What an evening came to, by the ledger, by the kegs' own meters, and by the meter of AWS IoT. */
export interface Evening {
  readonly pours: number
  readonly mlInLedger: number
  readonly mlInQuarantine: number
  readonly mlPoured: number
  /** Units that were billed in the minutes themselves: what connecting takes is not in them. */
  readonly billed: Pick<
    MeterReading, 'messages' | 'rulesTriggered' | 'actionsExecuted' | 'shadowOperations' | 'registryOperations' | 'messagesBy'
  >
}

const SEC_MS = 1_000
/** Until every keg is connected and has reported its settings. */
const WARM_UP_SEC = 6
/** Until the last minute and the last pour are booked. */
const LAST_ORDERS_SEC = 180
/** Rounds of the event loop in which what a second caused comes to its end. */
const ROUNDS = 6

/** Lets so many minutes go by in a bar, in simulated time. */
export async function simulateEvening(
  { kegs, minutes, behindGateway }: { readonly kegs: number; readonly minutes: number; readonly behindGateway: boolean },
): Promise<Evening> {
  const dir = mkdtempSync(join(tmpdir(), 'keg-economics-'))
  const clock = new ManualClock()
  const { iot, store, settled } = await startCloud(clock)
  try {
    const bar = await openBar({ kegs, behindGateway, iot, clock, dir })
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        clock.advance(SEC_MS)
        for (const device of bar.devices) device.tick(clock.nowMs(), SEC_MS)
        for (let round = 0; round < ROUNDS; round++) await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await pass(WARM_UP_SEC)
    const before = iot.meter()
    await pass(minutes * 60)
    const after = iot.meter()
    const stopped = bar.devices.map((device) => device.stop(() => clock.nowMs(), 60_000))
    await pass(LAST_ORDERS_SEC)
    await Promise.all(stopped)
    await settled()
    await bar.close()
    const totals = (await store.kegs({ limit: 1_000 })).items
    const { items: quarantined } = await store.quarantined({ limit: 1_000 })
    return {
      pours: totals.reduce((sum, total) => sum + total.pours, 0),
      mlInLedger: totals.reduce((sum, { totalMl }) => sum + totalMl, 0),
      mlInQuarantine: quarantined.reduce((sum, { volumeMl = 0 }) => sum + volumeMl, 0),
      mlPoured: Array.from({ length: kegs }, (_, index) => totaliser(join(dir, `keg-${String(index + 1).padStart(2, '0')}`)))
        .reduce((sum, ml) => sum + ml, 0),
      billed: difference(before, after),
    }
  } finally {
    await iot.close()
    rmSync(dir, { recursive: true })
  }
}

/** The file of the flow meter: its own count, whatever was sent. */
function totaliser(dir: string): number {
  const file = JSON.parse(readFileSync(join(dir, 'meter.json'), 'utf8')) as number | { readonly value: number }
  return typeof file === 'number' ? file : file.value
}

function difference(before: MeterReading, after: MeterReading): Evening['billed'] {
  // Both have every cause.
  const messagesBy = Object.fromEntries(
    Object.entries(after.messagesBy).map(([cause, count]) => [cause, count - before.messagesBy[cause as keyof typeof before.messagesBy]]),
  ) as MeterReading['messagesBy']
  return {
    messagesBy, messages: after.messages - before.messages, rulesTriggered: after.rulesTriggered - before.rulesTriggered,
    actionsExecuted: after.actionsExecuted - before.actionsExecuted, shadowOperations: after.shadowOperations - before.shadowOperations,
    registryOperations: after.registryOperations - before.registryOperations,
  }
}

/** Messages (each PUBACK is one), rules and actions. */
export const unitsOf = ({ billed: { messages, rulesTriggered, actionsExecuted } }: Evening): number =>
  messages + rulesTriggered + actionsExecuted
