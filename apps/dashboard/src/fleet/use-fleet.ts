import { pour } from '@keg/message-schemas/keg'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer, useRef, useSyncExternalStore } from 'react'
import type { FoundKeg, KegTotal } from '../api/client.ts'
import { useStoredAlerts } from '../live/use-stored-alerts.ts'
import { usePage } from '../shell/page-context.ts'
import type { KegRow } from './keg-row.ts'
import { RowCache } from './row-cache.ts'

/** How often rows are put together and in order anew; what a keg measures is drawn by its own row at once. */
const ROWS_EVERY_MS = 1_000
const STORED_EVERY_MS = 60_000
/** Of a large fleet that takes a hundred requests, which AWS charges for; what changes comes over the line. */
const LARGE_EVERY_MS = 10 * STORED_EVERY_MS
const LEDGER_EVERY_MS = 5_000
const LEDGER_AFTER_POUR_MS = 300
/** Of more kegs than these the fleet is large. */
const FEW_KEGS = 1_000

const storedEveryMs = (kegs: number): number => (kegs <= FEW_KEGS ? STORED_EVERY_MS : LARGE_EVERY_MS)

/** The kegs of who looks, and what could not be read of them. */
export interface Fleet {
  readonly rows: readonly KegRow[]
  readonly totalMl: number
  readonly problems: readonly string[]
  readonly isLoading: boolean
}

/** Every keg that the registry, the ledger or the line knows; drawn anew once a second. */
export function useFleet(): Fleet {
  const { api, me, live, alerts, paused } = usePage()
  const stored = useStoredAlerts(api, alerts)
  const open = useSyncExternalStore(alerts.subscribe, alerts.snapshot)
  const index = useIndexedKegs()
  const readings = useStoredReadings(index.kegs.size)
  const ledger = useLedger(index.kegs.size)
  const tick = useTick(paused)
  const totals = useMemo(() => new Map((ledger.data ?? []).map((total) => [total.kegId, total])), [ledger.data])
  const cache = useMemo(() => new RowCache(), [])
  const rows = useMemo(() => {
    const kegs = live.kegs()
    const wrong = new Map([...open].reverse().map((alert) => [alert.kegId, alert]))
    const nowMs = Date.now()
    return cache.rows([...new Set([...index.kegs.keys(), ...kegs.keys(), ...totals.keys()])], (kegId) => ({
      kegId, state: index.kegs.get(kegId), live: kegs.get(kegId), total: totals.get(kegId), alert: wrong.get(kegId),
    }), nowMs)
      // What came before somebody lost a site is not shown any more.
      .filter(({ siteId }) => me.sites === undefined || me.sites.includes(siteId))
    // The tick is what says that live kegs may have changed.
  }, [live, open, index.kegs, index.version, totals, me.sites, tick, cache])
  // Whoever pauses the page looks at what there was then, once there was something.
  const shown = useRef(rows)
  if (!paused || shown.current.length === 0) shown.current = rows
  return {
    rows: shown.current,
    totalMl: useMemo(() => (ledger.data ?? []).reduce((sum, { totalMl }) => sum + totalMl, 0), [ledger.data]),
    problems: [
      ['The ledger', ledger.error], ['The last readings', readings.error], ['The fleet index', index.error],
      ['The open alerts', stored.error],
    ].flatMap(([what, error]) => (error instanceof Error ? [`${String(what)} can’t be read: ${error.message}`] : [])),
    isLoading: rows.length === 0 && (ledger.isPending || readings.isPending || index.isPending),
  }
}

/** A number that grows once a second, while the page moves. */
function useTick(paused: boolean): number {
  const [tick, grow] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (paused) return
    const timer = setInterval(grow, ROWS_EVERY_MS)
    return () => clearInterval(timer)
  }, [paused])
  return tick
}

/** The newest stored readings of each site, taken into the live store as their pages come. */
function useStoredReadings(kegs: number) {
  const { api, live } = usePage()
  return useQuery({
    queryKey: ['readings', 'newest'],
    queryFn: async () => {
      const sites = await api.sites()
      for (const { siteId } of sites) await api.siteReadings(siteId, live.known)
      return sites.length
    },
    refetchInterval: storedEveryMs(kegs),
  })
}

/** What the fleet index has of the kegs. `version` is another number after each page that came. */
function useIndexedKegs() {
  const { api } = usePage()
  const kegs = useMemo(() => new Map<string, FoundKeg>(), [])
  const [version, grow] = useReducer((count: number) => count + 1, 0)
  const { error, isPending } = useQuery({
    queryKey: ['indexed'],
    queryFn: async ({ signal }) => {
      const seen = new Set<string>()
      await api.search('', (found) => {
        for (const keg of found) {
          kegs.set(keg.kegId, keg)
          seen.add(keg.kegId)
        }
        grow()
      }, signal)
      for (const kegId of [...kegs.keys()]) if (!seen.has(kegId)) kegs.delete(kegId)
      return kegs.size
    },
    refetchInterval: storedEveryMs(kegs.size),
  })
  return { kegs, version, error, isPending }
}

/** The totals of the kegs, read again soon after a pour. */
function useLedger(kegs: number) {
  const { api, onMessage } = usePage()
  const few = kegs <= FEW_KEGS
  const ledger = useQuery({
    queryKey: ['kegs'], queryFn: (): Promise<readonly KegTotal[]> => api.kegs(),
    refetchInterval: few ? LEDGER_EVERY_MS : STORED_EVERY_MS,
  })
  const { refetch } = ledger
  // A pour on the line is on its way to the ledger: look there once it has had the time, and once for many.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onMessage((topic) => {
      if (!few || timer !== undefined || pour.topic.parse(topic) === undefined) return
      timer = setTimeout(() => {
        timer = undefined
        void refetch()
      }, LEDGER_AFTER_POUR_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [few, onMessage, refetch])
  return ledger
}
