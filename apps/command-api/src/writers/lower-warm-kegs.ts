import type { ChangeLog } from '@keg/store'
import type { BegunAlarm } from './alarm-event.ts'
import { eachOf } from './each-of.ts'
import { lowered } from './lowered.ts'
import { makeChange, planChange, plannedChange, type PlannedChange } from './planned-change.ts'
import { WishRefused, type KegReading, type KegWishes, type WarmReadings } from './ports.ts'

/** What the writer of alarms works with. */
export interface AlarmWriterPorts {
  readonly readings: WarmReadings
  readonly wishes: KegWishes
  readonly log: ChangeLog
  readonly nowMs: () => number
  /** Above this a keg is warm. */
  readonly celsius: number
}

/**
 * What became of a keg: `lowest`, it is wished as cold as can be; `unwished`, nobody knows how cold it has to be; `refused`, AWS IoT takes
 * no wish for it.
 */
type Lowering = 'lowered' | 'overtaken' | 'lowest' | 'unwished' | 'refused'

/** How many kegs were warm at an alarm, by what became of them. One that this alarm had lowered before counts as it did then. */
export type Lowered = Partial<Record<Lowering, number>>

const AT_ONCE = 10
/** A keg that has said nothing for so long before the alarm is not what the alarm is about. */
const RECENT_MS = 15 * 60_000

/**
 * Lowers what is wished of each keg that is warm now, each once an alarm, whatever is told twice or killed: what is to be changed is
 * written down before, and a wish that somebody has made since stands. Rejects where the store or AWS IoT fails with a keg, after all
 * others are done; told again, it goes on.
 */
export async function lowerWarmKegs({ alarmId, begunAtMs }: BegunAlarm, ports: AlarmWriterPorts): Promise<Lowered> {
  const counts: Lowered = {}
  let failed: { readonly error: unknown } | undefined
  await eachOf(recent(ports.readings.newestAbove({ celsius: ports.celsius }), begunAtMs), AT_ONCE, async ({ kegId }) => {
    try {
      const kind = await lowerOnce(alarmId, kegId, ports)
      counts[kind] = (counts[kind] ?? 0) + 1
    } catch (error) {
      failed ??= { error }
    }
  })
  // TypeScript does not see that the work above sets it.
  const first = failed as { readonly error: unknown } | undefined
  if (first !== undefined) throw first.error
  return counts
}

async function* recent(readings: AsyncIterable<KegReading>, begunAtMs: number): AsyncGenerator<KegReading> {
  for await (const reading of readings) if (reading.receivedAtMs > begunAtMs - RECENT_MS) yield reading
}

async function lowerOnce(alarmId: string, kegId: string, { wishes, log, nowMs }: AlarmWriterPorts): Promise<Lowering> {
  const before = await log.step(alarmId, kegId)
  // Only this function writes outcomes of alarms.
  if (before?.outcome !== undefined) return before.outcome as Lowering
  const plan = before?.plan ?? (await unlessRefused(() => planOf(kegId, wishes), JSON.stringify('refused' satisfies Lowering)))
  const kept = before ?? (await log.plan(alarmId, kegId, plan, nowMs()))
  const outcome = await unlessRefused(() => carryOut(kegId, kept.plan, wishes), 'refused')
  await log.settle(alarmId, kegId, outcome)
  return outcome
}

async function unlessRefused<Done>(work: () => Promise<Done>, refused: Done): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WishRefused) return refused
    throw error
  }
}

/** What to do with a keg, as text: the change, or why there is none. */
async function planOf(kegId: string, wishes: KegWishes): Promise<string> {
  const shadow = await wishes.read(kegId)
  const wished = shadow?.desired['targetCelsius'] ?? shadow?.reported['targetCelsius']
  if (typeof wished !== 'number') return JSON.stringify('unwished' satisfies Lowering)
  const targetCelsius = lowered(wished)
  const change = targetCelsius === undefined ? undefined : planChange(shadow, { targetCelsius })
  return JSON.stringify(change ?? ('lowest' satisfies Lowering))
}

async function carryOut(kegId: string, plan: string, wishes: KegWishes): Promise<Lowering> {
  const planned: unknown = JSON.parse(plan)
  if (planned === 'unwished' || planned === 'lowest' || planned === 'refused') return planned
  // As `planChange` made it.
  const change = plannedChange.parse(planned) as PlannedChange
  return (await makeChange(kegId, change, wishes)) === 'changed' ? 'lowered' : 'overtaken'
}
