import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApiError } from '@keg/flows/client'
import { useEffect, useMemo, useState } from 'react'
import type { Api, Me, PageConfig } from './api/client.ts'
import { FleetPage } from './fleet/fleet-page.tsx'
import { stayConnected, type LineState } from './live/connection.ts'
import { createLiveAlerts } from './live/live-alerts.ts'
import { createKegShadows } from './live/keg-shadows.ts'
import { createLiveStore } from './live/live-store.ts'
import { Nobody } from './sign-in/nobody.tsx'
import type { Session } from './sign-in/session.ts'

const queries = new QueryClient()

interface AppProps {
  readonly config: PageConfig
  readonly session: Session
  readonly api: Api
  readonly me: Me
}

/** The page of somebody, connected for as long as it is shown; what they may see is asked again with each connection. */
export function App({ config, session, api, me: first }: AppProps) {
  const [me, setMe] = useState(first)
  const [gone, setGone] = useState<string>()
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
    const askMe = async () => {
      const now = await api.me().catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 403) setGone(error.message)
        throw error
      })
      setMe(now)
      return now
    }
    const { mqttUrl, authorizerName } = config
    void stayConnected({ mqttUrl, authorizerName, me: askMe, token: () => session.token(), onMessage, onLine }, shown.signal)
    return () => shown.abort()
  }, [alerts, api, config, live, session, shadows])
  if (gone !== undefined) return <Nobody why={gone} signOut={() => void session.signOut()} />
  return (
    <QueryClientProvider client={queries}>
      <FleetPage api={api} me={me} signOut={() => void session.signOut()} live={live} alerts={alerts} shadows={shadows} line={line} />
    </QueryClientProvider>
  )
}
