import { ApiError } from '@keg/flows/client'
import { levelName } from '@keg/message-schemas/keg'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { silentFrom } from '../live/keg-connection.ts'
import { useStoredAlerts } from '../live/use-stored-alerts.ts'
import { kegFilters } from '../live/live-filters.ts'
import { useLiveKeg } from '../live/use-live.ts'
import { hrefOf } from '../shell/location.ts'
import { usePage } from '../shell/page-context.ts'
import type { PageParams } from '../shell/pages.ts'
import { CommandsPanel } from './commands-panel.tsx'
import { ConnectionsPanel } from './connections-panel.tsx'
import './keg.css'
import { Measured } from './measured.tsx'
import { OpenAlerts } from './open-alerts.tsx'
import { PoliciesPanel } from './policies-panel.tsx'
import { PoursPanel } from './pours-panel.tsx'
import { presenceWords } from './presence-words.ts'
import { Problem } from '../shell/problem.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { newestShown } from './settings-view.ts'
import { healthWords, settingsWords } from './state-words.ts'
import { useEvery, useNow } from '../shell/use-every.ts'
import { States } from './vitals.tsx'
import { timeText } from '../shell/words.ts'

const EVERY_MS = 10_000
const NOW_EVERY_MS = 5_000
/** What the API answers for a keg that there is not, or not for this person, or whose id is none. */
const NO_KEG = [400, 403, 404]

/** One keg: how it is and was, what is wished of it, and what it may do. Each part is read by itself. */
export function KegPage({ params: { kegId = '' } }: { readonly params: PageParams }) {
  return levelName.safeParse(kegId).success ? <NamedKeg kegId={kegId} /> : <NoKeg why="No keg has such a name." />
}

function NamedKeg({ kegId }: { readonly kegId: string }) {
  const { api } = usePage()
  const refetchInterval = useEvery(EVERY_MS)
  const facts = useQuery({
    queryKey: ['keg', kegId], queryFn: () => api.keg(kegId), refetchInterval, retry: (times, error) => !isNoKeg(error) && times < 2,
  })
  if (isNoKeg(facts.error)) return <NoKeg why={facts.error.message} />
  return <Keg kegId={kegId} facts={facts.data} problem={facts.error} />
}

interface KegProps {
  readonly kegId: string
  /** Absent = not read yet, or they can't be. */
  readonly facts: Awaited<ReturnType<ReturnType<typeof usePage>['api']['keg']>> | undefined
  readonly problem: Error | null
}

function Keg({ kegId, facts, problem }: KegProps) {
  const { api, alerts, live: store, line, me } = usePage()
  const live = useLiveKeg(store, kegId)
  const { isKnown, error } = useStoredAlerts(api, alerts)
  const open = useSyncExternalStore(alerts.subscribe, alerts.snapshot).filter((alert) => alert.kegId === kegId)
  const settings = newestShown(facts?.settings, live?.settings)
  const siteId = live?.siteId ?? settings?.reported?.siteId ?? settings?.desired?.siteId ?? facts?.total?.siteId
  // Until it tells something itself, what it told last: a keg at rest says something every ten seconds, one behind a gateway each minute.
  useQuery({
    queryKey: ['keg-newest', kegId], enabled: siteId !== undefined && live?.telemetry === undefined,
    queryFn: async () => {
      await api.siteReadings(siteId ?? '', (readings) => store.known(readings.filter((reading) => reading.kegId === kegId)))
      return true
    },
  })
  useEffect(() => (siteId === undefined ? undefined : line.watch(kegFilters(siteId, kegId))), [line, siteId, kegId])
  const nowMs = useNow(NOW_EVERY_MS)
  const isSilent = nowMs > (silentFrom(live ?? {}, settings?.reported) ?? Infinity)
  const presence = presenceWords(facts?.presence, live ?? {}, isSilent, timeText)
  const { targetCelsius, intervalSec } = { ...settings?.reported, ...settings?.desired }
  const mayCommand = me.role !== 'viewer'
  useSaid(facts === undefined ? undefined : `${kegId}: ${presence.text.split(/ since |:|,/)[0] ?? ''}`)
  const health = healthWords(open.length, isKnown)
  useSaid(health.kind === 'unknown' ? undefined : `${kegId}: ${open.map(({ message }) => message).join('; ') || health.text}`)
  return (
    <div className="keg-page">
      <div className="title">
        <h1><bdi>{kegId}</bdi> {siteId !== undefined && <span className="site">at <bdi>{siteId}</bdi></span>}</h1>
        <States presence={presence} health={health} settings={settingsWords(settings)} />
      </div>
      {problem && <Problem what="What is known of the keg can’t be read" error={problem} />}
      {error && <Problem what="The open alerts can’t be read" error={error} />}
      <OpenAlerts alerts={open} />
      <Measured kegId={kegId} live={live} targetCelsius={targetCelsius} intervalSec={intervalSec} />
      <div className="parts">
        <div className="column">
          <SettingsPanel kegId={kegId} settings={settings} isRead={facts !== undefined} problem={problem} mayWish={mayCommand} />
          <ConnectionsPanel kegId={kegId} />
        </div>
        <div className="column">
          <CommandsPanel kegId={kegId} mayCommand={mayCommand} />
          <PoursPanel kegId={kegId} total={facts?.total} poursSeen={live?.poursSeen ?? 0} />
        </div>
        <PoliciesPanel kegId={kegId} siteId={siteId} />
      </div>
    </div>
  )
}

function NoKeg({ why }: { readonly why: string }) {
  return (
    <>
      <h1>No such keg</h1>
      <p role="alert"><bdi>{why}</bdi></p>
      <p><a href={hrefOf('/')}>All kegs</a></p>
    </>
  )
}

const isNoKeg = (error: Error | null): error is ApiError => error instanceof ApiError && NO_KEG.includes(error.status ?? 0)

/** Says a state as it changes; the first one stands on the page. */
function useSaid(text: string | undefined): void {
  const { announce } = usePage()
  const before = useRef(text)
  useEffect(() => {
    if (before.current !== undefined && text !== undefined && text !== before.current) announce(text)
    before.current = text
  }, [announce, text])
}
