import { createKeysAndCertificate } from './create-keys-and-certificate.ts'
import { deleteCertificate } from './delete-certificate.ts'
import { describeCertificate } from './describe-certificate.ts'
import { updateCertificate } from './update-certificate.ts'

/** The operations on certificates, by AWS's name. */
export const certificateOperations = {
  CreateKeysAndCertificate: createKeysAndCertificate,
  DeleteCertificate: deleteCertificate,
  DescribeCertificate: describeCertificate,
  UpdateCertificate: updateCertificate,
} as const
