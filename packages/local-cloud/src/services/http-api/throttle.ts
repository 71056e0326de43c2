/** How many requests a route takes: `rate` a second, and `burst` at once. */
export interface ThrottleSettings {
  readonly rate: number
  readonly burst: number
}

/**
 * A bucket of tokens for each route: a request takes one, and the bucket fills at the rate, to the burst.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export class Throttle {
  readonly #buckets = new Map<string, { tokens: number; atMs: number }>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** Whether the route takes another request now, which counts as taken then. */
  takes(routeKey: string, { rate, burst }: ThrottleSettings): boolean {
    const nowMs = this.#nowMs()
    const { tokens, atMs } = this.#buckets.get(routeKey) ?? { tokens: burst, atMs: nowMs }
    const filled = Math.min(burst, tokens + ((nowMs - atMs) / 1000) * rate)
    const taken = filled >= 1
    this.#buckets.set(routeKey, { tokens: taken ? filled - 1 : filled, atMs: nowMs })
    return taken
  }
}
