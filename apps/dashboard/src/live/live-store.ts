import { pour, siteSummary, state, telemetry, type KegState, type Telemetry } from '@keg/message-schemas/keg'

/** What a page knows of a keg from its messages, and from the store's newest reading of it. */
export interface LiveKeg {
  readonly kegId: string
  readonly siteId: string
  readonly telemetry?: Telemetry
  /** When the newest reading was received: by the page's clock where it came live, else by that of who kept it, cloud or gateway. */
  readonly heardAtMs?: number
  /** The gateway that it is behind, as far as the store or its site's summary tells. */
  readonly gatewayId?: string
  /** What is wished of it and what it reported, as its shadow was told of last. */
  readonly settings?: KegState
  /** How many pours were seen since the page opened: a reason to read the ledger again. */
  readonly poursSeen: number
}

/** A reading as the API has it. */
export interface StoredReading extends Omit<Telemetry, 'v'> {
  readonly kegId: string
  readonly siteId: string
  readonly receivedAtMs: number
  readonly gatewayId?: string | undefined
}

/** Keeps the last message of each kind per keg; made for `useSyncExternalStore`. */
export interface LiveStore {
  /** All kegs, as they are shown: the same map each time, whose entries change as {@link version} does. */
  readonly kegs: () => ReadonlyMap<string, LiveKeg>
  /** Another number after each change of any keg. */
  readonly version: () => number
  /** Told of each change of any keg. */
  readonly subscribe: (listener: () => void) => () => void
  /** Told of the changes of one keg. */
  subscribeTo(kegId: string, listener: () => void): () => void
  /** Takes in a message; what is no reading, pour or state of a keg changes nothing. A retained one is as old as it says. */
  receive(topic: string, payload: Uint8Array, isRetained?: boolean): void
  /** Takes in what the API has as the newest readings; what came live later stays. */
  known(readings: readonly StoredReading[]): void
  /** Shows nothing new while it is paused; then all that came meanwhile, at once. */
  setPaused(paused: boolean): void
}

type Change = (keg: LiveKeg) => LiveKeg

/**
 * A store that shows what came at most once per `schedule`, however many messages come in between: a page draws once a frame, and only the
 * kegs that changed. `nowMs` is the page's clock.
 */
export function createLiveStore(schedule: (flush: () => void) => void, nowMs: () => number = Date.now): LiveStore {
  const kegs = new Map<string, LiveKeg>()
  const changed = new Map<string, LiveKeg>()
  const listeners = new Set<() => void>()
  const ofKeg = new Map<string, Set<() => void>>()
  let [version, isScheduled, isPaused] = [0, false, false]

  const show = () => {
    isScheduled = false
    if (isPaused || changed.size === 0) return
    version += 1
    const shown = [...changed]
    changed.clear()
    for (const [kegId, keg] of shown) kegs.set(kegId, keg)
    for (const [kegId] of shown) for (const listener of ofKeg.get(kegId) ?? []) listener()
    for (const listener of listeners) listener()
  }
  const toBeShown = () => {
    if (isScheduled || isPaused) return
    isScheduled = true
    schedule(show)
  }
  const change = (kegId: string, siteId: string, how: Change) => {
    const known = changed.get(kegId) ?? kegs.get(kegId) ?? { kegId, siteId, poursSeen: 0 }
    const next = how(known)
    if (next === known) return
    changed.set(kegId, next)
    toBeShown()
  }
  return {
    kegs: () => kegs,
    version: () => version,
    subscribe: (listener) => added(listeners, listener),
    subscribeTo(kegId, listener) {
      const told = ofKeg.get(kegId) ?? new Set()
      ofKeg.set(kegId, told)
      return added(told, listener)
    },
    receive(topic, payload, isRetained = false) {
      for (const { kegId, siteId, how } of changesOf(topic, payload, nowMs(), isRetained)) change(kegId, siteId, how)
    },
    known(readings) {
      for (const { kegId, siteId, receivedAtMs, gatewayId, ...reading } of readings)
        change(kegId, siteId, (keg) => withStored(keg, siteId, { v: 1, ...reading }, receivedAtMs, gatewayId))
    },
    setPaused(paused) {
      isPaused = paused
      toBeShown()
    },
  }
}

