import { createContext, use } from 'react'
import type { Api, Me, PageConfig } from '../api/client.ts'
import type { LineState, MessageHandler } from '../live/connection.ts'
import type { LiveAlerts } from '../live/live-alerts.ts'
import type { LiveStore } from '../live/live-store.ts'
import type { Watched } from '../live/watched.ts'

/** What every page is drawn from. */
export interface PageParts {
  readonly api: Api
  readonly config: PageConfig
  /** An access token of who looks, for what is asked beside the API. */
  readonly token: () => Promise<string>
  readonly live: LiveStore
  readonly alerts: LiveAlerts
  /** What of the line the page watches beside what is always watched. */
  readonly line: Pick<Watched, 'watch'>
  /** Gets every message of the line, until the answer is called; those too that come while the page is paused. */
  readonly onMessage: (handler: MessageHandler) => () => void
  /** Says something to who listens to the page: a change of state, never a reading. */
  readonly announce: (text: string) => void
}

/** What every page is drawn from, and who looks, as that is now. */
export interface PageContext extends PageParts {
  readonly me: Me
  readonly lineState: LineState
  /** Whether who looks has stopped what moves by itself. */
  readonly paused: boolean
}

const context = createContext<PageContext | undefined>(undefined)

/** Gives pages what they are drawn from. */
export const PageProvider = context.Provider

/** What the page is drawn from. Throws outside of {@link PageProvider}. */
export function usePage(): PageContext {
  const page = use(context)
  if (page === undefined) throw new Error('A page stands within a PageProvider.')
  return page
}

/** Whether somebody sees what is of all sites. */
export const seesAll = ({ sites }: Pick<Me, 'sites'>): boolean => sites === undefined
