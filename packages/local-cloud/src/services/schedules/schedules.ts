import type { Machine } from '../../ground/machine.ts'
import { PolledSource } from '../../ground/polled-source.ts'
import type { NextTime } from './schedule-expression.ts'

/** Something that is done at times. */
export interface Schedule {
  readonly next: NextTime
  /** The first time at which it may be due. */
  readonly startMs: number
  /** Absent: for ever. */
  readonly endMs?: number
  readonly due: (atMs: number) => Promise<void>
  /** Told once nothing more is due, and what was is done. */
  readonly completed?: () => void
}

/** What schedules run with. */
export interface SchedulesOptions extends Pick<Machine, 'nowMs' | 'sleep'> {
  readonly log: (text: string) => void
}

/** The schedules of an assembly: they run once every resource is created, and miss nothing while something is being done. */
export class Schedules {
  readonly #options: SchedulesOptions
  readonly #sources = new Map<string, PolledSource>()
  #started = false

  constructor(options: SchedulesOptions) {
    this.#options = options
  }

  /** `id` names the schedule: one that is there already gives way. */
  add(id: string, { next, startMs, endMs = Infinity, due, completed }: Schedule): void {
    const { nowMs, sleep, log } = this.#options
    let doneMs = startMs - 1
    const source = new PolledSource(async ({ signal, inFlight }) => {
      const atMs = next(doneMs)
      if (atMs === undefined || atMs > endMs) {
        await Promise.all(inFlight)
        if (!signal.aborted) completed?.()
        // It ends with the others.
        return signal.aborted ? undefined : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      }
      await sleep(Math.max(0, atMs - nowMs()), signal)
      doneMs = atMs
      const done = due(atMs)
        .catch((error: unknown) => log(`A schedule was not delivered: ${String(error)}`))
        .finally(() => inFlight.delete(done))
      inFlight.add(done)
    }, log)
    void this.remove(id)
    this.#sources.set(id, source)
    if (this.#started) source.start()
  }

  /** Is due no more; what is being done is waited for. */
  async remove(id: string): Promise<void> {
    const source = this.#sources.get(id)
    this.#sources.delete(id)
    await source?.stop()
  }

  start(): void {
    this.#started = true
    for (const source of this.#sources.values()) source.start()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sources.values()].map((source) => source.stop().then(() => source.ended())))
  }
}
