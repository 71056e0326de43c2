import { alert } from '@keg/message-schemas/keg'

/** An alert that is open, as the page shows it. */
export interface OpenAlert {
  readonly siteId: string
  /** The keg that raised it, or the gateway. */
  readonly kegId: string
  readonly alertId: string
  readonly kind: string
  readonly message: string
  /** When it was raised, by the keg's clock. */
  readonly takenAtMs: number
}

/** The alerts that are open; made for `useSyncExternalStore`. */
export interface LiveAlerts {
  /** Newest first. */
  readonly snapshot: () => readonly OpenAlert[]
  readonly subscribe: (listener: () => void) => () => void
  /** Takes in a message; what is no alert changes nothing. */
  receive(topic: string, payload: Uint8Array): void
  /**
   * Takes in what the API has as open: of what is not in it, the page has missed the end, unless it was raised a moment before the API was
   * asked. What ended here stays so.
   */
  known(open: readonly OpenAlert[], askedAtMs: number): void
}

/** So many that ended are remembered: the message that raised one may come after the one that cleared it. */
const ENDED_KEPT = 1_000
/** An alert is in the API so soon after it was raised. */
const STORED_WITHIN_MS = 10_000

/** Keeps the alerts that are open, and tells its listeners at most once per `schedule`. `nowMs` is the page's clock. */
export function createLiveAlerts(schedule: (flush: () => void) => void, nowMs: () => number = Date.now): LiveAlerts {
  let shown: readonly OpenAlert[] = []
  let isScheduled = false
  const open = new Map<string, OpenAlert>()
  const seenAtMs = new Map<string, number>()
  const ended = new Set<string>()
  const listeners = new Set<() => void>()
  const changed = () => {
    if (isScheduled) return
    isScheduled = true
    schedule(() => {
      isScheduled = false
      shown = [...open.values()].sort((a, b) => b.takenAtMs - a.takenAtMs || keyOf(a).localeCompare(keyOf(b)))
      for (const listener of listeners) listener()
    })
  }
  const raise = (raised: OpenAlert) => {
    const key = keyOf(raised)
    if (ended.has(key) || open.has(key)) return
    open.set(key, raised)
    seenAtMs.set(key, nowMs())
    changed()
  }
  const close = (key: string) => {
    seenAtMs.delete(key)
    if (open.delete(key)) changed()
  }
  const end = (key: string) => {
    ended.add(key)
    for (const oldest of ended) if (ended.size > ENDED_KEPT) ended.delete(oldest)
    close(key)
  }
  return {
    snapshot: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    receive(topic, payload) {
      const place = alert.topic.parse(topic)
      if (!place) return
      const decoded = alert.decode(payload)
      if (!decoded.ok) return
      const { alertId, event, kind, message, takenAtMs } = decoded.value
      if (event === 'cleared') end(keyOf({ ...place, alertId }))
      else raise({ ...place, alertId, kind, message, takenAtMs })
    },
    known: (stored, askedAtMs) => {
      const keys = new Set(stored.map(keyOf))
      for (const [key, seen] of seenAtMs) if (!keys.has(key) && seen < askedAtMs - STORED_WITHIN_MS) close(key)
      for (const raised of stored) raise(raised)
    },
  }
}

const keyOf = ({ kegId, alertId }: Pick<OpenAlert, 'kegId' | 'alertId'>): string => `${kegId}/${alertId}`
