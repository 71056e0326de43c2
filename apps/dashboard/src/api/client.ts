import { allItems, apiClient } from '@keg/flows/client'
import {
  countQuarantineRoute, getKegRoute, getMeRoute, ifVersion, listAlertsRoute, listKegsRoute, listPoursRoute, listSitesRoute,
  putSettingsRoute, type RouteAnswer, type SiteKegs, type Wish,
} from '@keg/flows/routes'
import { createKegApi, type KegApi } from './keg-api.ts'

type ItemOf<Page> = Page extends { readonly items: readonly (infer Item)[] } ? Item : never

export type KegTotal = ItemOf<RouteAnswer<typeof listKegsRoute>>
export type LedgerPour = ItemOf<RouteAnswer<typeof listPoursRoute>>
export type StoredAlert = ItemOf<RouteAnswer<typeof listAlertsRoute>>
/** What is wished of a keg and what it reported; whether that is pending, the page knows by itself. */
export type KegSettings = Omit<NonNullable<RouteAnswer<typeof getKegRoute>['settings']>, 'pending'>

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
}

/** What the page asks of the HTTP API; its methods reject with `ApiError`. */
export interface Api extends KegApi {
  me(): Promise<Me>
  /** Every site that has kegs, and how many. */
  sites(): Promise<readonly SiteKegs[]>
  /** All kegs that poured, to the last page. */
  kegs(): Promise<readonly KegTotal[]>
  /** All alerts that are open, to the last page. */
  alerts(): Promise<readonly StoredAlert[]>
  /** Absent before the keg has a shadow. */
  settings(kegId: string): Promise<KegSettings | undefined>
  pours(kegId: string): Promise<readonly LedgerPour[]>
  /** How many messages are in quarantine. */
  quarantined(): Promise<number>
  /** Wishes settings of a keg, at a version of its shadow or at any; answers the version that holds them. */
  setSettings(kegId: string, desired: Wish, version?: number): Promise<{ readonly version: number }>
}

const LAST_POURS = 3

/** The API at `apiUrl`, called with the tokens of who is signed in: `token` gets the one that was refused, if one was. */
export function createApi(apiUrl: string, token: (refused?: string) => Promise<string>): Api {
  // This page's clock may be wrong: what the API says of a token counts.
  const call = apiClient({ url: apiUrl, token })
  return {
    ...createKegApi(call),
    me: () => call(getMeRoute),
    sites: async () => (await call(listSitesRoute)).items,
    kegs: () => all(allItems((query) => call(listKegsRoute, { query }))),
    alerts: () => all(allItems((query) => call(listAlertsRoute, { query }))),
    settings: async (kegId) => (await call(getKegRoute, { params: { kegId } })).settings,
    pours: async (kegId) => (await call(listPoursRoute, { params: { kegId }, query: { limit: LAST_POURS } })).items,
    quarantined: async () => (await call(countQuarantineRoute)).count,
    setSettings: (kegId, body, version) => call(putSettingsRoute, { params: { kegId }, headers: ifVersion(version), body }),
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}
