/** How a list differs from the one before. */
export interface KegChanges {
  readonly newKegIds: readonly string[]
  readonly goneKegIds: readonly string[]
  readonly goneCertificateIds: ReadonlySet<string>
}

/** The kegs that are let in, by the fingerprint of their certificate: one may have two, while it changes from one to the other. */
export class KegList {
  #kegs: ReadonlyMap<string, string>
  /** Why the last list that was offered was not taken; absent = it was. */
  problem: string | undefined

  constructor(kegs: ReadonlyMap<string, string>) {
    this.#kegs = kegs
  }

  get kegIds(): ReadonlySet<string> {
    return new Set(this.#kegs.values())
  }

  /** The keg of a certificate. */
  kegOf(certificateId: string): string | undefined {
    return this.#kegs.get(certificateId)
  }

  /** Takes another list; answers which kegs are new, which are gone, and which certificates are no longer those of their kegs. */
  replace(kegs: ReadonlyMap<string, string>): KegChanges {
    const before = this.#kegs
    const known = this.kegIds
    this.#kegs = kegs
    this.problem = undefined
    return {
      newKegIds: [...this.kegIds].filter((kegId) => !known.has(kegId)),
      goneKegIds: [...known].filter((kegId) => !this.kegIds.has(kegId)),
      goneCertificateIds: new Set(
        [...before].flatMap(([certificateId, kegId]) => (kegs.get(certificateId) === kegId ? [] : [certificateId])),
      ),
    }
  }
}
