import { certificateState, ServiceException } from '../../errors/service-exception.ts'
import { findCertificate } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'

export const transferCertificate = operation('TransferCertificate', ({ certificateId, targetAwsAccount, transferMessage }, { state }) => {
  const certificate = findCertificate(state, certificateId)
  const { certificateId: id, status } = certificate
  if (status !== 'INACTIVE') throw certificateState(`A certificate must be INACTIVE to be transferred, not ${status}. (id=${id})`)
  if (state.attachments.policiesOf(state.arn(`cert/${id}`)).length > 0)
    throw new ServiceException('TransferConflictException', 409, `Certificate policies must be detached before a transfer. (id=${id})`)
  const nowMs = state.clock.nowMs()
  state.certificates.set(id, {
    ...certificate, status: 'PENDING_TRANSFER', modifiedAtMs: nowMs,
    transfer: { to: targetAwsAccount, message: transferMessage, transferredAtMs: nowMs },
  })
  return { transferredCertificateArn: `arn:aws:iot:${state.region}:${targetAwsAccount}:cert/${id}` }
})
