import { LocalIotError } from '../../errors/local-iot-error.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { saveCertificate } from './save-certificate.ts'

// The same request again makes another certificate: API_CreateCertificateFromCsr.html
export const createCertificateFromCsr = operation('CreateCertificateFromCsr', async (input, { state, authority }) => {
  const certificatePem = await authority.issueFor(input.certificateSigningRequest).catch((error: unknown) => {
    throw error instanceof LocalIotError ? invalidRequest(error.message) : error
  })
  const saved = saveCertificate(state, authority.read(certificatePem), {
    certificatePem, status: input.setAsActive ? 'ACTIVE' : 'INACTIVE',
  })
  return { ...saved, certificatePem }
})
