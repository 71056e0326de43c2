import 'reflect-metadata'
import { createPublicKey, generateKeyPair, randomBytes, X509Certificate, type KeyObject, type webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import * as x509 from '@peculiar/x509'
import { LocalIotError } from '../errors/local-iot-error.ts'
import type { CertificateAuthority, CertificateContent } from '../operations/iot-core.ts'
import type { DataDirectory } from './data-directory.ts'

const { subtle } = globalThis.crypto
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
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
  const known = await readAuthority(directory)
  const { certificate, key } = known ?? (await createAuthority(directory, nowMs))
  const sign = (
    options: { subject: string; publicKey: x509.PublicKey | webcrypto.CryptoKey; notAfter: Date; extensions: x509.Extension[] },
  ) =>
    x509.X509CertificateGenerator.create({
      serialNumber: serialNumber(), issuer: certificate.subject, signingKey: key, signingAlgorithm: EC,
      notBefore: new Date(nowMs - DAY_MS), ...options,
    })
  const signDevice = async (subject: string, publicKey: x509.PublicKey) => {
    const extensions = [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    ]
    return `${(await sign({ subject, publicKey, notAfter: DEVICE_CERTIFICATE_END, extensions })).toString('pem')}\n`
  }
  return {
    certificatePem: certificate.toString('pem'),
    async issue() {
      const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      })
      const certificatePem = await signDevice('CN=AWS IoT Certificate', new x509.PublicKey(publicKey))
      return { certificatePem, publicKeyPem: publicKey, privateKeyPem: privateKey }
    },
    async issueFor(requestPem) {
      const { subject, publicKey } = await readRequest(requestPem)
      return signDevice(subject, publicKey)
    },
    checkRequest: async (requestPem) => void (await readRequest(requestPem)),
    read: readCertificate,
    isIssuedBy,
    async issueServer(names) {
      const keys = await subtle.generateKey(EC, true, ['sign', 'verify'])
      const issued = await sign({
        subject: `CN=${names[0] ?? 'localhost'}`,
        publicKey: keys.publicKey,
        // Clients refuse server certificates that last longer.
        notAfter: new Date(nowMs + 397 * DAY_MS),
        extensions: [
          new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isAddress(value) ? 'ip' : 'dns', value }))),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        ],
      })
      return { key: await exportKey(keys.privateKey), cert: issued.toString('pem') }
    },
  }
}

async function createAuthority(directory: DataDirectory, nowMs: number) {
  const keys = await subtle.generateKey(EC, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=Keg local IoT CA, O=Keg',
    keys,
    signingAlgorithm: EC,
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + 3650 * DAY_MS),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  await directory.write('ca-key.pem', await exportKey(keys.privateKey))
  await directory.write('ca.pem', `${certificate.toString('pem')}\n`)
  return { certificate, key: keys.privateKey }
}

async function readAuthority(directory: DataDirectory) {
  const [keyPem, certificatePem] = await Promise.all([directory.read('ca-key.pem'), directory.read('ca.pem')])
  if (keyPem === undefined || certificatePem === undefined) return undefined
  const [pkcs8] = x509.PemConverter.decode(keyPem)
  if (pkcs8 === undefined) throw new LocalIotError('CERTIFICATE_UNREADABLE', `${directory.path('ca-key.pem')} holds no private key.`)
  return { certificate: new x509.X509Certificate(certificatePem), key: await subtle.importKey('pkcs8', pkcs8, EC, true, ['sign']) }
}

const exportKey = async (key: webcrypto.CryptoKey) => `${x509.PemConverter.encode(await subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
/** 16 random bytes, positive. */
const serialNumber = () => randomBytes(16).fill(1, 0, 1).toString('hex')
const isAddress = (name: string) => /^[\d.]+$|:/.test(name)

/** The request's subject and key, its signature checked: who asks has the private key. */
async function readRequest(pem: string): Promise<{ subject: string; publicKey: x509.PublicKey }> {
  try {
    const request = new x509.Pkcs10CertificateRequest(pem)
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(request.publicKey.toString('pem'))
    const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {}
    // The keys that API_CreateCertificateFromCsr.html allows.
    const isSupported = asymmetricKeyType === 'rsa' ? modulusLength >= 2048 : ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve)
    if (isSupported && (await request.verify())) return { subject: request.subject, publicKey: request.publicKey }
  } catch (cause) {
    throw new LocalIotError('CERTIFICATE_UNREADABLE', 'The text is no PEM certificate signing request.', { cause })
  }
  const message =
    'The certificate signing request is not signed by its key, or that is neither RSA of 2048 bits and more nor of P-256, P-384 or P-521.'
  throw new LocalIotError('CERTIFICATE_UNREADABLE', message)
}

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
