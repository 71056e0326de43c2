import { createHash } from 'node:crypto'
import type { AuthorizeRequest } from './authorize-request.ts'

const CODE_MS = 300_000

/** What a code stands for. */
export interface CodeGrant extends AuthorizeRequest {
  readonly username: string
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

  add(request: AuthorizeRequest, username: string): string {
    for (const [code, { expiresMs }] of this.#codes) if (expiresMs < this.#nowMs()) this.#codes.delete(code)
    const code = this.#newId()
    this.#codes.set(code, { ...request, username, expiresMs: this.#nowMs() + CODE_MS })
    return code
  }

  /** The code's grant, if the one who redeems it is the one who asked for it. */
  redeem(
    code: string, { clientId, redirectUri, verifier }: { clientId: string; redirectUri: string | null; verifier: string | null },
  ): CodeGrant | undefined {
    const grant = this.#codes.get(code)
    this.#codes.delete(code)
    if (grant === undefined || grant.expiresMs < this.#nowMs() || grant.client.id !== clientId || grant.redirectUri !== redirectUri)
      return undefined
    // [RFC 7636, 4.6]
    if (grant.codeChallenge !== undefined && challengeOf(verifier ?? '') !== grant.codeChallenge) return undefined
    return grant
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
