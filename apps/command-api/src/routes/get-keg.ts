import { getKegRoute } from '@keg/flows/routes'
import { isPending } from '@keg/message-schemas/keg'
import { presenceOf, type HotStore, type PresenceLog } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import type { KegRegistry, KegShadows } from '../ports.ts'

/** What is asked for a keg. */
export interface GetKeg extends KegGated {
  readonly store: HotStore
  readonly shadows: KegShadows
  readonly registry: KegRegistry
  readonly presence: PresenceLog
  readonly nowMs: () => number
}

/**
 * `GET /kegs/{kegId}`: a keg's total (absent before its first pour), its settings (absent before it has any) and whether it is connected
 * (absent where it never was, as behind a gateway).
 */
export const getKeg = ({ store, shadows, registry, presence, nowMs, gate }: GetKeg) =>
  answerRoute(getKegRoute, gate, async ({ params: { kegId } }, refuse) => {
    const [known, total, shadow, events] = await Promise.all([
      registry.has(kegId), store.keg(kegId), shadows.read(kegId), presence.events(kegId),
    ])
    if (!known && !total) throw refuse('not-found', `There is no keg ${kegId}.`)
    return { kegId, total, settings: shadow && { ...shadow, pending: isPending(shadow) }, presence: presenceOf(events, nowMs()) }
  })
