import type { Page, PageRequest } from './hot-store.ts'

/** What a gateway said of itself last, with its `siteId`, `gatewayId` and `receivedAtMs`; the rest is as it came, whatever that is. */
export type GatewayReport = Readonly<Record<string, unknown>>

/** How gateways are; the rules write it. */
export interface GatewayLog {
  /** The last report of each gateway, site by site, or of one site. Rejects with `StoreError` for a page that can't be. */
  reports(page: PageRequest, siteId?: string): Promise<Page<GatewayReport>>
}
