import { ServiceException } from '@keg/aws-service'
import { isDeepStrictEqual } from 'node:util'

const WINDOW_MS = 10 * 60_000

/**
 * Transactions that succeeded, by their `ClientRequestToken`, for ten minutes.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems-idempotency
 */
export class CompletedRequests {
  readonly #completed = new Map<string, { readonly items: unknown; readonly untilMs: number }>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** Whether the same request has succeeded already. Throws `ServiceException` where another one has, under its token. */
  has(token: string, items: unknown): boolean {
    const found = this.#completed.get(token)
    if (found === undefined || found.untilMs <= this.#nowMs()) return false
    if (isDeepStrictEqual(found.items, items)) return true
    throw new ServiceException(
      'IdempotentParameterMismatchException', 400, 'The provided client token was already used with other parameters',
    )
  }

  add(token: string, items: unknown): void {
    const nowMs = this.#nowMs()
    // The oldest come first.
    for (const [known, { untilMs }] of this.#completed) {
      if (untilMs > nowMs) break
      this.#completed.delete(known)
    }
    this.#completed.delete(token)
    this.#completed.set(token, { items, untilMs: nowMs + WINDOW_MS })
  }
}
