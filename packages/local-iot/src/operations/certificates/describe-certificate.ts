import type { CertificateTransfer } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { findCertificate } from './find-certificate.ts'

export const describeCertificate = operation('DescribeCertificate', ({ certificateId }, { state }) => {
  const certificate = findCertificate(state, certificateId)
  return {
    certificateDescription: {
      certificateArn: state.arn(`cert/${certificate.certificateId}`),
      certificateId: certificate.certificateId,
      caCertificateId: certificate.caCertificateId,
      status: certificate.status,
      certificatePem: certificate.certificatePem,
      ownedBy: certificate.ownedBy ?? state.accountId,
      previousOwnedBy: certificate.previousOwnedBy,
      creationDate: new Date(certificate.createdAtMs),
      lastModifiedDate: new Date(certificate.modifiedAtMs),
      customerVersion: 1,
      generationId: certificate.generationId,
      validity: { notBefore: new Date(certificate.notBeforeMs), notAfter: new Date(certificate.notAfterMs) },
      certificateMode: certificate.mode ?? 'DEFAULT',
      transferData: certificate.transfer && transferData(certificate.transfer),
    },
  }
})

const transferData = ({ message, rejectReason, transferredAtMs, acceptedAtMs, rejectedAtMs }: CertificateTransfer) => ({
  transferMessage: message, rejectReason, transferDate: new Date(transferredAtMs), acceptDate: date(acceptedAtMs),
  rejectDate: date(rejectedAtMs),
})

const date = (atMs: number | undefined) => (atMs === undefined ? undefined : new Date(atMs))
