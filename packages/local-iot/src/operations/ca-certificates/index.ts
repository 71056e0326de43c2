import { deleteCACertificate } from './delete-ca-certificate.ts'
import { deleteRegistrationCode } from './delete-registration-code.ts'
import { describeCACertificate } from './describe-ca-certificate.ts'
import { getRegistrationCode } from './get-registration-code.ts'
import { listCACertificates } from './list-ca-certificates.ts'
import { listCertificatesByCA } from './list-certificates-by-ca.ts'
import { registerCACertificate } from './register-ca-certificate.ts'
import { updateCACertificate } from './update-ca-certificate.ts'

/** The operations on CA certificates, by AWS's name. */
export const caCertificateOperations = {
  DeleteCACertificate: deleteCACertificate,
  DeleteRegistrationCode: deleteRegistrationCode,
  DescribeCACertificate: describeCACertificate,
  GetRegistrationCode: getRegistrationCode,
  ListCACertificates: listCACertificates,
  ListCertificatesByCA: listCertificatesByCA,
  RegisterCACertificate: registerCACertificate,
  UpdateCACertificate: updateCACertificate,
} as const
