import { createPrivateKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { LocalIotError } from '../errors/local-iot-error.ts'
import type { CertificateAuthority, CertificateContent } from '../operations/iot-core.ts'
import type { Requester } from './certificate-requests.ts'
import type { DataDirectory } from './data-directory.ts'
import {
  basicConstraints, distinguishedName, keyUsage, serverAuthentication, signCertificate, subjectAlternativeNames, subjectOf,
  type CertificateParts,
} from './sign-certificate.ts'

const EC = { namedCurve: 'P-256' } as const
const DAY_MS = 86_400_000
/** Where AWS's own certificates end. */
const DEVICE_CERTIFICATE_END = new Date('2049-12-31T23:59:59Z')

export interface LocalCertificateAuthority extends CertificateAuthority {
  readonly certificatePem: string
  /** Key and certificate of a TLS server under these names (host names or addresses). */
  issueServer(names: readonly string[]): Promise<{ key: string; cert: string }>
}

/** The CA kept in the folder, or a new one; its key file can be read by its owner only. */
export async function openCertificateAuthority(directory: DataDirectory, nowMs: number): Promise<LocalCertificateAuthority> {
  const { certificate, signingKey } = await readAuthority(directory) ?? await createAuthority(directory, nowMs)
  const issuer = subjectOf(certificate)
  const issued = (parts: Pick<CertificateParts, 'subject' | 'publicKey' | 'notAfter' | 'extensions'>) =>
    signCertificate({ issuer, signingKey, notBefore: new Date(nowMs - DAY_MS), ...parts })
  const issueDevice = (requester: Requester) =>
    `${issued({ ...requester, notAfter: DEVICE_CERTIFICATE_END, extensions: [basicConstraints(false), keyUsage('digitalSignature')] })}\n`
  return {
    certificatePem: certificate.toString().trimEnd(),
    async issue() {
      const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
      const certificatePem = issueDevice({ subject: distinguishedName({ CN: 'AWS IoT Certificate' }), publicKey: publicKeyInfo(publicKey) })
      return {
        certificatePem,
        // A key is text in PEM.
        publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
        privateKeyPem: privateKey.export({ type: 'pkcs1', format: 'pem' }) as string,
      }
    },
    issueFor: async (requestPem) => issueDevice(await readRequest(requestPem)),
    checkRequest: async (requestPem) => void (await readRequest(requestPem)),
    read: readCertificate,
    isIssuedBy,
    async issueServer(names) {
      const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', EC)
      const cert = issued({
        subject: distinguishedName({ CN: names[0] ?? 'localhost' }),
        publicKey: publicKeyInfo(publicKey),
        // Clients refuse server certificates that last longer.
        notAfter: new Date(nowMs + 397 * DAY_MS),
        extensions: [subjectAlternativeNames(names), serverAuthentication()],
      })
      return { key: privateKeyPem(privateKey), cert }
    },
  }
}

interface Authority {
  readonly certificate: X509Certificate
  readonly signingKey: KeyObject
}

async function createAuthority(directory: DataDirectory, nowMs: number): Promise<Authority> {
  const { publicKey, privateKey: signingKey } = await promisify(generateKeyPair)('ec', EC)
  const name = distinguishedName({ CN: 'Keg local IoT CA', O: 'Keg' })
  const certificatePem = signCertificate({
    issuer: name, subject: name, publicKey: publicKeyInfo(publicKey), signingKey,
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + 3650 * DAY_MS),
    extensions: [basicConstraints(true), keyUsage('keyCertSignAndCrlSign')],
  })
  await directory.write('ca-key.pem', privateKeyPem(signingKey))
  await directory.write('ca.pem', `${certificatePem}\n`)
  return { certificate: new X509Certificate(certificatePem), signingKey }
}

async function readAuthority(directory: DataDirectory): Promise<Authority | undefined> {
  const [keyPem, certificatePem] = await Promise.all([directory.read('ca-key.pem'), directory.read('ca.pem')])
  if (keyPem === undefined || certificatePem === undefined) return undefined
  try {
    return { certificate: new X509Certificate(certificatePem), signingKey: createPrivateKey(keyPem) }
  } catch (cause) {
    const files = `${directory.path('ca-key.pem')} and ${directory.path('ca.pem')}`
    throw new LocalIotError('CERTIFICATE_UNREADABLE', `${files} are no private key with its certificate.`, { cause })
  }
}

/** Requests are read by a library that is larger than all the rest of a start, and few runs get one. */
const readRequest = async (requestPem: string) => (await import('./certificate-requests.ts')).readRequest(requestPem)

const publicKeyInfo = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
// A key is text in PEM.
const privateKeyPem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string

function isIssuedBy(certificatePem: string, caCertificatePem: string): boolean {
  const [certificate, authority] = [new X509Certificate(certificatePem), new X509Certificate(caCertificatePem)]
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
}

/** Bits of the curves that certificates are made of. */
const CURVE_BITS: Readonly<Record<string, number>> = { prime256v1: 256, secp256k1: 256, secp384r1: 384, secp521r1: 521 }

function keyOf({ asymmetricKeyType, asymmetricKeyDetails: details = {} }: KeyObject): CertificateContent['key'] {
  return { type: asymmetricKeyType ?? 'unknown', bits: details.modulusLength ?? CURVE_BITS[details.namedCurve ?? ''] ?? 0 }
}

function readCertificate(pem: string): CertificateContent {
  try {
    const certificate = new X509Certificate(pem)
    return {
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      notBeforeMs: Date.parse(certificate.validFrom),
      notAfterMs: Date.parse(certificate.validTo),
      serialNumber: certificate.serialNumber,
      subject: namesOf(certificate.subject),
      issuer: namesOf(certificate.issuer),
      subjectText: certificate.subject,
      isCa: certificate.ca,
      key: keyOf(certificate.publicKey),
    }
  } catch (cause) {
    throw new LocalIotError('CERTIFICATE_UNREADABLE', 'The text is no PEM certificate.', { cause })
  }
}

/**
 * The attribute types that policy variables can name.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html
 */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: 'CommonName', O: 'Organization', OU: 'OrganizationalUnit', C: 'Country', ST: 'State', L: 'City',
  dnQualifier: 'DistinguishedNameQualifier', serialNumber: 'SerialNumber', title: 'Title', SN: 'Surname', GN: 'GivenName',
  initials: 'Initials', pseudonym: 'Pseudonym', generationQualifier: 'GenerationQualifier',
}

function namesOf(text: string | undefined): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const line of (text ?? '').split('\n')) {
    const at = line.indexOf('=')
    const name = ATTRIBUTES[line.slice(0, at)]
    if (name !== undefined) names[name] = [...(names[name] ?? []), line.slice(at + 1)]
  }
  return names
}
