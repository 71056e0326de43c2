import 'reflect-metadata'
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 86_400_000
const VALID_DAYS = 397

/** What a gateway shows to the kegs of its site, and what they check it against. */
export interface ServerIdentity {
  readonly caFile: string
  readonly certificateFile: string
  readonly privateKeyFile: string
}

/** A CA of a site's own, and a certificate of it for a gateway on this machine. The CA's key is thrown away: it signs no other. */
export async function issueGatewayIdentity(siteId: string, dir: string): Promise<ServerIdentity> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const [authority, server] = [await newKeys(), await newKeys()]
  const dates = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + VALID_DAYS * DAY_MS) }
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: `CN=CA of ${siteId}`, keys: authority, signingAlgorithm: ALGORITHM, ...dates,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  }, crypto)
  const names = [{ type: 'dns', value: 'localhost' }, { type: 'ip', value: '127.0.0.1' }] as const
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '02', issuer: ca.subject, subject: 'CN=localhost', publicKey: server.publicKey, signingKey: authority.privateKey,
    signingAlgorithm: ALGORITHM, ...dates, extensions: [new SubjectAlternativeNameExtension([...names])],
  }, crypto)
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', server.privateKey)).toString('base64')
  const identity = { caFile: join(dir, 'site-ca.pem'), certificateFile: join(dir, 'server.pem'), privateKeyFile: join(dir, 'server.key') }
  await writeFile(identity.caFile, ca.toString('pem'))
  await writeFile(identity.certificateFile, certificate.toString('pem'))
  await writeFile(identity.privateKeyFile, `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`, { mode: 0o600 })
  return identity
}

const newKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
