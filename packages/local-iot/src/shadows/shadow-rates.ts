import { Digest, RateWindow, type BrokerLog, type Clock, type QuotaMode } from '@keg/mqtt-broker'

/** AWS's quota of requests a second for the shadows of one thing. */
const REQUESTS_PER_SEC = 20
/** Things whose rate is remembered; past it all begin anew. */
const MAX_THINGS = 10_000

interface Counted {
  readonly window: RateWindow
  readonly exceeded: Digest<[]>
}

/** Holds the requests for the shadows of each thing against their rate. */
export class ShadowRates {
  readonly #mode: QuotaMode
  readonly #clock: Clock
  readonly #log: BrokerLog
  readonly #things = new Map<string, Counted>()

  constructor(mode: QuotaMode, clock: Clock, log: BrokerLog) {
    this.#mode = mode
    this.#clock = clock
    this.#log = log
  }

  /** Counts a request; whether it may be served. */
  take(thingName: string): boolean {
    if (this.#mode === 'off') return true
    const { window, exceeded } = this.#of(thingName)
    if (window.take(this.#clock.nowMs())) return true
    exceeded.add()
    return this.#mode !== 'enforce'
  }

  #of(thingName: string): Counted {
    const known = this.#things.get(thingName)
    if (known !== undefined) return known
    if (this.#things.size >= MAX_THINGS) this.#things.clear()
    const exceeded = new Digest<[]>(() => this.#clock.nowMs(), (count) => {
      const message = `The shadows of ${thingName} get more than ${REQUESTS_PER_SEC} requests a second.`
      this.#log({ level: 'warn', event: 'quota-exceeded', count, message })
    })
    const counted = { window: new RateWindow(REQUESTS_PER_SEC), exceeded }
    this.#things.set(thingName, counted)
    return counted
  }
}
