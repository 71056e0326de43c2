import { messageOf } from '../errors/device-error.ts'
import type { Program } from '../program.ts'
import type { Supervisor } from './supervisor.ts'

/** What {@link lastPours} takes. */
export interface LastPoursParts {
  readonly supervisor: Pick<Supervisor, 'running'>
  /** Resolves after a moment. */
  readonly pause: () => Promise<void>
  readonly log: (line: string) => void
  /** The longest that it takes, in milliseconds. */
  readonly patienceMs: number
}

/** So many pauses are waited for a connection, and for a site: either may be under way, and either may never come. */
const MOST_PAUSES = 30

/**
 * Has a program send the pours that wait, before it ends; answers how many are left. `written` answers whether all that was poured is
 * written down. What the program throws ends it.
 */
export async function lastPours(
  { supervisor, pause, log, patienceMs }: LastPoursParts, written: (program: Program | undefined) => boolean,
): Promise<number> {
  const over = new AbortController()
  const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), over.signal])
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const program = supervisor.running?.program
  async function giveUpWithoutALine(): Promise<void> {
    for (let pauses = 0; !signal.aborted && pauses < MOST_PAUSES; pauses = supervisor.running?.connected ? 0 : pauses + 1) await pause()
    over.abort()
  }
  async function send(): Promise<number> {
    for (let pauses = 0; !written(program) && !signal.aborted && pauses < MOST_PAUSES; pauses++) await pause()
    // What was not reported is one pour more, at the next start.
    const unreported = program?.reported === false ? 1 : 0
    // A program from a file may be anything: it has a moment to say what is left.
    return ((await Promise.race([program?.settle(signal), aborted.then(pause)])) ?? 0) + unreported
  }
  try {
    void giveUpWithoutALine()
    return await send()
  } catch (error) {
    log(`could not send what is left: ${messageOf(error)}`)
    return 0
  } finally {
    over.abort()
  }
}
