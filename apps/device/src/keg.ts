import { MAX_POUR_ML, pour, telemetry } from '@keg/message-schemas/keg'
import { createCourier } from './courier.ts'
import type { FlowMeter } from './hardware/flow-meter.ts'
import type { Gauges } from './hardware/gauges.ts'
import { idOfPour, type Outbox, type PendingPour } from './outbox.ts'
import type { Sequence } from './sequence.ts'

/** What the keg publishes through. `publish` resolves when the broker has acknowledged, and rejects when it has not. */
export interface Uplink {
  readonly connected: boolean
  publish(topic: string, payload: Uint8Array, qos: 0 | 1): Promise<void>
}

/** What a keg is made of. */
export interface KegParts {
  readonly kegId: string
  readonly sequence: Sequence
  readonly uplink: Uplink
  readonly meter: FlowMeter
  readonly outbox: Outbox
  readonly gauges: Gauges
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
  /** How often it measures while nobody pours, in seconds. */
  intervalSec: number
  /** Lets the program look at its parts. Throws where the disk fails; nothing is lost by it, and the next tick tries again. */
  tick(nowMs: number): void
  /** Sends what was not acknowledged, oldest first; resolves when all was tried, or the line failed. */
  flush(): Promise<void>
  /** There is a new connection: what failed does not wait any longer. */
  retryNow(): void
  /** Sends until nothing is left to be acknowledged, or `signal` aborts; answers how many pours are left. */
  settle(signal: AbortSignal): Promise<number>
}

const POURING_MS = 1_000
const FIRST_INTERVAL_SEC = 10

/** A keg of these parts. What flowed while no program ran is reported first, as a pour of its own. */
export function createKeg(parts: KegParts): Keg {
  const { kegId, sequence, uplink, meter, outbox, gauges } = parts
  let measuredAtMs = -Infinity
  let pouring = false
  const courier = createCourier<PendingPour>({
    outbox,
    idOf: idOfPour,
    connected: () => uplink.connected,
    send,
    pause: parts.pause,
    onProblem: ({ pour: { pourId } }, error) => parts.onProblem({ kegId, doing: `send pour ${pourId}`, error }),
  })
  const keg: Keg = {
    siteId: undefined, intervalSec: FIRST_INTERVAL_SEC, tick, flush: courier.flush, retryNow: courier.retryNow, settle: courier.settle,
  }
  return keg

  function tick(nowMs: number): void {
    if (keg.siteId === undefined) return
    const open = parts.tapOpen()
    outbox.catchUp()
    if (!open) takePour(keg.siteId, nowMs)
    // A clock that was set back must not make it wait for the old time.
    const due = nowMs < measuredAtMs || nowMs >= measuredAtMs + (open ? POURING_MS : keg.intervalSec * 1_000)
    if (open !== pouring || due) sendTelemetry(keg.siteId, nowMs, open)
    pouring = open
    courier.tick(nowMs)
  }

  /** Turns what the meter counted beyond the last report into pours, each written down before it is sent. */
  function takePour(siteId: string, nowMs: number): void {
    while (meter.totaliserMl > outbox.state.reportedMl) {
      const { reportedMl } = outbox.state
      const volumeMl = Math.min(meter.totaliserMl - reportedMl, MAX_POUR_ML)
      const totaliserMl = reportedMl + volumeMl
      // Ids rise with the totaliser, so that a keg's pours sort by them.
      const pourId = `${String(totaliserMl).padStart(12, '0')}-${parts.newId()}`
      outbox.add({ siteId, pour: { v: 1, ...sequence.stamp(nowMs), pourId, volumeMl, totaliserMl } })
      sequence.used()
    }
  }

  function sendTelemetry(siteId: string, nowMs: number, open: boolean): void {
    measuredAtMs = nowMs
    if (!uplink.connected) return
    const { celsius, kilopascal, cooling } = gauges
    const payload = telemetry.encode({
      v: 1, ...sequence.stamp(nowMs), celsius: round(celsius), kilopascal: round(kilopascal), pouring: open, cooling,
    })
    sequence.used()
    uplink.publish(telemetry.topic.format({ siteId, kegId }), payload, 0).catch((error: unknown) =>
      parts.onProblem({ kegId, doing: 'send telemetry', error }))
  }

  async function send({ siteId, pour: poured }: PendingPour): Promise<void> {
    const topic = pour.topic.format({ siteId, kegId })
    const payload = pour.encode(poured)
    await uplink.publish(topic, payload, 1)
    if (parts.sendTwice()) {
      await uplink.publish(topic, payload, 1)
      outbox.duplicated()
    }
  }
}

const round = (value: number) => Math.round(value * 100) / 100
