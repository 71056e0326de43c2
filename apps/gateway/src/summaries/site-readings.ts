import { MAX_SITE_KEGS, siteSummary, telemetry, type SiteSummary } from '@keg/message-schemas/keg'

/** How often the cloud hears of the site. */
const EVERY_MS = 60_000
/** How long the first reading waits for those of other kegs. */
const GATHER_MS = 1_000

/**
 * The last reading of each keg since the cloud heard of it, for pages that look at the site: one message for all of them. Nothing is kept
 * here for later; the broker keeps the last one.
 */
export class SiteReadings {
  readonly #topic: string
  readonly #gatewayId: string
  readonly #kegs = new Map<string, SiteSummary['kegs'][number]>()
  #waitingSinceMs: number | undefined
  #sentAtMs = -Infinity

  constructor({ siteId, gatewayId }: { readonly siteId: string; readonly gatewayId: string }) {
    this.#topic = siteSummary.topic.format({ siteId })
    this.#gatewayId = gatewayId
  }

  take(kegId: string, payload: Uint8Array, nowMs: number): void {
    const reading = telemetry.decode(payload)
    if (!reading.ok) return
    const { v: _version, ...rest } = reading.value
    this.#kegs.set(kegId, { kegId, ...rest })
    this.#waitingSinceMs ??= nowMs
  }

  /** What is to be sent now: as a rule one message, none where it is not time. To be called every few seconds. */
  due(nowMs: number): readonly { readonly topic: string; readonly payload: Uint8Array }[] {
    if (this.#waitingSinceMs === undefined) return []
    // A clock that was set back must not keep it waiting for the old time.
    const waits = nowMs - this.#waitingSinceMs < GATHER_MS && nowMs >= this.#waitingSinceMs
    if (waits || (nowMs - this.#sentAtMs < EVERY_MS && nowMs >= this.#sentAtMs)) return []
    const kegs = [...this.#kegs.values()]
    this.#kegs.clear()
    this.#waitingSinceMs = undefined
    this.#sentAtMs = nowMs
    return Array.from({ length: Math.ceil(kegs.length / MAX_SITE_KEGS) }, (_, index) => ({
      topic: this.#topic,
      payload: siteSummary.encode({
        v: 1, gatewayId: this.#gatewayId, takenAtMs: Math.max(0, nowMs),
        kegs: kegs.slice(index * MAX_SITE_KEGS, (index + 1) * MAX_SITE_KEGS),
      }),
    }))
  }
}
