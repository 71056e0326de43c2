import { operation } from '../operation.ts'

export const createKeysAndCertificate = operation('CreateKeysAndCertificate', async ({ setAsActive }, { state, authority }) => {
  const { certificatePem, publicKeyPem, privateKeyPem } = await authority.issue()
  const { fingerprint, notBeforeMs, notAfterMs, serialNumber, subject, issuer } = authority.read(certificatePem)
  const nowMs = state.clock.nowMs()
  state.certificates.set(fingerprint, {
    certificateId: fingerprint,
    certificatePem,
    status: setAsActive ? 'ACTIVE' : 'INACTIVE',
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
    notBeforeMs,
    notAfterMs,
    names: { certificateId: fingerprint, serialNumber, subject, issuer },
  })
  return {
    certificateArn: state.arn(`cert/${fingerprint}`),
    certificateId: fingerprint,
    certificatePem,
    keyPair: { PublicKey: publicKeyPem, PrivateKey: privateKeyPem },
  }
})
