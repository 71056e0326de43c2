import type { Json, JsonObject } from './json.ts'
import { mergeMetadata, metadataOf, stamp } from './metadata.ts'
import { jsonBytes, MAX_STATE_BYTES, type UpdateRequest } from './request.ts'
import type { ShadowDelta, ShadowRecord, ShadowRejected, ShadowState, UpdateResult } from './shadow.ts'
import { computeDelta, mergeState } from './state.ts'

const DELETED_VERSION_KEPT_SEC = 48 * 3600

/** The version that a shadow counts on from: 0 when there never was one, or it was deleted 48 hours ago. */
export function versionOf(record: ShadowRecord | undefined, nowSec: number): number {
  const forgotten = record?.deletedAtSec !== undefined && nowSec - record.deletedAtSec >= DELETED_VERSION_KEPT_SEC
  return record === undefined || forgotten ? 0 : record.version
}

type Half = 'desired' | 'reported'

/** Both halves after the request; one of which nothing is left is absent. */
function halves(
  current: ShadowState | undefined, patch: UpdateRequest['state'], merge: (half: Half, patch: JsonObject) => JsonObject,
): ShadowState {
  const half = (name: Half): ShadowState => {
    const given = patch === null ? null : patch[name]
    const merged = given === undefined ? current?.[name] : given === null ? undefined : merge(name, given)
    return merged === undefined || Object.keys(merged).length === 0 ? {} : { [name]: merged }
  }
  return { ...half('desired'), ...half('reported') }
}

/**
 * Applies a checked update to a shadow. Rejects with 409 when the request asks for another version, 413 when the state grows beyond 8 KB.
 * The parts of the answer share one version; a delta is there whenever desired and reported differ, changed or not.
 *
 * @example
 * const { record } = applyUpdate(undefined, { state: { desired: { led: 'on' } } }, { nowSec: 1_700_000_000 })
 * applyUpdate(record, { state: { reported: { led: 'on' } }, version: 7 }, { nowSec: 1_700_000_001 }).rejected?.code  // 409
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html
 */
export function applyUpdate(
  record: ShadowRecord | undefined, request: UpdateRequest, { nowSec }: { readonly nowSec: number },
): UpdateResult {
  const token = request.clientToken === undefined ? {} : { clientToken: request.clientToken }
  const reject = (code: number, message: string): UpdateResult => {
    const rejected: ShadowRejected = { code, message, timestamp: nowSec, ...token }
    return { record, rejected }
  }
  const last = versionOf(record, nowSec)
  if (request.version !== undefined && request.version !== last) return reject(409, 'Version conflict')

  const previous = record?.document
  const state = halves(previous?.state, request.state, (half, patch) => mergeState(previous?.state[half], patch))
  if (jsonBytes(state) > MAX_STATE_BYTES) return reject(413, 'The payload exceeds the maximum size allowed')
  const metadata = halves(previous?.metadata, request.state, (half, patch) =>
    mergeMetadata(previous?.metadata[half], previous?.state[half], patch, nowSec),
  )

  const version = last + 1
  const current = { state, metadata, version }
  const delta = deltaOf(current, { timestamp: nowSec, ...token })
  return {
    record: { document: current, version },
    // A request's state without its sections' optionality is JSON; null and {} are echoed as they came.
    accepted: {
      state: request.state as JsonObject | null,
      metadata: stamp(request.state as Json, nowSec) as JsonObject,
      version,
      timestamp: nowSec,
      ...token,
    },
    ...(delta && { delta }),
    documents: { previous: previous ?? null, current, timestamp: nowSec, ...token },
  }
}

function deltaOf(
  { state, metadata, version }: { state: ShadowState; metadata: ShadowState; version: number },
  answer: Pick<ShadowDelta, 'timestamp' | 'clientToken'>,
) {
  const delta = computeDelta(state.desired, state.reported)
  return delta && { version, ...answer, state: delta, metadata: metadataOf(metadata.desired, delta) }
}
