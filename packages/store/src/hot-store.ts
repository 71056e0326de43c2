import type { Pour, Summary } from '@keg/message-schemas/keg'

/** A pour as the ledger keeps it: what the keg said, where it was poured, and when the cloud received it. */
export interface LedgerPour extends Omit<Pour, 'v'> {
  readonly siteId: string
  readonly kegId: string
  readonly receivedAtMs: number
}

/** A minute of a keg's telemetry, as a gateway summed it up. */
export interface KegMinute extends Omit<Summary, 'v'> {
  readonly siteId: string
  readonly kegId: string
}

/** What all pours of one keg add up to. `siteId` and `lastReceivedAtMs` are those of the pour recorded last. */
export interface KegTotal {
  readonly kegId: string
  readonly siteId: string
  readonly pours: number
  readonly totalMl: number
  readonly lastReceivedAtMs: number
}

/** A message that could not be counted, kept whole with the reason. */
export interface QuarantineEntry {
  /** The same for the same bytes on the same topic, so that a message sent or delivered twice is kept once. */
  readonly quarantineId: string
  readonly reason: string
  readonly topic: string
  readonly clientId?: string
  readonly receivedAtMs: number
  readonly payloadBase64: string
  /** The beer that the message speaks of; absent where it can not be read. */
  readonly volumeMl?: number
}

/** A slice of a list; `cursor` is absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly cursor?: string
}

/** How much of a list, and from where: `limit` is 1 to 1000 (default 100), `cursor` what the page before gave. */
export interface PageRequest {
  readonly limit?: number
  readonly cursor?: string
}

/**
 * The hot store: a ledger in which each pour stands once, running totals that always agree with it, and the quarantine.
 * Every adapter runs the suite in `@keg/store/testing`.
 */
export interface HotStore {
  /**
   * Counts a pour and adds it to its keg's total, both or neither. `duplicate`: it was counted before; `conflict`: another
   * volume was counted under this `pourId`, so this one was not.
   */
  recordPour(pour: LedgerPour): Promise<'recorded' | 'duplicate' | 'conflict'>
  /** Keeps a minute; keeping the same part of it again changes nothing. */
  recordMinute(minute: KegMinute): Promise<void>
  /** A keg's minutes, newest first. */
  minutes(kegId: string, page?: PageRequest): Promise<Page<KegMinute>>
  /** Keeps a message that could not be counted; keeping the same one again changes nothing. */
  quarantine(entry: QuarantineEntry): Promise<void>
  /** The total of one keg, or `undefined` when nothing of it was counted. */
  keg(kegId: string): Promise<KegTotal | undefined>
  /** All kegs that poured, by id. */
  kegs(page?: PageRequest): Promise<Page<KegTotal>>
  /** A keg's pours, highest `pourId` first; kegs number theirs upwards. */
  pours(kegId: string, page?: PageRequest): Promise<Page<LedgerPour>>
  /** The quarantine, newest first. */
  quarantined(page?: PageRequest): Promise<Page<QuarantineEntry>>
  /** How many messages the quarantine holds, however many pages they fill. */
  countQuarantined(): Promise<number>
}

/** A request that the store can't serve: a cursor it did not give out, or a limit out of range. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: 'BAD_CURSOR' | 'BAD_LIMIT'
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The limit asked for, or 100. Throws {@link StoreError} outside 1 to 1000. */
export function pageLimit({ limit = 100 }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new StoreError('BAD_LIMIT', `limit is 1 to 1000, got ${limit}`)
  return limit
}

/** Goes through all pages of a list. */
export async function* allPages<Item>(list: (page: PageRequest) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const page: Page<Item> = await list({ limit: 1_000, ...(cursor === undefined ? {} : { cursor }) })
    yield* page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}
