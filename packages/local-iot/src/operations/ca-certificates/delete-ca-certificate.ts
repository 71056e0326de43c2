import { operation } from '../operation.ts'
import { certificateState } from '../../errors/service-exception.ts'
import { findCaCertificate } from './find-ca-certificate.ts'

// Certificates that it signed stay registered.
export const deleteCACertificate = operation('DeleteCACertificate', ({ certificateId }, { state }) => {
  const certificate = findCaCertificate(state, certificateId)
  if (certificate.status === 'ACTIVE') {
    throw certificateState(`The CA certificate must be deactivated (not ACTIVE) before deletion. (id=${certificate.certificateId})`)
  }
  state.caCertificates.delete(certificate.certificateId)
  state.tags.delete(state.arn(`cacert/${certificate.certificateId}`))
  return {}
})
