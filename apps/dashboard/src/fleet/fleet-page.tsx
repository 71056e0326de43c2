import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { usePageLocation } from '../shell/location.ts'
import { seesAll, usePage } from '../shell/page-context.ts'
import { AlertList } from './alert-list.tsx'
import { BulkTarget } from './bulk-target.tsx'
import { Filters } from './filters.tsx'
import { counted, readView, viewed } from './fleet-view.ts'
import './fleet.css'
import { KegTable } from './keg-table.tsx'
import { useFleet } from './use-fleet.ts'

const QUARANTINE_EVERY_MS = 5_000

const SiteMap = lazy(async () => ({ default: (await import('./site-map.tsx')).SiteMap }))

/** All kegs of who looks: what is wrong first, and what may be wished of many at once. */
export function FleetPage() {
  const { api, me, alerts } = usePage()
  const { rows, totalMl, problems, isLoading } = useFleet()
  const open = useSyncExternalStore(alerts.subscribe, alerts.snapshot)
  const { query } = usePageLocation()
  const view = useMemo(() => readView(query), [query])
  const found = useFound(view.query)
  const shown = useMemo(() => viewed(rows, view, found.ids), [rows, view, found.ids])
  const { signs, sites } = useMemo(() => counted(rows), [rows])
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const select = useCallback((kegId: string, selected: boolean) => setSelection((before) => {
    const next = new Set(before)
    if (selected) next.add(kegId)
    else next.delete(kegId)
    return next
  }), [])
  const quarantine = useQuery({
    queryKey: ['quarantine', 'count'], queryFn: api.quarantined, refetchInterval: QUARANTINE_EVERY_MS, enabled: seesAll(me),
  })
  const mayWish = me.role !== 'viewer'
  return (
    <>
      <h1>Fleet</h1>
      <dl className="figures">
        <div><dt>kegs</dt><dd>{rows.length}</dd></div>
        <div><dt>poured</dt><dd>{(totalMl / 1_000).toFixed(1)} l</dd></div>
        {seesAll(me) && <div><dt>in quarantine</dt><dd>{quarantine.data ?? '–'}</dd></div>}
      </dl>
      {problems.map((problem) => <p key={problem} className="problem" role="alert">{problem}</p>)}
      <AlertList alerts={open} />
      <Suspense fallback={<div className="map" />}><SiteMap sites={sites} siteId={view.siteId} /></Suspense>
      <Filters view={view} signs={signs} sites={sites} problem={found.problem} />
      {mayWish && <BulkTarget shown={shown} selection={selection} setSelection={setSelection} />}
      <p className="shown" role="status">{isLoading ? 'Reading the fleet …' : shownText(shown.length, rows.length)}</p>
      {shown.length > 0 && <KegTable rows={shown} selection={selection} select={mayWish ? select : undefined} />}
    </>
  )
}

function shownText(shown: number, all: number): string {
  if (all === 0) return 'There is no keg yet: `keg provision` lets one in.'
  return shown === all ? `All ${all} ${all === 1 ? 'keg' : 'kegs'}.` : `${shown} of ${all} kegs.`
}

/** The ids that a query of the fleet index finds; absent where there is no query. */
function useFound(query: string): { readonly ids?: ReadonlySet<string>; readonly problem?: string } {
  const { api } = usePage()
  const { data, error } = useQuery({
    queryKey: ['found', query],
    queryFn: async ({ signal }) => {
      const ids = new Set<string>()
      await api.search(query, (found) => found.forEach(({ kegId }) => ids.add(kegId)), signal)
      return ids
    },
    enabled: query !== '', retry: false, placeholderData: keepPreviousData,
  })
  if (query === '') return {}
  return { ...(data === undefined ? {} : { ids: data }), ...(error === null ? {} : { problem: error.message }) }
}
