import { operation } from '../operation.ts'
import { findTemplate } from './find-template.ts'

// Not among the account's certificates, and gone after five minutes: provision-wo-cert.html#trusted-user
export const createProvisioningClaim = operation('CreateProvisioningClaim', async (input, { state, authority, provisioning }) => {
  const { templateName } = findTemplate(state, input.templateName)
  const { certificatePem, publicKeyPem, privateKeyPem } = await authority.issue()
  const { certificateId, expiresAtMs } = provisioning.keepClaim(templateName, authority.read(certificatePem))
  return {
    certificateId, certificatePem, keyPair: { PublicKey: publicKeyPem, PrivateKey: privateKeyPem }, expiration: new Date(expiresAtMs),
  }
})
