import { operation } from '../operation.ts'
import { findCaCertificate } from './find-ca-certificate.ts'

export const describeCACertificate = operation('DescribeCACertificate', ({ certificateId }, { state }) => {
  const certificate = findCaCertificate(state, certificateId)
  return {
    certificateDescription: {
      certificateArn: state.arn(`cacert/${certificate.certificateId}`),
      certificateId: certificate.certificateId,
      status: certificate.status,
      certificatePem: certificate.certificatePem,
      ownedBy: state.accountId,
      creationDate: new Date(certificate.createdAtMs),
      autoRegistrationStatus: certificate.autoRegistrationStatus,
      lastModifiedDate: new Date(certificate.modifiedAtMs),
      customerVersion: 1,
      generationId: certificate.generationId,
      validity: { notBefore: new Date(certificate.notBeforeMs), notAfter: new Date(certificate.notAfterMs) },
      certificateMode: certificate.mode,
    },
    registrationConfig: certificate.registrationConfig,
  }
})
