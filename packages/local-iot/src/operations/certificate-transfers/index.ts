import { acceptCertificateTransfer } from './accept-certificate-transfer.ts'
import { cancelCertificateTransfer } from './cancel-certificate-transfer.ts'
import { listOutgoingCertificates } from './list-outgoing-certificates.ts'
import { rejectCertificateTransfer } from './reject-certificate-transfer.ts'
import { transferCertificate } from './transfer-certificate.ts'

/** The operations that bring a certificate to another account, by AWS's name. */
export const certificateTransferOperations = {
  AcceptCertificateTransfer: acceptCertificateTransfer,
  CancelCertificateTransfer: cancelCertificateTransfer,
  ListOutgoingCertificates: listOutgoingCertificates,
  RejectCertificateTransfer: rejectCertificateTransfer,
  TransferCertificate: transferCertificate,
} as const
