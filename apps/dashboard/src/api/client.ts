import { allItems, allPages, apiClient } from '@keg/flows/client'
import {
  countQuarantineRoute, getMeRoute, getQuarantinedRoute, ifVersion, listAlertsRoute, listGatewaysRoute, listKegsRoute, listQuarantineRoute,
  listSiteReadingsRoute, listSitesRoute, putSettingsRoute, replayQuarantinedRoute, searchKegsRoute, type getKegRoute, type RouteAnswer,
  type SiteKegs, type Wish,
} from '@keg/flows/routes'
import { createKegApi, type KegApi } from './keg-api.ts'
import { allOf, type ItemOf, type ListPage } from './list-page.ts'
import { createOperationsApi, type OperationsApi } from './operations-api.ts'

export type KegTotal = ItemOf<RouteAnswer<typeof listKegsRoute>>
export type FoundKeg = ItemOf<RouteAnswer<typeof searchKegsRoute>>
export type KegReading = ItemOf<RouteAnswer<typeof listSiteReadingsRoute>>
export type GatewayReport = ItemOf<RouteAnswer<typeof listGatewaysRoute>>
export type StoredAlert = ItemOf<RouteAnswer<typeof listAlertsRoute>>
/** What is wished of a keg and what it reported; whether that is pending, the page knows by itself. */
export type KegSettings = Omit<NonNullable<RouteAnswer<typeof getKegRoute>['settings']>, 'pending'>

export type QuarantineEntry = RouteAnswer<typeof getQuarantinedRoute>

/** Who looks, and which sites he may see; absent = all. */
export type Me = RouteAnswer<typeof getMeRoute>

/** Where the page finds the API, the broker and those who sign people in: `/config.json` beside the page, written where it is served. */
export interface PageConfig {
  readonly apiUrl: string
  readonly mqttUrl: string
  /** The custom authorizer that lets pages in at the broker. */
  readonly authorizerName: string
  /** Who signs people in: an issuer of OpenID Connect, and the page's id there. */
  readonly issuer: string
  readonly clientId: string
  /** What a cloud on this machine alone can tell: paths on the page's origin. Absent on AWS, where the pages leave it out. */
  readonly local?: {
    /** What every rule would make of a message. */
    readonly why?: string
    /** What the run would have cost. */
    readonly bill?: string
    /** What AWS IoT Core refused, and why. */
    readonly refusals?: string
  }
}

/** What the page asks of the HTTP API; its methods reject with `ApiError`. */
export interface Api extends KegApi, OperationsApi {
  me(): Promise<Me>
  /** Every site that has kegs, and how many. */
  sites(): Promise<readonly SiteKegs[]>
  /** The newest readings of the kegs of a site, a page at a time as they come. */
  siteReadings(siteId: string, onPage: (readings: readonly KegReading[]) => void): Promise<void>
  /** The kegs that a query of the fleet index finds, or all where it is empty; a page at a time as they come. */
  search(query: string, onPage: (found: readonly FoundKeg[]) => void, signal?: AbortSignal): Promise<void>
  /** All kegs that poured, to the last page. */
  kegs(): Promise<readonly KegTotal[]>
  /** All alerts that are open, to the last page. */
  alerts(): Promise<readonly StoredAlert[]>
  /** How each gateway was as it said so last, to the last page. */
  gateways(): Promise<readonly GatewayReport[]>
  /** How many messages are in quarantine. */
  quarantined(): Promise<number>
  /** A page of the open entries of the quarantine, newest first; the first one where there is no cursor. */
  quarantine(cursor?: string): Promise<ListPage<QuarantineEntry>>
  quarantinedEntry(entryId: string): Promise<QuarantineEntry>
  /** Puts a message into its flow's queue again; asked twice with one key, once. */
  replay(entryId: string, key: string): Promise<unknown>
  /** Wishes settings of a keg, at a version of its shadow or at any; answers the version that holds them. */
  setSettings(kegId: string, desired: Wish, version?: number): Promise<{ readonly version: number }>
}

const FOUND_A_PAGE = 100
const ENTRIES_A_PAGE = 50

/** The API at `apiUrl`, called with the tokens of who is signed in: `token` gets the one that was refused, if one was. */
export function createApi(apiUrl: string, token: (refused?: string) => Promise<string>): Api {
  // This page's clock may be wrong: what the API says of a token counts.
  const call = apiClient({ url: apiUrl, token })
  return {
    ...createKegApi(call),
    ...createOperationsApi(call),
    me: () => call(getMeRoute),
    sites: async () => (await call(listSitesRoute)).items,
    siteReadings: (siteId, onPage) =>
      eachOf(allPages((query) => call(listSiteReadingsRoute, { params: { siteId }, query })), onPage),
    search: (query, onPage, signal) =>
      eachOf(
        allPages((page) => call(searchKegsRoute, { query: { ...(query === '' ? {} : { query }), ...page } }), FOUND_A_PAGE), onPage, signal,
      ),
    kegs: () => allOf(allItems((query) => call(listKegsRoute, { query }))),
    alerts: () => allOf(allItems((query) => call(listAlertsRoute, { query }))),
    gateways: () => allOf(allItems((query) => call(listGatewaysRoute, { query }))),
    quarantined: async () => (await call(countQuarantineRoute)).count,
    quarantine: (cursor) => call(listQuarantineRoute, { query: { limit: ENTRIES_A_PAGE, ...(cursor === undefined ? {} : { cursor }) } }),
    quarantinedEntry: (entryId) => call(getQuarantinedRoute, { params: { entryId } }),
    replay: (entryId, key) => call(replayQuarantinedRoute, { params: { entryId }, headers: { 'idempotency-key': key } }),
    setSettings: (kegId, body, version) => call(putSettingsRoute, { params: { kegId }, headers: ifVersion(version), body }),
  }
}

async function eachOf<Value>(values: AsyncIterable<Value>, onValue: (value: Value) => void, signal?: AbortSignal): Promise<void> {
  for await (const value of values) {
    signal?.throwIfAborted()
    onValue(value)
  }
}
