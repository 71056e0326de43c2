import { gatewayStatus, type GatewayStatus } from '@keg/message-schemas/keg'
import type { Clock } from '@keg/mqtt-broker'
import type { Line } from '@keg/uplink'
import type { ForwarderStatus } from '../forward/forwarder.ts'
import type { Log } from '../log/site-log.ts'
import type { Residency } from '../residency/residency.ts'
import type { SpoolStatus } from '../spool/spool.ts'

/** What a report is made of. */
export interface ReportedNow {
  readonly spool: SpoolStatus
  readonly forwarder: Pick<ForwarderStatus, 'lastAcknowledgedAtMs'>
  /** What is wrong with the disk but for the spool; absent = nothing. */
  readonly problem?: string | undefined
}

/** What {@link CloudReports} take. */
export interface CloudReportsParts {
  readonly siteId: string
  readonly gatewayId: string
  readonly line: Pick<Line, 'state' | 'publish'>
  readonly clock: Clock
  readonly residency: Pick<Residency, 'mayLeave'>
  readonly now: () => ReportedNow
  readonly log: Log
}

/** How often it is looked whether there is something to tell. */
const LOOK_EVERY_MS = 5_000
/** Each report costs a message, a rule and its action: no two within this time, and one at least within that. */
const AT_MOST_EVERY_MS = 60_000
const AT_LEAST_EVERY_MS = 15 * 60_000
/** Two batches of a quiet site, and the time that one is booked in: what waits for longer is held up. */
const BEHIND_AFTER_MS = 180_000
const MAX_PROBLEM = 500

/** Tells the cloud how the gateway is, as {@link gatewayStatus} says when. Nothing is kept for later: the next report has it. */
export class CloudReports {
  readonly #parts: CloudReportsParts
  #sent: { readonly atMs: number; readonly kind: string | undefined } | undefined
  #cancel: () => void = () => undefined

  constructor(parts: CloudReportsParts) {
    this.#parts = parts
  }

  start(): void {
    this.#cancel = this.#parts.clock.after(LOOK_EVERY_MS, () => {
      this.#look()
      this.start()
    })
  }

  stop(): void {
    this.#cancel()
  }

  #look(): void {
    const { siteId, gatewayId, line, clock, residency, now, log } = this.#parts
    const topic = gatewayStatus.topic.format({ siteId, gatewayId })
    if (line.state !== 'connected' || !residency.mayLeave(topic)) return
    const nowMs = clock.nowMs()
    const report = reportOf(now(), nowMs)
    const kind = kindOf(report)
    if (!this.#isDue(kind, isBehind(report), nowMs)) return
    this.#sent = { atMs: nowMs, kind }
    line.publish(topic, gatewayStatus.encode(report), 1).catch((error: unknown) => {
      // In a minute, it is told again.
      this.#sent = { atMs: nowMs, kind: undefined }
      log(`The cloud was not told how this gateway is: ${String(error)}`)
    })
  }

  #isDue(kind: string, isLate: boolean, nowMs: number): boolean {
    if (this.#sent === undefined) return true
    const sinceMs = nowMs - this.#sent.atMs
    // A clock that was set back must not keep it waiting for the old time.
    if (sinceMs >= 0 && sinceMs < AT_MOST_EVERY_MS) return false
    return isLate || kind !== this.#sent.kind || sinceMs < 0 || sinceMs >= AT_LEAST_EVERY_MS
  }
}

function reportOf({ spool, forwarder, problem = spool.problem }: ReportedNow, nowMs: number): GatewayStatus {
  const { rows, bytes, maxBytes, oldestTakenAtMs, unsendable } = spool
  const { lastAcknowledgedAtMs: lastAckedAtMs } = forwarder
  const lost = (['shed', 'refused'] as const).flatMap((reason) =>
    Object.entries(spool[reason]).flatMap(([kind, count]) => (count > 0 ? [{ reason, kind, count }] : [])))
  return {
    v: 1, takenAtMs: Math.max(0, nowMs),
    backlog: {
      messages: Object.values(rows).reduce((sum, each) => sum + each, 0), bytes, maxBytes,
      ...(oldestTakenAtMs === undefined ? {} : { oldestTakenAtMs: Math.max(0, oldestTakenAtMs) }),
    },
    ...(lastAckedAtMs === undefined ? {} : { lastAckedAtMs: Math.max(0, lastAckedAtMs) }),
    dropped: [...lost, ...(unsendable.rows > 0 ? [{ reason: 'unsendable' as const, count: unsendable.rows }] : [])],
    ...(problem === undefined ? {} : { problem: problem.slice(0, MAX_PROBLEM) }),
  }
}

const isBehind = ({ takenAtMs, backlog: { oldestTakenAtMs = takenAtMs } }: GatewayStatus): boolean =>
  takenAtMs - oldestTakenAtMs >= BEHIND_AFTER_MS

/** What of a report is news where it is another: how much waits is another each time. */
const kindOf = (report: GatewayStatus): string =>
  JSON.stringify([isBehind(report), report.lastAckedAtMs !== undefined, report.dropped, report.problem])
