import { alert, pour, reply, telemetry } from '@keg/message-schemas/keg'
import type { Clock } from '@keg/mqtt-broker'
import type { Line } from '@keg/uplink'
import type { Reactions } from './edge/reactions.ts'
import type { Forwarder } from './forward/forwarder.ts'
import type { LiveReadings } from './live.ts'
import type { Log } from './log/site-log.ts'
import type { Residency } from './residency/residency.ts'
import type { Kind, Spool, Spooled } from './spool/spool.ts'
import { MinuteSummaries } from './summaries/minute-summaries.ts'
import { SiteReadings } from './summaries/site-readings.ts'

/** What a {@link KegIntake} is made of. */
export interface IntakeParts {
  readonly siteId: string
  readonly gatewayId: string
  readonly residency: Residency
  readonly spool: Pick<Spool, 'keep'>
  readonly line: Pick<Line, 'state'>
  /** Publishes what is worth nothing later, where the line has room for it. */
  readonly publishNow: Forwarder['publishNow']
  readonly live: LiveReadings
  readonly clock: Clock
  /** A keg has answered a command. */
  readonly replied: (topic: string, payload: Uint8Array) => void
  /** Runs the rules of the edge. */
  readonly react: Reactions['look']
  readonly log: Log
}

const SUM_UP_EVERY_MS = 5_000
/** Who subscribes later has the site's last readings at once; those of a week ago nobody has, as the cloud's store. */
const KEPT_FOR_PAGES = { retain: true, expirySec: 7 * 86_400 } as const

/** Takes in what kegs say: what may leave the site goes into the spool, readings summed up, and the rules of the edge look at them. */
export class KegIntake {
  readonly #parts: IntakeParts
  readonly #summaries = new MinuteSummaries()
  readonly #siteReadings: SiteReadings
  #cancelSumUp: () => void = () => undefined

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#siteReadings = new SiteReadings(parts)
  }

  start(): void {
    this.#sumUp()
  }

  /** Sums up what was measured until now. */
  stop(): void {
    this.#cancelSumUp()
    this.#keepAll(this.#summaries.end(this.#parts.clock.nowMs()))
  }

  /** Ends when what came, and what it caused, is on the disk; `undefined` where there is nothing to wait for. */
  take(kegId: string, topic: string, sent: Uint8Array): Promise<void> | undefined {
    const { residency, replied } = this.#parts
    const kind = kindOf(topic)
    if (kind === undefined) return undefined
    let leaving: Uint8Array | undefined
    try {
      leaving = residency.arriving(kegId, topic, sent)
    } catch (error) {
      return Promise.reject(error)
    }
    if (kind === 'reply' && leaving !== undefined) replied(topic, leaving)
    if (kind === 'telemetry') return this.#measured(kegId, topic, sent, leaving)
    return leaving === undefined ? Promise.resolve() : this.#spool(kind, kegId, topic, leaving)
  }

  /** Keeps what this gateway says of a keg, where it may leave. */
  keep(kind: Kind, kegId: string, topic: string, payload: Uint8Array): Promise<void> {
    const leaving = this.#parts.residency.leaving(topic, payload)
    return leaving === undefined ? Promise.resolve() : this.#spool(kind, kegId, topic, leaving)
  }

  #measured(kegId: string, topic: string, sent: Uint8Array, payload: Uint8Array | undefined): Promise<void> | undefined {
    const { publishNow, clock, live, react, log } = this.#parts
    // Whatever stays at the site, warm beer is not to be poured.
    if (payload === undefined) return react(kegId, topic, sent, { tellsValue: false })
    const nowMs = clock.nowMs()
    this.#keepAll(this.#summaries.take({ kind: 'telemetry', kegId, topic, payload, takenAtMs: nowMs }, nowMs))
    this.#siteReadings.take(kegId, payload, nowMs)
    if (live.takes(kegId)) {
      publishNow(topic, payload).catch((error: unknown) =>
        log(`${kegId}: a reading was not sent: ${String(error)}`, `reading not sent ${kegId}`))
    }
    return react(kegId, topic, payload)
  }

  #spool(kind: Kind, kegId: string, topic: string, payload: Uint8Array): Promise<void> {
    const { spool, clock } = this.#parts
    return spool.keep({ kind, kegId, topic, payload, takenAtMs: clock.nowMs() })
  }

  /** Nobody waits for these: telemetry is QoS 0. */
  #keepAll(messages: readonly Spooled[]): void {
    const { log } = this.#parts
    for (const { kind, kegId, topic, payload } of messages) {
      this.keep(kind, kegId, topic, payload).catch((error: unknown) =>
        log(`${kegId}: a ${kind} was not kept: ${String(error)}`, `${kind} not kept ${kegId}`))
    }
  }

  /** Closes the minutes of kegs that fell silent, and tells how the site is. */
  #sumUp(): void {
    const { clock, line, publishNow, residency, log } = this.#parts
    this.#keepAll(this.#summaries.due(clock.nowMs()))
    for (const { topic, payload } of line.state === 'connected' ? this.#siteReadings.due(clock.nowMs()) : []) {
      const leaving = residency.leaving(topic, payload)
      if (leaving !== undefined)
        publishNow(topic, leaving, KEPT_FOR_PAGES).catch((error: unknown) => log(`The site's readings were not sent: ${String(error)}`))
    }
    this.#cancelSumUp = clock.after(SUM_UP_EVERY_MS, () => this.#sumUp())
  }
}

/** What a keg's message is to the gateway; `undefined` = none of its kinds. */
function kindOf(topic: string): Exclude<Kind, 'reported' | 'summary'> | undefined {
  if (pour.topic.parse(topic)) return 'pour'
  if (alert.topic.parse(topic)) return 'alert'
  if (reply.topic.parse(topic)) return 'reply'
  return telemetry.topic.parse(topic) ? 'telemetry' : undefined
}
