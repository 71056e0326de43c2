import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A certificate signing request in PEM: `CN=` the name, signed by an EC P-256 key in PEM, which it does not hold. */
export async function signingRequest(commonName: string, keyPem: string): Promise<string> {
  // Loaded once a keg asks for a certificate, which most starts do not.
  await import('reflect-metadata')
  const { Pkcs10CertificateRequestGenerator } = await import('@peculiar/x509')
  const key = createPrivateKey(keyPem)
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const [privateKey, publicKey] = await Promise.all([
    webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']),
    webcrypto.subtle.importKey('spki', spki, ALGORITHM, true, ['verify']),
  ])
  const request = await Pkcs10CertificateRequestGenerator.create({
    // As a structure: a name with a comma in it is one name.
    name: [{ CN: [commonName] }], keys: { privateKey, publicKey }, signingAlgorithm: ALGORITHM,
  })
  return request.toString('pem')
}
