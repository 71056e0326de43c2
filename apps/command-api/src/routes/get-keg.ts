import { isPending } from '@keg/message-schemas/keg'
import type { HotStore } from '@keg/store'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import type { KegRegistry, KegShadows } from '../ports.ts'
import { kegPath } from './keg-path.ts'

/** `GET /kegs/{kegId}`: a keg's total (absent before its first pour) and its settings (absent before it has any). */
export const getKeg = ({ store, shadows, registry }: { store: HotStore; shadows: KegShadows; registry: KegRegistry }) =>
  route({ params: kegPath }, async ({ params: { kegId } }) => {
    const [known, total, shadow] = await Promise.all([registry.has(kegId), store.keg(kegId), shadows.read(kegId)])
    if (!known && !total) throw new Problem(404, `There is no keg ${kegId}.`)
    return { kegId, total, settings: shadow && { ...shadow, pending: isPending(shadow) } }
  })
