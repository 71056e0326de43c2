import { routes, type Route } from '@keg/flows/routes'
import type { Caller } from '@keg/system'
import { KEG_AT, type Site } from './brewery.ts'

/** What a route is asked, about a site. */
export interface Asked {
  readonly name: string
  readonly route: Route
  /** Whether the request says of which site it is: else there is one column's worth of it. */
  readonly isOfSite: boolean
  readonly ask: (api: Caller, site: Site) => Promise<Response>
}

const BODIES: Readonly<Record<string, object>> = {
  'put-settings': { targetCelsius: 5 }, 'fail-swap': { reason: 'sold out' }, 'revoke-keg': {}, 'post-command': { order: { kind: 'reboot' } },
}

/** A request to each route of the map: to routes of a keg for the keg of the site, to lists for the site, and for all that there is. */
export const askedRoutes: readonly Asked[] = (routes as readonly Route[]).flatMap((route) =>
  (route.query !== undefined && 'siteId' in route.query.shape ? [askedOf(route, true), askedOf(route, false)] : [askedOf(route, false)]))

function askedOf(route: Route, ofSite: boolean): Asked {
  const { method, path, headers, handler, access, params } = route
  return {
    name: `${method} ${path}${ofSite ? '?siteId=' : ''}`,
    route,
    isOfSite: ofSite || access.of === 'keg' || (params !== undefined && 'siteId' in params.shape),
    ask: (api, site) => {
      const filled = path.replace('{kegId}', KEG_AT[site]).replace('{entryId}', `q-${site}`).replace('{commandId}', 'c-1')
        .replace('{siteId}', site).replace('{jobId}', `job-${site}`)
      const body = BODIES[handler]
      return api.fetch(`${filled}${ofSite ? `?siteId=${site}` : ''}`, {
        method,
        headers: { 'content-type': 'application/json', ...(headers !== undefined && 'if-match' in headers.shape ? { 'if-match': '*' } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
  }
}
