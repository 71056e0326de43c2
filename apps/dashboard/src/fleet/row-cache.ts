import { kegRow, type KegRow, type KegSources } from './keg-row.ts'

interface Cached {
  readonly sources: KegSources
  readonly row: KegRow
}

/** The rows of a fleet, each made anew where something is another than it was: of ten thousand kegs, few change within a second. */
export class RowCache {
  #cached = new Map<string, Cached>()

  /** The rows of these kegs, in their order; those that are as they were are the same objects. */
  rows(kegIds: readonly string[], sourcesOf: (kegId: string) => KegSources, nowMs: number): readonly KegRow[] {
    const next = new Map<string, Cached>()
    const rows = kegIds.map((kegId) => {
      const before = this.#cached.get(kegId)
      const sources = sourcesOf(kegId)
      const kept = before !== undefined && isSame(before.sources, sources) && !hasFallenSilent(before.row, nowMs)
        ? before
        : { sources, row: kegRow(sources, nowMs) }
      next.set(kegId, kept)
      return kept.row
    })
    this.#cached = next
    return rows
  }
}

const isSame = (one: KegSources, other: KegSources): boolean =>
  one.live === other.live && one.state === other.state && one.total === other.total && one.alert === other.alert

const hasFallenSilent = ({ silentFromMs }: KegRow, nowMs: number): boolean => silentFromMs !== undefined && nowMs > silentFromMs
