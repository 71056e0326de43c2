import type { Certificate, IotState } from '../../state/iot-state.ts'
import type { CertificateContent } from '../iot-core.ts'
import { alreadyExists } from '../../errors/service-exception.ts'

/** Puts a certificate into the registry and answers its id and ARN. Throws where it is there already. */
export function saveCertificate(
  state: IotState,
  { fingerprint, notBeforeMs, notAfterMs, serialNumber, subject, issuer }: CertificateContent,
  certificate: Pick<Certificate, 'certificatePem' | 'status' | 'caCertificateId' | 'mode'>,
): { certificateId: string; certificateArn: string } {
  const certificateArn = state.arn(`cert/${fingerprint}`)
  if (state.certificates.has(fingerprint)) {
    throw alreadyExists('The certificate is already provisioned or registered', { resourceId: fingerprint, resourceArn: certificateArn })
  }
  const nowMs = state.clock.nowMs()
  state.certificates.set(fingerprint, {
    certificateId: fingerprint, generationId: state.newId(), ...certificate, createdAtMs: nowMs, modifiedAtMs: nowMs, notBeforeMs,
    notAfterMs, names: { certificateId: fingerprint, serialNumber, subject, issuer },
  })
  return { certificateId: fingerprint, certificateArn }
}
