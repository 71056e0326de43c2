import { pageLimit, StoreError, type HotStore, type KegMinute, type KegTotal, type LedgerPour, type Page, type PageRequest, type QuarantineEntry } from '../hot-store.ts'
import { minuteKey } from '../keys.ts'

/** A hot store in this process, for tests of what stands on one. */
export function memoryStore(): HotStore {
  const pours = new Map<string, Map<string, LedgerPour>>()
  const totals = new Map<string, KegTotal>()
  const minutes = new Map<string, KegMinute>()
  const quarantine = new Map<string, QuarantineEntry>()
  return {
    recordPour: async (pour) => {
      const ofKeg = pours.get(pour.kegId) ?? new Map<string, LedgerPour>()
      const before = ofKeg.get(pour.pourId)
      if (before) return before.volumeMl === pour.volumeMl ? 'duplicate' : 'conflict'
      pours.set(pour.kegId, ofKeg.set(pour.pourId, pour))
      totals.set(pour.kegId, add(totals.get(pour.kegId), pour))
      return 'recorded'
    },
    recordMinute: async (minute) => void minutes.set(minuteKey(minute).pk + minuteKey(minute).sk, minute),
    minutes: async (kegId, page = {}) =>
      slice([...minutes.values()].filter((minute) => minute.kegId === kegId).sort(by((minute) => minuteKey(minute).sk)).reverse(), page),
    quarantine: async (entry) => {
      if (!quarantine.has(entry.quarantineId)) quarantine.set(entry.quarantineId, entry)
    },
    keg: async (kegId) => totals.get(kegId),
    kegs: async (page = {}) => slice([...totals.values()].sort(by((total) => total.kegId)), page),
    pours: async (kegId, page = {}) => slice([...(pours.get(kegId)?.values() ?? [])].sort(by((pour) => pour.pourId)).reverse(), page),
    countQuarantined: async () => quarantine.size,
    quarantined: async (page = {}) =>
      slice([...quarantine.values()].sort((a, b) => b.receivedAtMs - a.receivedAtMs || (a.quarantineId < b.quarantineId ? 1 : -1)), page),
  }
}

const add = (total: KegTotal | undefined, { kegId, siteId, volumeMl, receivedAtMs }: LedgerPour): KegTotal => ({
  kegId,
  siteId,
  pours: (total?.pours ?? 0) + 1,
  totalMl: (total?.totalMl ?? 0) + volumeMl,
  lastReceivedAtMs: receivedAtMs,
})

const by =
  <Item>(key: (item: Item) => string) =>
  (a: Item, b: Item) =>
    key(a) < key(b) ? -1 : 1

function slice<Item>(items: readonly Item[], page: PageRequest): Page<Item> {
  const limit = pageLimit(page)
  const from = page.cursor === undefined ? 0 : Number(page.cursor)
  if (!Number.isInteger(from) || from < 0) throw new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave')
  const rest = items.slice(from)
  return rest.length > limit ? { items: rest.slice(0, limit), cursor: String(from + limit) } : { items: rest }
}
