import { pour, siteSummary, telemetry, type Telemetry } from '@keg/message-schemas/keg'

/** What a page knows of a keg from its messages. */
export interface LiveKeg {
  readonly kegId: string
  readonly siteId: string
  readonly telemetry?: Telemetry
  /** How many pours were seen since the page opened: a reason to read the ledger again. */
  readonly poursSeen: number
}

/** Keeps the last message of each kind per keg; made for `useSyncExternalStore`. */
export interface LiveStore {
  readonly snapshot: () => ReadonlyMap<string, LiveKeg>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes in a message; what is neither a reading nor a pour changes nothing. */
  receive(topic: string, payload: Uint8Array): void
}

/** A store that tells its listeners at most once per `schedule`, however many messages come in between: a page draws once a frame. */
export function createLiveStore(schedule: (flush: () => void) => void): LiveStore {
  let kegs: ReadonlyMap<string, LiveKeg> = new Map()
  const changed = new Map<string, LiveKeg>()
  const listeners = new Set<() => void>()
  const flush = () => {
    kegs = new Map([...kegs, ...changed])
    changed.clear()
    for (const listener of listeners) listener()
  }
  const change = (keg: LiveKeg) => {
    if (changed.size === 0) schedule(flush)
    changed.set(keg.kegId, keg)
  }
  return {
    snapshot: () => kegs,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    receive(topic, payload) {
      const site = siteSummary.topic.parse(topic)
      if (site) return receiveSite(site.siteId, payload)
      const place = telemetry.topic.parse(topic) ?? pour.topic.parse(topic)
      if (!place) return
      const known = changed.get(place.kegId) ?? kegs.get(place.kegId)
      const next = take({ ...(known ?? { poursSeen: 0 }), ...place }, topic, payload)
      if (next !== undefined) change(next)
    },
  }

  /** The kegs behind a gateway: each as if it had sent its reading by itself. */
  function receiveSite(siteId: string, payload: Uint8Array): void {
    const summary = siteSummary.decode(payload)
    if (!summary.ok) return
    for (const { kegId, ...reading } of summary.value.kegs) {
      const known = changed.get(kegId) ?? kegs.get(kegId) ?? { kegId, siteId, poursSeen: 0 }
      // A page that looks at the keg has had a later one.
      if (known.telemetry === undefined || known.telemetry.bootId !== reading.bootId || known.telemetry.seq < reading.seq)
        change({ ...known, siteId, telemetry: { v: 1, ...reading } })
    }
  }
}

function take(keg: LiveKeg, topic: string, payload: Uint8Array): LiveKeg | undefined {
  if (pour.topic.parse(topic)) return { ...keg, poursSeen: keg.poursSeen + 1 }
  const reading = telemetry.decode(payload)
  return reading.ok ? { ...keg, telemetry: reading.value } : undefined
}
