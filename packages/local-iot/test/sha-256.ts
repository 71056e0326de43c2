import { createHash, createHmac } from 'node:crypto'

/** SHA-256 and its HMAC as `@smithy/signature-v4` asks for them. */
export class Sha256 {
  readonly #key: Uint8Array | undefined
  readonly #chunks: Uint8Array[] = []
  constructor(key?: Uint8Array | string) {
    this.#key = key === undefined ? undefined : Buffer.from(key)
  }
  update(chunk: Uint8Array | string): void {
    this.#chunks.push(Buffer.from(chunk))
  }
  async digest(): Promise<Uint8Array> {
    const data = Buffer.concat(this.#chunks)
    if (this.#key === undefined) return createHash('sha256').update(data).digest()
    return createHmac('sha256', this.#key).update(data).digest()
  }
}
