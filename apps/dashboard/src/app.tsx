import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Api, Me, PageConfig } from './api/client.ts'
import type { LineState } from './live/connection.ts'
import { createPageParts } from './shell/page-parts.ts'
import { LiveRegion } from './shell/announcer.tsx'
import { PageProvider, type PageContext } from './shell/page-context.ts'
import { Shell } from './shell/shell.tsx'
import { Nobody } from './sign-in/nobody.tsx'
import type { Session } from './sign-in/session.ts'

/**
 * Asked once more, then whoever looks is told: all is asked again anyhow, every few seconds. Without a network a request fails, and is not
 * kept: what somebody wished then may be wrong by the time it could go out.
 */
const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, networkMode: 'always' }, mutations: { networkMode: 'always' } },
})

interface AppProps {
  readonly config: PageConfig
  readonly session: Session
  readonly api: Api
  readonly me: Me
}

/** The app of somebody, connected for as long as it is shown; what they may see is asked again with each connection. */
export function App({ config, session, api, me: first }: AppProps) {
  const [me, setMe] = useState(first)
  const [gone, setGone] = useState<string>()
  const [lineState, setLineState] = useState<LineState>('connecting')
  const [paused, setPaused] = useState(false)
  const parts = useMemo(() => createPageParts({ config, session, api }), [api, config, session])
  useEffect(() => {
    const shown = new AbortController()
    parts.connect({
      onLine: (now) => {
        setLineState(now)
        // What was missed while the line was away is read again.
        if (now === 'live') void queries.invalidateQueries()
      },
      onMe: setMe,
      onRefused: (error) => setGone(error.message),
    }, shown.signal)
    return () => shown.abort()
  }, [parts])
  const page = useMemo((): PageContext => ({ ...parts.page, me, lineState, paused }), [parts, me, lineState, paused])
  const signOut = () => void session.signOut()
  if (gone !== undefined) return <Nobody why={gone} signOut={signOut} />
  const pause = (now: boolean) => {
    setPaused(now)
    parts.page.live.setPaused(now)
    parts.page.announce(now ? 'Paused: nothing moves until you go on.' : 'Live again.')
  }
  return (
    <QueryClientProvider client={queries}>
      <PageProvider value={page}>
        <Shell signOut={signOut} setPaused={pause} />
        <LiveRegion announcer={parts.announcer} />
      </PageProvider>
    </QueryClientProvider>
  )
}
