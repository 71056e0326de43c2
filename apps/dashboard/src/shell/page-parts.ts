import { ApiError } from '@keg/flows/client'
import type { Api, Me, PageConfig } from '../api/client.ts'
import { createAnnouncer, type Announcer } from './announcer.tsx'
import type { PageParts } from './page-context.ts'
import type { Session } from '../sign-in/session.ts'
import { stayConnected, type LineState, type MessageHandler } from '../live/connection.ts'
import { createLiveAlerts } from '../live/live-alerts.ts'
import { fleetFilters } from '../live/live-filters.ts'
import { createLiveStore } from '../live/live-store.ts'
import { Watched } from '../live/watched.ts'

interface Told {
  readonly onLine: (now: LineState) => void
  readonly onMe: (me: Me) => void
  /** Told where somebody may see nothing any more. */
  readonly onRefused: (error: ApiError) => void
}

/** What pages are drawn from, and what keeps it new. */
export interface ConnectedParts {
  readonly page: PageParts
  readonly announcer: Announcer
  /** Keeps the parts connected until `signal` aborts. */
  connect(told: Told, signal: AbortSignal): void
}

/** Makes what every page is drawn from: the stores, and the line that feeds them once it is connected. */
export function createPageParts(
  { config, session, api }: { readonly config: PageConfig; readonly session: Session; readonly api: Api },
): ConnectedParts {
  const nextFrame = (flush: () => void) => void requestAnimationFrame(flush)
  const [live, alerts] = [createLiveStore(nextFrame), createLiveAlerts(nextFrame)]
  const announcer = createAnnouncer()
  const handlers = new Set<MessageHandler>([live.receive, alerts.receive])
  // Parts of pages come before the line, and stay as it is made anew.
  const line = new Watched()
  const onMessage = (handler: MessageHandler) => {
    handlers.add(handler)
    return () => void handlers.delete(handler)
  }
  return {
    announcer,
    page: { api, config, token: () => session.token(), live, alerts, line, onMessage, announce: announcer.announce },
    connect({ onLine, onMe, onRefused }, signal) {
      const me = async () => {
        const now = await api.me().catch((error: unknown) => {
          if (error instanceof ApiError && error.status === 403) onRefused(error)
          throw error
        })
        onMe(now)
        return now
      }
      const { mqttUrl, authorizerName } = config
      void stayConnected({
        mqttUrl, authorizerName, me, token: () => session.token(), watched: line,
        // Of sites that can't be counted, as of few kegs.
        filters: async ({ sites }) => fleetFilters(sites, await api.sites().catch(() => [])),
        onMessage: (...message) => handlers.forEach((handle) => handle(...message)),
        onLine,
      }, signal)
    },
  }
}
