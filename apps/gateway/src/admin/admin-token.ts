import { createHash, timingSafeEqual } from 'node:crypto'

/** The token of who may command from the status page. It is compared by its digest, in a time that says nothing of it. */
export class AdminToken {
  readonly #digest: Buffer
  /** Names the token in the audit without giving it away. */
  readonly name: string

  constructor(token: string) {
    this.#digest = digestOf(token)
    this.name = `token ${this.#digest.toString('hex').slice(0, 8)}`
  }

  /** Whether an `Authorization` header carries it, as `Bearer …`. */
  isIn(authorization: string | undefined): boolean {
    const [, given] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? []
    return timingSafeEqual(digestOf(given ?? ''), this.#digest) && given !== undefined
  }
}

const digestOf = (token: string) => createHash('sha256').update(token).digest()
