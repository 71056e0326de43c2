import type { CaCertificate } from '../../state/iot-state.ts'
import type { IotCore } from '../iot-core.ts'
import { operation } from '../operation.ts'
import { certificateState, ServiceException } from '../../errors/service-exception.ts'
import { certificateInvalid, readCertificate } from './read-certificate.ts'
import { registeredStatus } from './registered-status.ts'
import { saveCertificate } from './save-certificate.ts'

export const registerCertificate = operation('RegisterCertificate', ({ certificatePem, caCertificatePem, setAsActive, status }, core) => {
  const { content, ...certificate } = signedCertificate(core, certificatePem, caCertificatePem)
  return saveCertificate(core.state, content, { ...certificate, status: registeredStatus(status, setAsActive) })
})

/** A certificate that a registered, active CA has signed. Throws where none has. */
export function signedCertificate(
  core: Pick<IotCore, 'authority' | 'state'>, certificatePem: string, caCertificatePem: string | undefined,
) {
  const content = readCertificate(core, certificatePem)
  const { certificateId: caCertificateId, mode, status } = issuerOf(core, certificatePem, caCertificatePem)
  if (status !== 'ACTIVE') throw certificateState(`The CA certificate is not active. (id=${caCertificateId})`)
  return { content, certificatePem, caCertificateId, mode }
}

/** The registered CA that signed the certificate: the one given, else the only one that could have. */
function issuerOf(core: Pick<IotCore, 'authority' | 'state'>, certificatePem: string, caCertificatePem: string | undefined): CaCertificate {
  const given = caCertificatePem === undefined ? undefined : readCertificate(core, caCertificatePem).fingerprint
  const [issuer, another] = [...core.state.caCertificates.values()].filter(
    (ca) => (given === undefined || ca.certificateId === given) && core.authority.isIssuedBy(certificatePem, ca.certificatePem),
  )
  if (issuer === undefined) throw certificateInvalid('No registered CA certificate has signed the certificate')
  if (another !== undefined) {
    const message = 'More than one registered CA certificate has this subject and key: name the one that signed the certificate'
    throw new ServiceException('CertificateConflictException', 409, message)
  }
  return issuer
}
