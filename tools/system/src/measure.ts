import { siteSummary, state } from '@keg/message-schemas/keg'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyKeg, watchLive, type Live } from './live.ts'
import type { ProvisionedKeg } from './provision.ts'
import type { System } from './system.ts'

/** What the kegs' own files say: the meters' counters, and how many pours went out. */
export interface Poured {
  readonly poursSent: number
  readonly duplicatesSent: number
  readonly mlPoured: number
}

/** Reads the flow meters (hardware, that no program can set) and the outboxes of the kegs. */
export async function readMeters(kegs: readonly ProvisionedKeg[]): Promise<Poured> {
  const total = { poursSent: 0, duplicatesSent: 0, mlPoured: 0 }
  for (const { dataDir } of kegs) {
    total.mlPoured += (await readKept<number>(join(dataDir, 'meter.json'))) ?? 0
    const outbox = await readKept<{ pours: number; duplicates: number }>(join(dataDir, 'outbox.json'))
    total.poursSent += outbox?.pours ?? 0
    total.duplicatesSent += outbox?.duplicates ?? 0
  }
  return total
}

/** The value in a file of the kegs'; see `@keg/uplink/json-file`. */
async function readKept<Value>(path: string): Promise<Value | undefined> {
  try {
    // Written by the device program, whose tests hold it to the shape.
    return (JSON.parse(await readFile(path, 'utf8')) as { value: Value }).value
  } catch (error) {
    // A keg that nobody tapped has no file yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A page's view of the system, with a stop-watch. */
export interface StopWatch extends Live {
  /** From a device's clock at sending to the arrival here, of every message so far. Both clocks are this machine's. */
  readonly deviceToBrowserMs: readonly number[]
  /** Wishes a target temperature and resolves when the keg has reported it, with the time it took. */
  command(kegId: string, targetCelsius: number): Promise<number>
}

/** The longest that a keg may take to report what was wished of it. */
const PATIENCE_MS = 30_000

/** Watches all kegs as a page does. */
export async function startStopWatch(system: System): Promise<StopWatch> {
  const deviceToBrowserMs: number[] = []
  const waiting = new Map<string, { targetCelsius: number; done: () => void }>()
  const live = await watchLive(system, everyKeg, (topic, payload) => {
    const nowMs = Date.now()
    // Readings of a site are gathered: their age says nothing of the way.
    if (siteSummary.topic.parse(topic)) return
    if (!state.topic.parse(topic)) {
      // All the others carry the envelope.
      deviceToBrowserMs.push(nowMs - (JSON.parse(Buffer.from(payload).toString()) as { takenAtMs: number }).takenAtMs)
      return
    }
    const decoded = state.decode(payload)
    if (!decoded.ok) return
    const wish = waiting.get(decoded.value.kegId)
    if (wish && decoded.value.reported?.targetCelsius === wish.targetCelsius) wish.done()
  })
  const command = async (kegId: string, targetCelsius: number) => {
    const startMs = performance.now()
    const reported = new Promise<void>((resolve) => waiting.set(kegId, { targetCelsius, done: resolve }))
    const answer = await system.api.fetch(`/kegs/${kegId}/settings`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ targetCelsius }),
    })
    if (answer.status !== 202) throw new Error(`PUT settings of ${kegId} answered ${answer.status}: ${await answer.text()}`)
    const patience = AbortSignal.timeout(PATIENCE_MS)
    const gaveUp = new Promise<never>((_, reject) => {
      patience.addEventListener('abort', () =>
        reject(new Error(`${kegId} was asked for ${targetCelsius} °C and did not report it within ${PATIENCE_MS / 1_000} s.`)))
    })
    await Promise.race([reported, gaveUp])
    waiting.delete(kegId)
    return performance.now() - startMs
  }
  return { deviceToBrowserMs, command, close: live.close, [Symbol.asyncDispose]: live.close }
}
