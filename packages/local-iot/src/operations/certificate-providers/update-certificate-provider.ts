import { operation } from '../operation.ts'
import { checkFunctionArn, findCertificateProvider, providerArn } from './find-certificate-provider.ts'

// What is left out stays.
export const updateCertificateProvider = operation('UpdateCertificateProvider', (input, { state }) => {
  const { certificateProviderName } = input
  const known = findCertificateProvider(state, certificateProviderName)
  const { lambdaFunctionArn = known.lambdaFunctionArn, accountDefaultForOperations = known.accountDefaultForOperations } = input
  checkFunctionArn(lambdaFunctionArn)
  state.certificateProviders.set(certificateProviderName, {
    ...known, lambdaFunctionArn, accountDefaultForOperations, modifiedAtMs: state.clock.nowMs(),
  })
  return { certificateProviderName, certificateProviderArn: providerArn(state, certificateProviderName) }
})
