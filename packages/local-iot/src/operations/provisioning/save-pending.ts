import type { CertificateMode } from '../../state/iot-state.ts'
import { saveCertificate } from '../certificates/save-certificate.ts'
import type { IotCore } from '../iot-core.ts'

/** Registers a certificate that nobody can use yet, and answers its id. */
export function savePending(
  { state, authority }: Pick<IotCore, 'state' | 'authority'>,
  certificatePem: string,
  issuer?: { readonly caCertificateId: string; readonly mode: CertificateMode },
): string {
  return saveCertificate(state, authority.read(certificatePem), { certificatePem, status: 'PENDING_ACTIVATION', ...issuer }).certificateId
}
