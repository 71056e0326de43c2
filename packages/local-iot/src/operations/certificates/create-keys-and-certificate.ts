import { operation } from '../operation.ts'
import { saveCertificate } from './save-certificate.ts'

export const createKeysAndCertificate = operation('CreateKeysAndCertificate', async ({ setAsActive }, { state, authority }) => {
  const { certificatePem, publicKeyPem, privateKeyPem } = await authority.issue()
  const saved = saveCertificate(state, authority.read(certificatePem), { certificatePem, status: setAsActive ? 'ACTIVE' : 'INACTIVE' })
  return { ...saved, certificatePem, keyPair: { PublicKey: publicKeyPem, PrivateKey: privateKeyPem } }
})
