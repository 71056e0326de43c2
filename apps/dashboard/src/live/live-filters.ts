import type { Me } from '../api/client.ts'
import { alert, gatewayStatus, pour, reply, siteSummary, state, telemetry } from '@keg/message-schemas/keg'

/** AWS takes so many subscriptions of a connection: quota "Subscriptions per connection". */
const MAX_SUBSCRIPTIONS = 50
/** And sends a client so many messages a second: quota "Outbound publish requests per second per connection". */
const MAX_MESSAGES_PER_SEC = 100
/** And takes so many filters in a SUBSCRIBE. */
const MAX_FILTERS = 8
/** Kegs measure every second while they pour. */
const KEGS_HEARD_ONE_BY_ONE = MAX_MESSAGES_PER_SEC

interface Site {
  readonly siteId: string
  readonly kegs: number
}

/** What tells of a site, whatever it has of kegs: in order of importance. */
const OF_A_SITE = [siteSummary, alert, state, gatewayStatus] as const
/** What each keg tells, as it happens. */
const OF_KEGS = [telemetry, pour, reply] as const
/** So many sites fit beside all else: what of all sites, what of all kegs, and what of the keg that is shown. */
const SITES_BY_NAME = MAX_SUBSCRIPTIONS - (OF_A_SITE.length - 1) - 2 * OF_KEGS.length

/**
 * What a page watches of all kegs, a list for each SUBSCRIBE: of a few kegs every message, of many the summaries of their sites. `sites`
 * absent = all there are. `there` is what is at them, as far as it is known.
 *
 * The summary of each site is watched by its name: AWS gives what is retained, a gateway's last one, to who names its topic alone.
 */
export function fleetFilters(sites: Me['sites'], there: readonly Site[]): readonly (readonly string[])[] {
  const kegs = there.reduce((sum, site) => sum + site.kegs, 0)
  const messages = [...OF_A_SITE, ...(kegs > KEGS_HEARD_ONE_BY_ONE ? [] : OF_KEGS)]
  if (sites === undefined) return listed([...summaries(there), ...messages.slice(1).map(({ topic }) => topic.filter())])
  const each = Math.max(1, Math.min(messages.length, Math.floor((MAX_SUBSCRIPTIONS - OF_KEGS.length) / Math.max(1, sites.length))))
  return sites.map((siteId) => messages.slice(0, each).map(({ topic }) => topic.filter({ siteId })))
}

/** Of more sites than a connection may name, all there are in one. */
function summaries(there: readonly Site[]): readonly string[] {
  const { topic } = siteSummary
  return there.length === 0 || there.length > SITES_BY_NAME ? [topic.filter()] : there.map(({ siteId }) => topic.filter({ siteId }))
}

const listed = (filters: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(filters.length / MAX_FILTERS) }, (_, at) => filters.slice(at * MAX_FILTERS, (at + 1) * MAX_FILTERS))

/** What a page watches of the keg that it shows, wherever that stands. */
export const kegFilters = (siteId: string, kegId: string): readonly string[] => OF_KEGS.map(({ topic }) => topic.filter({ siteId, kegId }))
