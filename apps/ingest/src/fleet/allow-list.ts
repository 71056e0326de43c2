/** A serial number that may come: by whom it was listed, and how far it has come. */
export interface ListedKeg {
  readonly serial: string
  readonly siteId: string
  readonly batch: string
  /** The claim of its batch, by which alone it comes; absent = by none. */
  readonly claimCertificateId?: string | undefined
  readonly state: 'listed' | 'claimed' | 'blocked'
  /** Since when it has a certificate, in epoch milliseconds; absent = it has none. */
  readonly claimedAtMs?: number | undefined
  /** Its newest one. */
  readonly certificateId?: string | undefined
}

/** The list of serial numbers that may come. */
export interface AllowList {
  /** `undefined` = it is not listed. */
  find(serial: string): Promise<ListedKeg | undefined>
  /** Notes a claim. `false`: the entry is not as it was read, since somebody else has claimed or blocked it. */
  claim(before: ListedKeg, claimed: { readonly certificateId: string; readonly atMs: number }): Promise<boolean>
}
