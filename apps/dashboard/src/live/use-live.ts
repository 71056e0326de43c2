import { useCallback, useSyncExternalStore } from 'react'
import type { LiveKeg, LiveStore } from './live-store.ts'

/** What the line tells of a keg, drawn again as that changes. */
export function useLiveKeg(live: LiveStore, kegId: string): LiveKeg | undefined {
  const subscribe = useCallback((listener: () => void) => live.subscribeTo(kegId, listener), [live, kegId])
  return useSyncExternalStore(subscribe, () => live.kegs().get(kegId))
}
