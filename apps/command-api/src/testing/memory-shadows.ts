import type { KegShadow, KegShadows } from '../ports.ts'

/** Shadows of kegs in this process. */
export function memoryShadows(shadows = new Map<string, KegShadow>()): KegShadows {
  return {
    read: async (kegId) => shadows.get(kegId),
    setDesired: async (kegId, desired, ifVersion) => {
      const before = shadows.get(kegId)
      if (ifVersion !== undefined && ifVersion !== before?.version) return undefined
      const version = (before?.version ?? 0) + 1
      shadows.set(kegId, { ...before, desired: { ...before?.desired, ...desired }, version })
      return { version }
    },
  }
}
