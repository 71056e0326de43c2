import type { FirmwareStore } from '../firmware/firmware-store.ts'

/** A start has lasted once its program has run for so long. */
const LASTS_MS = 60_000

/** Counts the starts of a confirmed firmware, each before it is run, and forgets them once one has lasted. */
export interface Probation {
  /** A start is about to run. */
  begin(): void
  /** The program ran for so long. */
  tick(elapsedMs: number): void
  /** The program has thrown. */
  crashed(reason: string): void
  /** The program is ended on purpose: the start does not count. */
  spare(): void
}

/** A probation that is written down by `store`. Throws what that throws; an end that was not written is written at the next call. */
export function createProbation(store: Pick<FirmwareStore, 'started' | 'lasted' | 'crashed' | 'spare'>): Probation {
  let ranMs: number | undefined
  const endBy = (write: () => void) => {
    if (ranMs === undefined) return
    write()
    ranMs = undefined
  }
  return {
    begin() {
      ranMs = undefined
      store.started()
      ranMs = 0
    },
    tick(elapsedMs) {
      if (ranMs !== undefined && (ranMs += elapsedMs) >= LASTS_MS) endBy(store.lasted)
    },
    crashed: (reason) => endBy(() => store.crashed(reason)),
    spare: () => endBy(store.spare),
  }
}
