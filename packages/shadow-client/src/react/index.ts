import { useMemo, useSyncExternalStore } from 'react'
import type { LiveShadowClient } from '../client/types.ts'
import { createShadowViews, type ShadowView } from './shadow-view.ts'

export { createShadowViews, type ShadowView, type ShadowViews } from './shadow-view.ts'

/**
 * A shadow as it is, for as long as the component is shown: what is wanted, what is so, and what of it is pending.
 * The client is the caller's and should be the same from render to render.
 *
 * @example
 * const client = createShadowClient<SubscribingTransport, { valve?: 'open' | 'closed' }>({ thingName: 'keg-1', transport })
 * const { status, reported, setDesired } = useShadow(client)
 * return <button disabled={status === 'pending'} onClick={() => setDesired({ valve: 'closed' })}>{reported?.valve}</button>
 */
export function useShadow<State>(client: LiveShadowClient<State>): ShadowView<State> {
  const views = useMemo(() => createShadowViews(client), [client])
  return useSyncExternalStore(views.subscribe, views.current, views.current)
}
