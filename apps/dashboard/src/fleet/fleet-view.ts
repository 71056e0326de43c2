import { LOOK_AT, type KegRow } from './keg-row.ts'

/** What a keg can be asked for: each is one sign of the table. */
export const SIGNS = {
  alert: ({ health }) => health === 'alert',
  away: ({ connection }) => connection === 'away',
  silent: ({ health }) => health === 'silent',
  pending: ({ sync }) => sync === 'pending',
  unknown: ({ connection, health }) => connection === 'unknown' || health === 'unknown',
  good: ({ attention }) => attention === 0,
} as const satisfies Record<string, (row: KegRow) => boolean>

export type Sign = keyof typeof SIGNS

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other))
const byId = (one: KegRow, other: KegRow) => byText(one.kegId, other.kegId)

/** The orders that a table has; kegs that are alike in one stand by name. */
export const ORDERS = {
  attention: (one, other) => other.attention - one.attention,
  keg: byId,
  site: (one, other) => byText(one.siteId, other.siteId),
  // What is not known is the coldest.
  warmest: (one, other) => (other.celsius ?? -Infinity) - (one.celsius ?? -Infinity) || 0,
  poured: (one, other) => other.totalMl - one.totalMl,
  'longest silent': (one, other) => (one.heardAtMs ?? 0) - (other.heardAtMs ?? 0),
} as const satisfies Record<string, (one: KegRow, other: KegRow) => number>

export type Order = keyof typeof ORDERS

/** What somebody looks at of the fleet: each absent or empty = all. */
export interface FleetView {
  /** A part of the name of the keg or its site, whatever its case. */
  readonly text: string
  readonly siteId?: string | undefined
  readonly sign?: Sign | undefined
  readonly order: Order
  /** A query of the fleet index, in AWS's language: what it does not find is not shown. */
  readonly query: string
}

/** Reads a view from the page's address; what is no sign or order is as if it were not there. */
export function readView(query: URLSearchParams): FleetView {
  const [sign, order] = [query.get('is') ?? '', query.get('sort') ?? '']
  return {
    text: query.get('q') ?? '',
    siteId: query.get('site') ?? undefined,
    sign: isKeyOf(SIGNS, sign) ? sign : undefined,
    order: isKeyOf(ORDERS, order) ? order : 'attention',
    query: query.get('query') ?? '',
  }
}

/** The rows that a view shows, in its order. `found` are the ids that its query found; absent = it has none. */
export function viewed(rows: readonly KegRow[], { text, siteId, sign, order }: FleetView, found?: ReadonlySet<string>): readonly KegRow[] {
  const part = text.trim().toLowerCase()
  const hasText = (row: KegRow) => part === '' || row.kegId.toLowerCase().includes(part) || row.siteId.toLowerCase().includes(part)
  const is = sign === undefined ? () => true : SIGNS[sign]
  return rows
    .filter((row) => (siteId === undefined || row.siteId === siteId) && (found?.has(row.kegId) ?? true) && is(row) && hasText(row))
    .sort((one, other) => ORDERS[order](one, other) || byId(one, other))
}

/** How many kegs there are of each sign, and of each site. */
export function counted(
  rows: readonly KegRow[],
): { readonly signs: Readonly<Record<Sign, number>>; readonly sites: ReadonlyMap<string, SiteCount> } {
  const signs = Object.fromEntries(Object.entries(SIGNS).map(([sign, is]) => [sign, rows.filter(is).length])) as Record<Sign, number>
  const sites = new Map<string, SiteCount>()
  for (const { siteId, attention, health } of rows) {
    const { kegs = 0, attention: needs = 0, alerts = 0 } = sites.get(siteId) ?? {}
    sites.set(siteId, { kegs: kegs + 1, attention: needs + Number(attention >= LOOK_AT), alerts: alerts + Number(health === 'alert') })
  }
  return { signs, sites }
}

/** What there is at a site. */
export interface SiteCount {
  readonly kegs: number
  /** How many of them somebody should look at. */
  readonly attention: number
  readonly alerts: number
}

const isKeyOf = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> => Object.hasOwn(table, key)
