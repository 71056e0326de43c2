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
  /** Takes in what was open before the page was: what has ended since stays so, what the page has seen raised, too. */
  known(open: readonly OpenAlert[]): void
}

/** So many that ended are remembered: the message that raised one may come after the one that cleared it. */
const ENDED_KEPT = 1_000

/** Keeps the alerts that are open, and tells its listeners at most once per `schedule`. */
export function createLiveAlerts(schedule: (flush: () => void) => void): LiveAlerts {
  let shown: readonly OpenAlert[] = []
  let isScheduled = false
  const open = new Map<string, OpenAlert>()
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
    changed()
  }
  const end = (key: string) => {
    ended.add(key)
    for (const oldest of ended) if (ended.size > ENDED_KEPT) ended.delete(oldest)
    if (open.delete(key)) changed()
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
    known: (before) => {
      for (const raised of before) raise(raised)
    },
  }
}

const keyOf = ({ kegId, alertId }: Pick<OpenAlert, 'kegId' | 'alertId'>): string => `${kegId}/${alertId}`
