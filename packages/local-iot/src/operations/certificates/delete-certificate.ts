import { operation } from '../operation.ts'
import { certificateState, deleteConflict } from '../../errors/service-exception.ts'
import { findCertificate } from './find-certificate.ts'

export const deleteCertificate = operation('DeleteCertificate', ({ certificateId, forceDelete }, { state }) => {
  const certificate = findCertificate(state, certificateId)
  const arn = state.arn(`cert/${certificate.certificateId}`)
  if (certificate.status === 'ACTIVE') {
    throw certificateState(`The certificate must be deactivated (not ACTIVE) before deletion. (id=${certificate.certificateId})`)
  }
  if (state.attachments.thingsOf(arn).size > 0) throw deleteConflict(`Things must be detached before deletion (arn=${arn})`)
  const policies = state.attachments.policiesOf(arn)
  if (policies.length > 0 && !forceDelete) throw deleteConflict(`Certificate policies must be detached before deletion (arn=${arn})`)
  for (const policyName of policies) state.attachments.detachPolicy(policyName, arn)
  state.certificates.delete(certificate.certificateId)
  state.permissionsChanged()
})
