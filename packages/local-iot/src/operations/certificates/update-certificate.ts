import { ReasonCode } from '@keg/mqtt-broker'
import { operation } from '../operation.ts'
import { certificateState, invalidRequest } from '../../errors/service-exception.ts'
import { findCertificate } from './find-certificate.ts'

// PENDING_* and REGISTER_INACTIVE are states that AWS moves certificates through itself: API_UpdateCertificate.html
export const updateCertificate = operation('UpdateCertificate', ({ certificateId, newStatus }, { state, broker }) => {
  const certificate = findCertificate(state, certificateId)
  if (newStatus !== 'ACTIVE' && newStatus !== 'INACTIVE' && newStatus !== 'REVOKED') {
    throw invalidRequest(`Invalid status value ${newStatus}`)
  }
  if (certificate.status === 'REVOKED' && newStatus !== 'REVOKED') {
    throw certificateState(`A revoked certificate cannot be used again. (id=${certificate.certificateId})`)
  }
  if (certificate.status === 'PENDING_TRANSFER')
    throw certificateState(`The certificate is being transferred: accept, reject or cancel that. (id=${certificate.certificateId})`)
  state.certificates.set(certificate.certificateId, { ...certificate, status: newStatus, modifiedAtMs: state.clock.nowMs() })
  if (newStatus !== 'ACTIVE') {
    broker.disconnect(
      (info) => info.certificateId === certificate.certificateId,
      ReasonCode.notAuthorized, 'SERVER_INITIATED_DISCONNECT', `Certificate ${certificate.certificateId} is now ${newStatus}.`,
    )
  }
})
