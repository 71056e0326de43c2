import { useQuery } from '@tanstack/react-query'
import type { Api } from '../api/client.ts'
import type { LiveAlerts } from './live-alerts.ts'

const EVERY_MS = 30_000

/**
 * Asks the API for the alerts that are open, at once and now and then: the line tells of those that come, and not of what was before, or
 * was missed. `isKnown`: whether the API's last answer tells which are open; `error`: why it could not, the last time.
 */
export function useStoredAlerts(api: Api, alerts: LiveAlerts): { readonly isKnown: boolean; readonly error: Error | null } {
  const { isSuccess, error } = useQuery({
    queryKey: ['alerts'],
    queryFn: async () => {
      const askedAtMs = Date.now()
      const stored = await api.alerts()
      alerts.known(stored.flatMap(({ raised, ...alert }) => (raised === undefined ? [] : [{ ...alert, ...raised }])), askedAtMs)
      return stored.length
    },
    refetchInterval: EVERY_MS,
  })
  return { isKnown: isSuccess, error }
}
