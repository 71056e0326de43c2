import type { ApiClient } from '@keg/flows/client'
import {
  cancelCommandRoute, getKegRoute, listCommandsRoute, listConnectionsRoute, listPoliciesRoute, listPoursRoute, listReadingsRoute,
  postCommandRoute, type KegCommand, type LedgerPour, type RouteAnswer,
} from '@keg/flows/routes'
import type { KegOrder } from '@keg/message-schemas/keg'
import type { ItemOf, ListPage } from './list-page.ts'

export type KegFacts = RouteAnswer<typeof getKegRoute>
export type KegReadings = RouteAnswer<typeof listReadingsRoute>
export type KegPolicy = ItemOf<RouteAnswer<typeof listPoliciesRoute>>
export type KegConnection = ItemOf<RouteAnswer<typeof listConnectionsRoute>>

/** A stretch of time, `toMs` not in it, and into how many slots it is put. */
export interface ReadingsAsked {
  readonly fromMs: number
  readonly toMs: number
  readonly points: number
}

/** What a keg is to do once, and within how many seconds it is to begin. */
export interface CommandAsked {
  readonly order: KegOrder
  readonly expiresInSec: number
}

/** What the page of a keg asks of the HTTP API; its methods reject with `ApiError`. */
export interface KegApi {
  keg(kegId: string): Promise<KegFacts>
  readings(kegId: string, asked: ReadingsAsked): Promise<KegReadings>
  /** Newest first, from where the page before ended. */
  pourPage(kegId: string, cursor?: string): Promise<ListPage<LedgerPour>>
  /** Newest first, from where the page before ended. */
  commandPage(kegId: string, cursor?: string): Promise<ListPage<KegCommand>>
  /** Tells a keg to do something once; requests with the same `key` are one. */
  command(kegId: string, asked: CommandAsked, key: string): Promise<KegCommand>
  cancelCommand(kegId: string, commandId: string): Promise<KegCommand>
  connections(kegId: string): Promise<readonly KegConnection[]>
  policies(kegId: string): Promise<readonly KegPolicy[]>
}

const PAGE = 10

/** The part of the API that tells of one keg. */
export function createKegApi(call: ApiClient): KegApi {
  const page = (cursor: string | undefined) => ({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
  return {
    keg: (kegId) => call(getKegRoute, { params: { kegId } }),
    readings: (kegId, query) => call(listReadingsRoute, { params: { kegId }, query }),
    pourPage: (kegId, cursor) => call(listPoursRoute, { params: { kegId }, query: page(cursor) }),
    commandPage: (kegId, cursor) => call(listCommandsRoute, { params: { kegId }, query: page(cursor) }),
    command: (kegId, body, key) => call(postCommandRoute, { params: { kegId }, headers: { 'idempotency-key': key }, body }),
    cancelCommand: (kegId, commandId) => call(cancelCommandRoute, { params: { kegId, commandId } }),
    connections: async (kegId) => (await call(listConnectionsRoute, { params: { kegId } })).items,
    policies: async (kegId) => (await call(listPoliciesRoute, { params: { kegId } })).items,
  }
}
