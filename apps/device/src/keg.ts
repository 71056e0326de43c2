import { MAX_POUR_ML, pour, telemetry } from '@keg/message-schemas/keg'
import type { FlowMeter } from './flow-meter.ts'
import type { Outbox, PendingPour } from './outbox.ts'
import type { Cooler } from './simulation/cooler.ts'

/** What the keg publishes through. `publish` resolves when the broker has acknowledged, and rejects when it has not. */
export interface Uplink {
  readonly connected: boolean
  publish(topic: string, payload: Uint8Array, qos: 0 | 1): Promise<void>
}

/** What a keg is made of. */
export interface KegParts {
  readonly kegId: string
  readonly bootId: string
  readonly uplink: Uplink
  readonly meter: FlowMeter
  readonly outbox: Outbox
  readonly cooler: Cooler
  /** Whether the tap is open. */
  readonly tapOpen: () => boolean
  readonly newId: () => string
  /** Resolves after a moment: how long to wait before sending again what failed. */
  readonly pause: () => Promise<void>
  /** Whether to send this pour twice, as a device with a bad line would. */
  readonly sendTwice: () => boolean
  readonly onProblem: (problem: { readonly kegId: string; readonly doing: string; readonly error: unknown }) => void
}

/** The keg's program. It has no clock of its own: `tick` is called often, with the time. */
export interface Keg {
  /** The site the keg stands at, once it knows. */
  siteId: string | undefined
  /** Lets the program look at its parts. Throws where the disk fails; nothing is lost by it, and the next tick tries again. */
  tick(nowMs: number): void
  /** Sends what was not acknowledged, oldest first; resolves when all is, or the first can't be sent. */
  flush(): Promise<void>
  /** Sends until nothing is left to be acknowledged, or `signal` aborts; answers how many pours are left. */
  settle(signal: AbortSignal): Promise<number>
}

const TELEMETRY_MS = { pouring: 1_000, idle: 10_000 }
const CELLAR_KILOPASCAL = 110

/** A keg of these parts. What flowed while no program ran is reported first, as a pour of its own. */
export function createKeg(parts: KegParts): Keg {
  const { kegId, bootId, uplink, meter, outbox, cooler } = parts
  let seq = 0
  let telemetryDueMs = 0
  let pouring = false
  let flushing: Promise<void> | undefined
  const envelope = (nowMs: number) => ({ v: 1 as const, bootId, seq, takenAtMs: nowMs })
  const keg: Keg = { siteId: undefined, tick, flush, settle }
  return keg

  function tick(nowMs: number): void {
    if (keg.siteId === undefined) return
    const open = parts.tapOpen()
    outbox.catchUp()
    if (!open) takePour(keg.siteId, nowMs)
    if (open !== pouring || nowMs >= telemetryDueMs) sendTelemetry(keg.siteId, nowMs, open)
    pouring = open
    if (outbox.state.pending.length > 0) void flush()
  }

  /** Turns what the meter counted beyond the last report into pours, each written down before it is sent. */
  function takePour(siteId: string, nowMs: number): void {
    while (meter.totaliserMl > outbox.state.reportedMl) {
      const { reportedMl } = outbox.state
      const volumeMl = Math.min(meter.totaliserMl - reportedMl, MAX_POUR_ML)
      const totaliserMl = reportedMl + volumeMl
      // Ids rise with the totaliser, so that a keg's pours sort by them.
      const pourId = `${String(totaliserMl).padStart(12, '0')}-${parts.newId()}`
      outbox.add({ siteId, pour: { ...envelope(nowMs), pourId, volumeMl, totaliserMl } })
      // Counted up when it is kept: a pour that the disk refused is made again, and the numbers have no gaps.
      seq++
    }
  }

  function sendTelemetry(siteId: string, nowMs: number, open: boolean): void {
    telemetryDueMs = nowMs + (open ? TELEMETRY_MS.pouring : TELEMETRY_MS.idle)
    if (!uplink.connected) return
    const reading = { celsius: round(cooler.celsius), kilopascal: CELLAR_KILOPASCAL + (open ? -6 : 0), pouring: open, cooling: cooler.cooling }
    const payload = telemetry.encode({ ...envelope(nowMs), ...reading })
    seq++
    uplink.publish(telemetry.topic.format({ siteId, kegId }), payload, 0).catch((error: unknown) => parts.onProblem({ kegId, doing: 'send telemetry', error }))
  }

  function flush(): Promise<void> {
    flushing ??= sendPending().finally(() => (flushing = undefined))
    return flushing
  }

  async function settle(signal: AbortSignal): Promise<number> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    while (outbox.state.pending.length > 0 && !signal.aborted) {
      await Promise.race([flush(), aborted])
      // The line may be down, or a pour refused: try again after a moment, not at once.
      if (outbox.state.pending.length > 0) await Promise.race([parts.pause(), aborted])
    }
    return outbox.state.pending.length
  }

  async function sendPending(): Promise<void> {
    for (let pending = outbox.state.pending[0]; pending && uplink.connected; pending = outbox.state.pending[0]) {
      try {
        await send(pending)
      } catch (error) {
        parts.onProblem({ kegId, doing: `send pour ${pending.pour.pourId}`, error })
        return
      }
    }
  }

  async function send({ siteId, pour: poured }: PendingPour): Promise<void> {
    const topic = pour.topic.format({ siteId, kegId })
    const payload = pour.encode(poured)
    await uplink.publish(topic, payload, 1)
    if (parts.sendTwice()) {
      await uplink.publish(topic, payload, 1)
      outbox.duplicated()
    }
    outbox.acknowledged(poured.pourId)
  }
}

const round = (celsius: number) => Math.round(celsius * 100) / 100
