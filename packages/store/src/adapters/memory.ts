import {
  bookedAs, FIRST_FLOW, type HotStore, type KegMinute, type KegTotal, type LedgerPour, type QuarantineEntry, type Replay,
} from '../hot-store.ts'
import { minuteKey } from '../keys.ts'
import { by, slice } from './memory-page.ts'

/** A hot store in this process, for tests of what stands on one. */
export function memoryStore(): HotStore {
  const pours = new Map<string, Map<string, LedgerPour>>()
  const totals = new Map<string, KegTotal>()
  const minutes = new Map<string, KegMinute>()
  const quarantine = new Map<string, QuarantineEntry>()
  const open = () => [...quarantine.values()].filter(({ state }) => state === undefined)
  const close = ({ quarantineId, replayedAtMs, failures }: Replay, booked?: Pick<QuarantineEntry, 'bookedAs'>): void => {
    const entry = quarantine.get(quarantineId)
    if (entry === undefined || entry.bookedAs !== undefined) return
    const isUnchanged = entry.state === undefined && (entry.failures ?? 1) === failures
    if (booked !== undefined || isUnchanged) quarantine.set(quarantineId, { ...entry, state: 'replayed', replayedAtMs, ...booked })
  }
  const record = (pour: LedgerPour, replay?: Replay): 'recorded' | 'duplicate' | 'conflict' => {
    const ofKeg = pours.get(pour.kegId) ?? new Map<string, LedgerPour>()
    const before = ofKeg.get(pour.pourId)
    if (before) return before.volumeMl === pour.volumeMl ? 'duplicate' : 'conflict'
    if (replay !== undefined && quarantine.get(replay.quarantineId)?.bookedAs !== undefined) return 'duplicate'
    pours.set(pour.kegId, ofKeg.set(pour.pourId, pour))
    totals.set(pour.kegId, add(totals.get(pour.kegId), pour))
    return 'recorded'
  }
  return {
    recordPour: async (pour, replay) => {
      const kind = record(pour, replay)
      if (replay !== undefined && kind !== 'conflict') close(replay, { bookedAs: bookedAs(pour) })
      return kind
    },
    recordMinute: async (minute) => void minutes.set(minuteKey(minute).pk + minuteKey(minute).sk, minute),
    minutes: async (kegId, page = {}, { fromMs, toMs } = { fromMs: 0, toMs: Infinity }) =>
      slice(
        [...minutes.values()]
          .filter((minute) => minute.kegId === kegId && minute.takenAtMs >= fromMs && minute.takenAtMs < toMs)
          .sort(by((minute) => minuteKey(minute).sk))
          .reverse(),
        page,
      ),
    quarantine: async (entry) => {
      const before = quarantine.get(entry.quarantineId)
      if (before?.bookedAs !== undefined) return
      if (before === undefined) return void quarantine.set(entry.quarantineId, { flow: FIRST_FLOW, ...entry })
      const { state: _state, replayedAtMs: _replayedAtMs, failures = 1, ...kept } = before
      quarantine.set(entry.quarantineId, { ...kept, reason: entry.reason, failures: failures + 1 })
    },
    closeQuarantined: async (replay) => close(replay),
    quarantinedEntry: async (quarantineId) => quarantine.get(quarantineId),
    keg: async (kegId) => totals.get(kegId),
    kegs: async (page = {}, siteId) =>
      slice([...totals.values()].filter((total) => siteId === undefined || total.siteId === siteId).sort(by((total) => total.kegId)), page),
    fleetTotal: async () => [...totals.values()]
      .reduce((sum, { pours: count, totalMl }) => ({ pours: sum.pours + count, totalMl: sum.totalMl + totalMl }), { pours: 0, totalMl: 0 }),
    pours: async (kegId, page = {}) => slice([...(pours.get(kegId)?.values() ?? [])].sort(by((pour) => pour.pourId)).reverse(), page),
    countQuarantined: async () => open().length,
    quarantined: async (page = {}) =>
      slice(open().sort((a, b) => b.receivedAtMs - a.receivedAtMs || (a.quarantineId < b.quarantineId ? 1 : -1)), page),
  }
}

const add = (total: KegTotal | undefined, { kegId, siteId, volumeMl, receivedAtMs }: LedgerPour): KegTotal => ({
  kegId,
  siteId,
  pours: (total?.pours ?? 0) + 1,
  totalMl: (total?.totalMl ?? 0) + volumeMl,
  lastReceivedAtMs: receivedAtMs,
})
