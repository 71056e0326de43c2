import type { PartialSettings } from '@keg/message-schemas/keg'

/** A keg's total in the ledger, as `GET /kegs` lists it. */
export interface KegTotal {
  readonly kegId: string
  readonly siteId: string
  readonly pours: number
  readonly totalMl: number
}

/** A keg's settings, as `GET /kegs/{kegId}` answers them. */
export interface KegSettings {
  readonly version: number
  readonly desired?: PartialSettings | undefined
  readonly reported?: PartialSettings | undefined
}

/** A pour in the ledger. */
export interface LedgerPour {
  readonly pourId: string
  readonly volumeMl: number
  readonly takenAtMs: number
}

/** An alert that is open, as `GET /alerts` lists it. */
export interface StoredAlert {
  readonly siteId: string
  readonly kegId: string
  readonly alertId: string
  readonly kind: string
  readonly raised: { readonly takenAtMs: number; readonly message: string }
}

/** A request that the API refused, with the sentence that it gave. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** Where the page finds the API and the broker: `/config.json` beside the page, written where the page is served. */
export interface PageConfig {
  readonly apiUrl: string
  readonly mqttUrl: string
}

/** What the page asks of the HTTP API. */
export interface Api {
  /** All kegs that poured, to the last page. */
  kegs(): Promise<readonly KegTotal[]>
  /** All alerts that are open, to the last page. */
  alerts(): Promise<readonly StoredAlert[]>
  settings(kegId: string): Promise<KegSettings | undefined>
  pours(kegId: string): Promise<readonly LedgerPour[]>
  /** How many messages are in quarantine. */
  quarantined(): Promise<number>
  /** Wishes settings of a keg; answers the version of its shadow that holds them. */
  setSettings(kegId: string, desired: object): Promise<{ version: number }>
  ticket(): Promise<{ clientId: string; username: string; password: string }>
}

const LAST_POURS = 3

/** The API at `apiUrl`. Its answers are typed here and held to these types by the tests of the whole path. */
export function createApi(apiUrl: string): Api {
  const request = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${apiUrl}${path}`, {
      method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    // A proxy in between may answer something other than JSON.
    const json: unknown = await answer.json().catch(() => undefined)
    if (!answer.ok) throw new ApiError(answer.status, detailOf(json) ?? `${method} ${path} answered ${answer.status}`)
    return json as Answer
  }
  const list = async <Item>(path: string): Promise<readonly Item[]> => {
    const items: Item[] = []
    let cursor: string | undefined
    do {
      const query = new URLSearchParams({ limit: '1000', ...(cursor === undefined ? {} : { cursor }) })
      const page = await request<{ items: Item[]; cursor?: string }>('GET', `${path}?${query}`)
      items.push(...page.items)
      cursor = page.cursor
    } while (cursor !== undefined)
    return items
  }
  return {
    kegs: () => list<KegTotal>('/kegs'),
    alerts: () => list<StoredAlert>('/alerts'),
    settings: async (kegId) => (await request<{ settings?: KegSettings }>('GET', `/kegs/${kegId}`)).settings,
    pours: async (kegId) => (await request<{ items: LedgerPour[] }>('GET', `/kegs/${kegId}/pours?limit=${LAST_POURS}`)).items,
    quarantined: async () => (await request<{ count: number }>('GET', '/quarantine/count')).count,
    setSettings: (kegId, desired) => request('PUT', `/kegs/${kegId}/settings`, desired),
    ticket: () => request('POST', '/live'),
  }
}

const detailOf = (json: unknown): string | undefined =>
  typeof json === 'object' && json !== null && 'detail' in json && typeof json.detail === 'string' ? json.detail : undefined
