import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const { subtle } = globalThis.crypto
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 86_400_000

export interface OwnCertificate {
  readonly certificate: x509.X509Certificate
  readonly pem: string
  readonly keyPem: string
  readonly keys: webcrypto.CryptoKeyPair
}

/** A certificate as a company's own PKI makes them: signed by `issuer`, else by itself. */
export async function ownCertificate(
  subject: string, { issuer, isCa = false, validDays = 10 }: { issuer?: OwnCertificate; isCa?: boolean; validDays?: number } = {},
): Promise<OwnCertificate> {
  const keys = await subtle.generateKey(EC, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject, issuer: issuer?.certificate.subject ?? subject, publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey, signingAlgorithm: EC, notBefore: new Date(Date.now() - 20 * DAY_MS),
    notAfter: new Date(Date.now() + validDays * DAY_MS), extensions: [new x509.BasicConstraintsExtension(isCa, undefined, true)],
  })
  const keyPem = x509.PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { certificate, pem: certificate.toString('pem'), keyPem, keys }
}

/** A certificate signing request, and the key that it is for. */
export async function signingRequest(
  subject: string, algorithm: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams = EC,
): Promise<{ pem: string; keyPem: string }> {
  const keys = (await subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: subject, keys, signingAlgorithm: { ...algorithm, hash: 'SHA-256' },
  })
  return { pem: request.toString('pem'), keyPem: x509.PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY') }
}

/** What the issuer makes of a certificate signing request, PEM. */
export async function signed(requestPem: string, issuer: OwnCertificate): Promise<string> {
  const { subject, publicKey } = new x509.Pkcs10CertificateRequest(requestPem)
  const certificate = await x509.X509CertificateGenerator.create({
    subject, publicKey, issuer: issuer.certificate.subject, signingKey: issuer.keys.privateKey, signingAlgorithm: EC,
    notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS),
  })
  return certificate.toString('pem')
}
