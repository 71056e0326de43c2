import type { CertificateFiles } from '../identity/identity-files.ts'
import type { IdentityPort } from '../identity/identity-port.ts'
import type { JobsPort } from '../jobs/jobs-port.ts'
import type { Transport } from '../program.ts'

/** A keg's connection, with what is spoken over it besides the program's own. */
export interface DeviceTransport extends Transport {
  /** Absent where nothing can be subscribed to: then there are no jobs. */
  readonly jobs?: JobsPort
  /** Absent where the keg does not connect by a certificate: then there is none to renew. */
  readonly identity?: IdentityPort
}

/** Prepares a new connection, by a certificate that is not the keg's own where one is named. */
export type Connect = (files?: CertificateFiles) => DeviceTransport