interface KegChange {
  readonly kegId: string
  readonly siteId: string
  readonly how: Change
}

/** What a message changes of which kegs; nothing, where it is malformed or of another kind. */
function changesOf(topic: string, payload: Uint8Array, nowMs: number, isRetained: boolean): readonly KegChange[] {
  const site = siteSummary.topic.parse(topic)
  if (site !== undefined) return summaryChanges(site.siteId, payload, nowMs, isRetained)
  const place = telemetry.topic.parse(topic)
  if (place !== undefined) {
    const reading = telemetry.decode(payload)
    return reading.ok ? [{ ...place, how: (keg) => withReading(keg, place.siteId, reading.value, nowMs) }] : []
  }
  const poured = pour.topic.parse(topic)
  if (poured !== undefined) return [{ ...poured, how: (keg) => ({ ...keg, ...poured, poursSeen: keg.poursSeen + 1 }) }]
  const told = state.topic.parse(topic)
  const settings = told && state.decode(payload)
  return told === undefined || !settings?.ok ? [] : [{ ...told, how: (keg) => withSettings(keg, settings.value) }]
}

/**
 * The kegs of a summary: each as if it had sent its reading by itself, unless a page that looks at the keg has had a later one, or the one
 * that the broker has kept is older than what is known.
 */
function summaryChanges(siteId: string, payload: Uint8Array, nowMs: number, isRetained: boolean): readonly KegChange[] {
  const summary = siteSummary.decode(payload)
  if (!summary.ok) return []
  const { kegs, gatewayId, takenAtMs } = summary.value
  const heardAtMs = isRetained ? Math.min(takenAtMs, nowMs) : nowMs
  return kegs.map(({ kegId, ...reading }) => ({
    kegId,
    siteId,
    how: (keg) => {
      if (isRetained && keg.heardAtMs !== undefined && keg.heardAtMs >= heardAtMs) return keg
      return withReading(behind(keg, gatewayId), siteId, { v: 1, ...reading }, heardAtMs)
    },
  }))
}

/** A reading that its keg sent before the known one, or the same again, changes nothing: messages overtake each other. */
function withReading(keg: LiveKeg, siteId: string, reading: Telemetry, heardAtMs: number): LiveKeg {
  const isKnown = keg.telemetry?.bootId === reading.bootId && keg.telemetry.seq >= reading.seq
  return isKnown ? keg : { ...keg, siteId, telemetry: reading, heardAtMs }
}

/**
 * A keg behind another gateway than before, or behind none. Of that only a summary or the store tells: a gateway hands on raw readings
 * as they are.
 */
function behind(keg: LiveKeg, gatewayId: string | undefined): LiveKeg {
  if (keg.gatewayId === gatewayId) return keg
  const { gatewayId: _before, ...alone } = keg
  return gatewayId === undefined ? alone : { ...alone, gatewayId }
}

/** A state with a lower version is older: messages of rules overtake each other. */
const withSettings = (keg: LiveKeg, settings: KegState): LiveKeg =>
  (keg.settings !== undefined && keg.settings.version > settings.version ? keg : { ...keg, settings })

function withStored(
  keg: LiveKeg, siteId: string, telemetry: Telemetry, receivedAtMs: number, gatewayId: string | undefined,
): LiveKeg {
  const isOlder = keg.heardAtMs !== undefined && keg.heardAtMs >= receivedAtMs
  if (isOlder) return gatewayId === undefined ? keg : behind(keg, gatewayId)
  return { ...behind(keg, gatewayId), siteId, telemetry, heardAtMs: receivedAtMs }
}

function added(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
