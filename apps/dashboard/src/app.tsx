import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Api, Me, PageConfig } from './api/client.ts'
import { FleetPage } from './fleet/fleet-page.tsx'
import { stayConnected, type LineState } from './live/connection.ts'
import { createLiveAlerts } from './live/live-alerts.ts'
import { createKegShadows } from './live/keg-shadows.ts'
import { createLiveStore } from './live/live-store.ts'
import type { Session } from './sign-in/session.ts'

const queries = new QueryClient()

interface AppProps {
  readonly config: PageConfig
  readonly session: Session
  readonly api: Api
  readonly me: Me
}

/** The page of somebody, connected for as long as it is shown. */
export function App({ config, session, api, me }: AppProps) {
  const live = useMemo(() => createLiveStore((flush) => requestAnimationFrame(flush)), [])
  const alerts = useMemo(() => createLiveAlerts((flush) => requestAnimationFrame(flush)), [])
  const shadows = useMemo(() => createKegShadows(api), [api])
  const [line, setLine] = useState<LineState>('connecting')
  useEffect(() => {
    const shown = new AbortController()
    const onLine = (now: LineState) => {
      setLine(now)
      if (now !== 'connecting') shadows.setConnected(now === 'live')
      // What was missed while the line was away is read again.
      if (now === 'live') void queries.invalidateQueries()
    }
    const onMessage = (topic: string, payload: Uint8Array) => {
      live.receive(topic, payload)
      alerts.receive(topic, payload)
      shadows.receive(topic, payload)
    }
    const { mqttUrl, authorizerName } = config
    void stayConnected({ mqttUrl, authorizerName, me, token: session.token, onMessage, onLine }, shown.signal)
    return () => shown.abort()
  }, [alerts, config, live, me, session, shadows])
  return (
    <QueryClientProvider client={queries}>
      <FleetPage api={api} me={me} signOut={session.signOut} live={live} alerts={alerts} shadows={shadows} line={line} />
    </QueryClientProvider>
  )
}
