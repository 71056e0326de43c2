import { createCertificateProvider } from './create-certificate-provider.ts'
import { deleteCertificateProvider } from './delete-certificate-provider.ts'
import { describeCertificateProvider } from './describe-certificate-provider.ts'
import { listCertificateProviders } from './list-certificate-providers.ts'
import { updateCertificateProvider } from './update-certificate-provider.ts'

/** The operations on certificate providers, by AWS's name. */
export const certificateProviderOperations = {
  CreateCertificateProvider: createCertificateProvider,
  DeleteCertificateProvider: deleteCertificateProvider,
  DescribeCertificateProvider: describeCertificateProvider,
  ListCertificateProviders: listCertificateProviders,
  UpdateCertificateProvider: updateCertificateProvider,
} as const
