import { createHash } from 'node:crypto'
import type { User, UserPool } from '../user-pool.ts'
import type { AuthorizeRequest } from './authorize-request.ts'

const CODE_MS = 300_000

/** What a code stands for. */
export interface CodeGrant extends AuthorizeRequest {
  /** Whom it is for: a name may be another person's by then. */
  readonly sub: string
  readonly expiresMs: number
}

/** Authorization codes: good once, for five minutes. */
export class AuthorizationCodes {
  readonly #codes = new Map<string, CodeGrant>()
  readonly #nowMs: () => number
  readonly #newId: () => string

  constructor(nowMs: () => number, newId: () => string) {
    this.#nowMs = nowMs
    this.#newId = newId
  }

  add(request: AuthorizeRequest, { attributes }: User): string {
    for (const [code, { expiresMs }] of this.#codes) if (expiresMs < this.#nowMs()) this.#codes.delete(code)
    const code = this.#newId()
    this.#codes.set(code, { ...request, sub: attributes['sub'] ?? '', expiresMs: this.#nowMs() + CODE_MS })
    return code
  }

  /** Ends the codes of a user that no app has redeemed yet. */
  endOf({ id }: UserPool, { attributes }: User): void {
    for (const [code, { pool, sub }] of this.#codes) if (pool.id === id && sub === attributes['sub']) this.#codes.delete(code)
  }

  /** The code's grant, if the one who redeems it is the one who asked for it. */
  redeem(
    code: string, { clientId, redirectUri, verifier }: { clientId: string; redirectUri: string | null; verifier: string | null },
  ): CodeGrant | undefined {
    const grant = this.#codes.get(code)
    this.#codes.delete(code)
    if (grant === undefined || grant.expiresMs < this.#nowMs() || grant.client.id !== clientId || grant.redirectUri !== redirectUri)
      return undefined
    // [RFC 7636, 4.6]; a verifier without a challenge is that of a code of another sign-in. [RFC 9700, 4.8.2]
    return isVerified(grant, verifier ?? '') ? grant : undefined
  }
}

/** An empty verifier is none. [RFC 6749, 3.2] */
function isVerified({ codeChallenge }: CodeGrant, verifier: string): boolean {
  return codeChallenge === undefined ? verifier === '' : challengeOf(verifier) === codeChallenge
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
