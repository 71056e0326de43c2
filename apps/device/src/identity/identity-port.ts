/** A certificate that AWS IoT has issued, not yet anybody's. */
export interface IssuedCertificate {
  readonly certificateId: string
  readonly certificatePem: string
  /** Proves, for an hour, that the certificate was issued to who asks to be provisioned with it. */
  readonly ownershipToken: string
}

/** Provisioning over one connection. What AWS refuses rejects with a DeviceError `REFUSED`, in its words. */
export interface IdentityPort {
  /** Has a certificate issued for a signing request, in PEM. */
  createFromCsr(request: string): Promise<IssuedCertificate>
  /** Provisions by a template; answers the thing's name. */
  register(template: string, ownershipToken: string, parameters: Readonly<Record<string, string>>): Promise<string | undefined>
  close(): void
}
