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

/** What all pours of all kegs add up to. */
export interface FleetTotal {
  readonly pours: number
  readonly totalMl: number
}

/** A message that a flow failed with, kept whole with the reason. */
export interface QuarantineEntry {
  /** The same for the same bytes on the same topic, so that a message sent or delivered twice is kept once. */
  readonly quarantineId: string
  /** The flow that failed with it. */
  readonly flow: string
  /** What the flow failed with at last. */
  readonly reason: string
  /** How often it failed; absent = once. */
  readonly failures?: number
  readonly topic: string
  readonly clientId?: string
  readonly receivedAtMs: number
  readonly payloadBase64: string
  /** The topic of the batch in which the message came; absent = it came by itself. */
  readonly batchTopic?: string
  /** The beer that the message speaks of; absent where it can not be read, or the flow is not one of pours. */
  readonly volumeMl?: number
  /** Closed by a replay; absent = open. */
  readonly state?: 'replayed'
  /** When the replay was asked for that closed it. */
  readonly replayedAtMs?: number
  /** The pour that it holds the beer of, as `{kegId}/{pourId}`: it is in the ledger, so the entry is never opened again. */
  readonly bookedAs?: string
}

/** An entry to keep; one without a flow is of `pours`, as all were once. */
export type NewQuarantineEntry = Omit<QuarantineEntry, 'flow' | 'failures' | 'state' | 'replayedAtMs' | 'bookedAs'>
  & Partial<Pick<QuarantineEntry, 'flow'>>

/** A replay of an entry: which one it closes, and when it was asked for. */
export interface Replay {
  readonly quarantineId: string
  /** How often the entry had failed then: one that has failed again since is not closed, unless its pour is booked. */
  readonly failures: number
  readonly replayedAtMs: number
}

/** The flow of entries that were kept before entries told it. */
export const FIRST_FLOW = 'pours'

/** How an entry tells of the pour that it became. */
export const bookedAs = ({ kegId, pourId }: LedgerPour): string => `${kegId}/${pourId}`

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

/** A stretch of time, `toMs` not in it. */
export interface TimeRange {
  readonly fromMs: number
  readonly toMs: number
}

/**
 * The hot store: a ledger in which each pour stands once, running totals that always agree with it, and the quarantine.
 * Every adapter runs the suite in `@keg/store/testing`.
 */
export interface HotStore {
  /**
   * Counts a pour and adds it to its keg's total, both or neither. `duplicate`: it was counted before; `conflict`: another
   * volume was counted under this `pourId`, so this one was not.
   *
   * Of a replay, the entry closes in the same transaction; it also closes where the pour was counted before, and stays open upon a
   * conflict. Where the entry is in the ledger already, the pour is a `duplicate`.
   */
  recordPour(pour: LedgerPour, replay?: Replay): Promise<'recorded' | 'duplicate' | 'conflict'>
  /** Keeps a minute; keeping the same part of it again changes nothing. */
  recordMinute(minute: KegMinute): Promise<void>
  /** A keg's minutes, newest first; of a range, those that begin in it. */
  minutes(kegId: string, page?: PageRequest, range?: TimeRange): Promise<Page<KegMinute>>
  /**
   * Keeps a message that a flow failed with. Keeping the same one again changes its reason and its count of failures alone, and opens it
   * again where a replay had closed it; an entry whose pour is in the ledger stays as it is.
   */
  quarantine(entry: NewQuarantineEntry): Promise<void>
  /**
   * Closes an entry after its replay was done, for flows that book no pour. Changes nothing where it is closed, has failed since, or is not
   * there.
   */
  closeQuarantined(replay: Replay): Promise<void>
  /** An entry, open or closed; `undefined` where there is none. */
  quarantinedEntry(quarantineId: string): Promise<QuarantineEntry | undefined>
  /** The total of one keg, or `undefined` when nothing of it was counted. */
  keg(kegId: string): Promise<KegTotal | undefined>
  /** All kegs that poured, by id; of a site, those whose last pour was there. */
  kegs(page?: PageRequest, siteId?: string): Promise<Page<KegTotal>>
  /** What the whole fleet poured. */
  fleetTotal(): Promise<FleetTotal>
  /** A keg's pours, highest `pourId` first; kegs number theirs upwards. */
  pours(kegId: string, page?: PageRequest): Promise<Page<LedgerPour>>
  /** The open entries of the quarantine, newest first. */
  quarantined(page?: PageRequest): Promise<Page<QuarantineEntry>>
  /** How many open entries the quarantine holds, however many pages they fill. */
  countQuarantined(): Promise<number>
}

/**
 * A request that the store can't serve: a cursor it did not give out, a limit or a stretch of time out of range, more readings than it goes
 * through at once.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: 'BAD_CURSOR' | 'BAD_LIMIT' | 'BAD_RANGE' | 'TOO_MANY_READINGS'
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
