import { isJsonObject, type JsonObject } from '../document/json.ts'
import { computeDelta, mergeState } from '../document/state.ts'

/** A shadow as a get answers it. */
export interface ShadowSnapshotJson {
  readonly desired: JsonObject
  readonly reported: JsonObject
  readonly delta?: JsonObject
  readonly version: number
}

/** Reads a shadow document: the answer to a get, or one half of a message of `update/documents`; `undefined` when it is none. */
export function readSnapshot({ state, version }: JsonObject): ShadowSnapshotJson | undefined {
  if (!isJsonObject(state) || typeof version !== 'number') return undefined
  const half = (name: string): JsonObject => {
    const value = state[name]
    return isJsonObject(value) ? value : {}
  }
  const [desired, reported] = [half('desired'), half('reported')]
  // Only a get's answer holds the delta; that of documents is the difference all the same.
  const delta = isJsonObject(state['delta']) ? state['delta'] : computeDelta(desired, reported)
  return { desired, reported, version, ...(delta && { delta }) }
}

/** What was last heard of a shadow. Deletions in desired are heard of by a get alone: a delta never shows them. */
export function createKnownState() {
  let known: { desired: JsonObject; reported: JsonObject; version: number } | undefined
  let reportedVersion = 0
  return {
    get value() {
      return known
    },
    replace(snapshot: ShadowSnapshotJson | undefined) {
      known = snapshot && { desired: snapshot.desired, reported: snapshot.reported, version: snapshot.version }
      reportedVersion = snapshot?.version ?? 0
    },
    merge(half: 'desired' | 'reported', patch: JsonObject, version: number) {
      const { desired = {}, reported = {} } = known ?? {}
      const merged = { desired, reported, [half]: mergeState(half === 'desired' ? desired : reported, patch) }
      known = { ...merged, version: Math.max(version, known?.version ?? 0) }
      if (half === 'reported') reportedVersion = Math.max(version, reportedVersion)
    },
    /** What is left of a delta after the reports that the service accepted since. */
    remaining: (delta: JsonObject, version: number) => (reportedVersion > version ? computeDelta(delta, known?.reported) : delta),
  }
}

export type KnownState = ReturnType<typeof createKnownState>
