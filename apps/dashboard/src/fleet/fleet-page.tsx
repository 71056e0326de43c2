import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { KegTotal } from '../api/client.ts'
import type { LiveKeg } from '../live/live-store.ts'
import { usePage } from '../shell/page-context.ts'
import { AlertList } from './alert-list.tsx'
import { KegCard } from './keg-card.tsx'
import { useStoredAlerts } from './use-stored-alerts.ts'

const LEDGER_EVERY_MS = 5_000
const LEDGER_AFTER_POUR_MS = 300

/** What is wrong, and all kegs, by site: what the ledger says of them, what they measure now, and what may be wished of them. */
export function FleetPage() {
  const { api, me, live, alerts, shadows } = usePage()
  useSyncExternalStore(live.subscribe, live.version)
  const kegs = live.kegs()
  useStoredAlerts(api, alerts)
  const open = useSyncExternalStore(alerts.subscribe, alerts.snapshot)
  const poursSeen = [...kegs.values()].reduce((sum, keg) => sum + keg.poursSeen, 0)
  const ledger = useQuery({ queryKey: ['kegs'], queryFn: api.kegs, refetchInterval: LEDGER_EVERY_MS })
  const { refetch } = ledger
  // A pour on the line is on its way to the ledger: look there once it has had the time, and once for many.
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), LEDGER_AFTER_POUR_MS)
    return () => clearTimeout(timer)
  }, [poursSeen, refetch])
  const seesAll = me.sites === undefined
  const quarantine = useQuery({
    queryKey: ['quarantine'], queryFn: api.quarantined, refetchInterval: LEDGER_EVERY_MS, enabled: seesAll,
  })
  const totals = new Map((ledger.data ?? []).map((total) => [total.kegId, total]))
  // What came before somebody lost a site is not shown any more.
  const shown = rows(kegs, totals).filter(({ siteId }) => me.sites === undefined || me.sites.includes(siteId))
  const totalMl = (ledger.data ?? []).reduce((sum, keg) => sum + keg.totalMl, 0)
  return (
    <>
      <h1>Fleet</h1>
      <dl className="figures">
        <div><dt>kegs</dt><dd>{shown.length}</dd></div>
        <div><dt>poured</dt><dd>{(totalMl / 1_000).toFixed(1)} l</dd></div>
        {seesAll && <div><dt>in quarantine</dt><dd>{quarantine.data ?? '–'}</dd></div>}
      </dl>
      {ledger.error && <p className="problem" role="alert">The ledger can’t be read: {ledger.error.message}</p>}
      <AlertList alerts={open} />
      {shown.length === 0 && !ledger.error && <p className="empty">No keg has spoken yet.</p>}
      {[...Map.groupBy(shown, ({ siteId }) => siteId)].map(([siteId, atSite]) => (
        <section key={siteId}>
          <h2>{siteId}</h2>
          <div className="kegs">
            {atSite.map((keg) => (
              <KegCard
                key={keg.kegId}
                api={api}
                shadows={shadows}
                mayWish={me.role !== 'viewer'}
                kegId={keg.kegId}
                live={kegs.get(keg.kegId)}
                total={totals.get(keg.kegId)}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

/** Every keg that the ledger or the line knows, by site and id; where they differ on the site, the line is right: it is now. */
function rows(kegs: ReadonlyMap<string, LiveKeg>, totals: ReadonlyMap<string, KegTotal>) {
  const ids = new Set([...kegs.keys(), ...totals.keys()])
  return [...ids]
    .map((kegId) => ({ kegId, siteId: kegs.get(kegId)?.siteId ?? totals.get(kegId)?.siteId ?? '' }))
    .sort((a, b) => a.siteId.localeCompare(b.siteId) || a.kegId.localeCompare(b.kegId))
}
