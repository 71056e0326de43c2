import 'reflect-metadata'
import {
  BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension,
  SubjectAlternativeNameExtension, X509CertificateGenerator,
} from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 86_400_000
const { subtle } = crypto

/** A key and a certificate for `localhost`, and the authority that signed it. */
export async function localhostCertificate(): Promise<{ ca: string; cert: string; key: string }> {
  const newKeys = () => subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const validity = { signingAlgorithm: ALGORITHM, notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) }
  const [authorityKeys, keys] = await Promise.all([newKeys(), newKeys()])
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity, name: 'CN=Keg test CA', keys: authorityKeys,
    extensions: [new BasicConstraintsExtension(true, undefined, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
  })
  const leaf = await X509CertificateGenerator.create({
    ...validity, subject: 'CN=localhost', issuer: authority.subject, signingKey: authorityKeys.privateKey, publicKey: keys.publicKey,
    extensions: [
      new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
    ],
  })
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    ca: authority.toString('pem'), cert: leaf.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
  }
}
