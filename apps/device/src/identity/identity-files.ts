/** Where a certificate and its key are. */
export interface CertificateFiles {
  readonly certificateFile: string
  readonly privateKeyFile: string
}

/** A keg's own certificate and key, and those that are to come after them. Keys are made here and never leave. */
export interface IdentityFiles {
  readonly own: CertificateFiles
  /** Those to come: beside its own, with `.next` at the end. */
  readonly next: CertificateFiles
  /** Whether the keg has a certificate of its own. */
  readonly hasOwn: boolean
  /** Whether a certificate to come has been written. */
  readonly hasNext: boolean
  /** The key to come, in PEM; made where there is none, and on the disk before it is answered. */
  nextKey(): string
  /** Writes the certificate to come. */
  writeNext(certificatePem: string): void
  /** Makes those to come the keg's own; where it was cut, called again it goes on. */
  adopt(): void
  /** Forgets those to come. */
  discard(): void
}
