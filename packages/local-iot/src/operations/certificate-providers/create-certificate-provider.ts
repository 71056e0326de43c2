import { alreadyExists, limitExceeded } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkFunctionArn, providerArn } from './find-certificate-provider.ts'

export const createCertificateProvider = operation('CreateCertificateProvider', (input, { state }) => {
  const { certificateProviderName, lambdaFunctionArn, accountDefaultForOperations, tags } = input
  const certificateProviderArn = providerArn(state, certificateProviderName)
  checkFunctionArn(lambdaFunctionArn)
  if (state.certificateProviders.has(certificateProviderName)) {
    throw alreadyExists(`Certificate provider already exists: ${certificateProviderName}`, {
      resourceId: certificateProviderName, resourceArn: certificateProviderArn,
    })
  }
  // "You can only create one certificate provider per AWS account": provisioning-cert-provider.html
  const [known] = state.certificateProviders.keys()
  if (known !== undefined) throw limitExceeded(`An account can have one certificate provider, and this one has ${known}.`)
  tagCreated(state, certificateProviderArn, tags)
  const nowMs = state.clock.nowMs()
  state.certificateProviders.set(certificateProviderName, {
    certificateProviderName, lambdaFunctionArn, accountDefaultForOperations, createdAtMs: nowMs, modifiedAtMs: nowMs,
  })
  return { certificateProviderName, certificateProviderArn }
})
