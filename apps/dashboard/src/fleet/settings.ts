import type { KegSettings } from '../api/client.ts'

/** The newer of two views of a keg's settings: the one read at first, and the one that came over the line. */
export const newest = (read: KegSettings | undefined, live: KegSettings | undefined): KegSettings | undefined =>
  (live?.version ?? 0) >= (read?.version ?? 0) ? live : read

/** A wish that was sent from this page: the target, and the shadow's version that holds it. */
export interface Wish {
  readonly targetCelsius: number
  readonly version: number
}

/** Whether the keg has done as was wished: it has once it reports the target, in a version no older than the wish. */
export const wishState = (wish: Wish | undefined, settings: KegSettings | undefined): 'pending' | 'done' | undefined => {
  if (!wish) return undefined
  const answered = settings !== undefined && settings.version >= wish.version && settings.reported?.targetCelsius === wish.targetCelsius
  return answered ? 'done' : 'pending'
}
