import { operation } from '../operation.ts'
import { findCertificateProvider, providerArn } from './find-certificate-provider.ts'

export const describeCertificateProvider = operation('DescribeCertificateProvider', ({ certificateProviderName }, { state }) => {
  const {
    lambdaFunctionArn, accountDefaultForOperations, createdAtMs, modifiedAtMs,
  } = findCertificateProvider(state, certificateProviderName)
  return {
    certificateProviderName, certificateProviderArn: providerArn(state, certificateProviderName), lambdaFunctionArn,
    accountDefaultForOperations: [...accountDefaultForOperations],
    creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
  }
})
