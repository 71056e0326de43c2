import { operation } from '../operation.ts'
import { readCertificate } from './read-certificate.ts'
import { registeredStatus } from './registered-status.ts'
import { saveCertificate } from './save-certificate.ts'

export const registerCertificateWithoutCA = operation('RegisterCertificateWithoutCA', ({ certificatePem, status }, core) =>
  saveCertificate(core.state, readCertificate(core, certificatePem), {
    certificatePem, status: registeredStatus(status), mode: 'SNI_ONLY',
  }),
)
