interface Share {
  readonly rows: number
  readonly bytes: number
}

/** How much is kept of each keg, and of all. */
export class KegShares {
  readonly #kegs = new Map<string, Share>()
  rows = 0
  bytes = 0

  add(kegId: string, rows: number, bytes: number): void {
    const share = this.#kegs.get(kegId) ?? { rows: 0, bytes: 0 }
    const after = { rows: share.rows + rows, bytes: share.bytes + bytes }
    if (after.rows > 0) this.#kegs.set(kegId, after)
    else this.#kegs.delete(kegId)
    this.rows += rows
    this.bytes += bytes
  }

  /** The keg that has most and at least one row, where one of them is about to have more. */
  largest(adding: string, bytes: number): string {
    const amount = (kegId: string) => (this.#kegs.get(kegId)?.bytes ?? 0) + (kegId === adding ? bytes : 0)
    return [...this.#kegs.keys()].reduce((most, kegId) => (amount(kegId) > amount(most) ? kegId : most))
  }
}
