import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { KnownState, ShadowSnapshotJson } from './known-state.ts'
import type { Requests } from './request.ts'

export interface UpdateJsonOptions {
  readonly ifVersion?: number
  readonly onConflict?: (now: ShadowSnapshotJson) => JsonObject | undefined
  readonly signal?: AbortSignal
}
export type Update = (half: 'desired' | 'reported', patch: JsonObject, options?: UpdateJsonOptions) => Promise<{ readonly version: number }>

/** How often a conflict is answered before it is the caller's. */
const MAX_TRIES = 5
const isConflict = (error: unknown): error is ShadowError => error instanceof ShadowError && error.code === 'CONFLICT'

/** Makes the function that updates a shadow, and on a conflict asks what to do with what the shadow is now. */
export function createUpdate(
  requests: Requests, known: KnownState, get: (signal?: AbortSignal) => Promise<ShadowSnapshotJson | undefined>,
): Update {
  async function send(half: 'desired' | 'reported', patch: JsonObject, version: number | undefined, signal: AbortSignal | undefined) {
    const answer = await requests.send('update', { state: { [half]: patch }, ...(version !== undefined && { version }) }, signal)
    const accepted = answer?.['version']
    if (typeof accepted !== 'number') throw new ShadowError('BAD_ANSWER', 'The answer to update has no version.')
    known.merge(half, patch, accepted)
    return { version: accepted }
  }

  return async function update(half, patch, { ifVersion, onConflict, signal } = {}) {
    let next = { patch, version: ifVersion }
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(half, next.patch, next.version, signal)
      } catch (error) {
        if (!isConflict(error)) throw error
        const now = await get(signal).catch(() => undefined)
        const again = tries < MAX_TRIES && now !== undefined ? onConflict?.(now) : undefined
        if (now === undefined || again === undefined) throw withCurrentVersion(error, now?.version)
        next = { patch: again, version: now.version }
      }
    }
  }
}

function withCurrentVersion(cause: ShadowError, currentVersion: number | undefined): ShadowError {
  const { message, status, clientToken } = cause
  const evidence = {
    ...(status !== undefined && { status }), ...(clientToken !== undefined && { clientToken }),
    ...(currentVersion !== undefined && { currentVersion }),
  }
  return new ShadowError('CONFLICT', message, { cause, ...evidence })
}
