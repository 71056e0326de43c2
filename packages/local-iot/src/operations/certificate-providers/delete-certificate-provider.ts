import { operation } from '../operation.ts'
import { findCertificateProvider, providerArn } from './find-certificate-provider.ts'

export const deleteCertificateProvider = operation('DeleteCertificateProvider', ({ certificateProviderName }, { state }) => {
  findCertificateProvider(state, certificateProviderName)
  state.certificateProviders.delete(certificateProviderName)
  state.tags.delete(providerArn(state, certificateProviderName))
  return {}
})
