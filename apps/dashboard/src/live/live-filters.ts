import type { Me } from '../api/client.ts'
import { alert, gatewayStatus, pour, reply, siteSummary, state, telemetry } from '@keg/message-schemas/keg'

/** AWS takes so many subscriptions of a connection: quota "Subscriptions per connection". */
const MAX_SUBSCRIPTIONS = 50
/** And sends a client so many messages a second: quota "Outbound publish requests per second per connection". */
const MAX_MESSAGES_PER_SEC = 100
/** Kegs measure every second while they pour. */
const KEGS_HEARD_ONE_BY_ONE = MAX_MESSAGES_PER_SEC

/** What tells of a site, whatever it has of kegs: in order of importance. */
const OF_A_SITE = [siteSummary, alert, state, gatewayStatus] as const
/** What each keg tells, as it happens. */
const OF_KEGS = [telemetry, pour, reply] as const

/**
 * What a page watches of all kegs, a list for each SUBSCRIBE, of which AWS takes eight filters: of a few kegs every message, of many the
 * summaries of their sites. `sites` absent = all there are.
 */
export function fleetFilters(sites: Me['sites'], kegs: number): readonly (readonly string[])[] {
  const messages = [...OF_A_SITE, ...(kegs > KEGS_HEARD_ONE_BY_ONE ? [] : OF_KEGS)]
  if (sites === undefined) return [messages.map(({ topic }) => topic.filter())]
  const each = Math.max(1, Math.min(messages.length, Math.floor((MAX_SUBSCRIPTIONS - OF_KEGS.length) / Math.max(1, sites.length))))
  return sites.map((siteId) => messages.slice(0, each).map(({ topic }) => topic.filter({ siteId })))
}

/** What a page watches of the keg that it shows, wherever that stands. */
export const kegFilters = (siteId: string, kegId: string): readonly string[] => OF_KEGS.map(({ topic }) => topic.filter({ siteId, kegId }))
