import { randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import {
  BitString, Boolean, Constructed, fromBER, GeneralizedTime, Integer, ObjectIdentifier, OctetString, Primitive, Sequence, Set, UTCTime,
  Utf8String,
} from 'asn1js'

/** What a certificate says, and whose key signs it. */
export interface CertificateParts {
  /** The issuer's and the subject's distinguished names, in DER. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** The subject's public key: SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Extension[]
  /** The issuer's, of P-256. */
  readonly signingKey: KeyObject
}

/** An extension of a certificate, as {@link basicConstraints} makes one. */
export type Extension = Sequence

/** @see https://www.rfc-editor.org/rfc/rfc5758#section-3.2 */
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
/** Certificates of the third version, which have extensions. */
const VERSION_3 = 2
/** From this year on, a time is written with four digits of its year. */
const FIRST_FOUR_DIGIT_YEAR = 2050
const ATTRIBUTE_TYPES = { CN: '2.5.4.3', O: '2.5.4.10' }

/**
 * Signs an X.509 certificate by ECDSA with SHA-256, under a random serial number; answers PEM without a last line break.
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function signCertificate({
  issuer, subject, publicKey, notBefore, notAfter, extensions, signingKey,
}: CertificateParts): string {
  const algorithm = new Sequence({ value: [new ObjectIdentifier({ value: ECDSA_WITH_SHA256 })] })
  const toBeSigned = new Sequence({
    value: [
      tagged(0, new Integer({ value: VERSION_3 })), new Integer({ valueHex: serialNumber() }), algorithm, decoded(issuer),
      new Sequence({ value: [time(notBefore), time(notAfter)] }), decoded(subject), decoded(publicKey),
      tagged(3, new Sequence({ value: [...extensions] })),
    ],
  })
  const signature = sign('sha256', new Uint8Array(toBeSigned.toBER()), signingKey)
  const certificate = new Sequence({ value: [toBeSigned, algorithm, new BitString({ valueHex: bytesOf(signature) })] })
  return new X509Certificate(new Uint8Array(certificate.toBER())).toString().trimEnd()
}

/** A distinguished name in DER, its attributes in the order given. */
export function distinguishedName(attributes: Partial<Record<keyof typeof ATTRIBUTE_TYPES, string>>): Uint8Array {
  const value = Object.entries(ATTRIBUTE_TYPES).flatMap(([attribute, type]) => {
    const text = attributes[attribute as keyof typeof ATTRIBUTE_TYPES]
    return text === undefined
      ? []
      : [new Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), new Utf8String({ value: text })] })] })]
  })
  return new Uint8Array(new Sequence({ value }).toBER())
}

/** The subject of a certificate that has a version in it, as {@link signCertificate} writes them, in DER. */
export function subjectOf({ raw }: X509Certificate): Uint8Array {
  const [toBeSigned] = membersOf(decoded(raw))
  const subject = toBeSigned === undefined ? undefined : membersOf(toBeSigned)[5]
  if (subject === undefined) throw new TypeError('The certificate has no subject.')
  return new Uint8Array(subject.toBER())
}

/** Whether the subject is a CA. Critical. */
export const basicConstraints = (isCa: boolean): Extension =>
  extension('2.5.29.19', true, new Sequence({ value: isCa ? [new Boolean({ value: true })] : [] }))

/** What the key of a device and that of a CA are for, as bits: the first is the highest. */
const KEY_USES = { digitalSignature: { bits: 0b1000_0000, unusedBits: 7 }, keyCertSignAndCrlSign: { bits: 0b0000_0110, unusedBits: 1 } }

/** What the key is for. Critical. */
export function keyUsage(use: keyof typeof KEY_USES): Extension {
  const { bits, unusedBits } = KEY_USES[use]
  return extension('2.5.29.15', true, new BitString({ valueHex: bytesOf([bits]), unusedBits }))
}

/** The key is that of a TLS server. */
export const serverAuthentication = (): Extension =>
  extension('2.5.29.37', false, new Sequence({ value: [new ObjectIdentifier({ value: '1.3.6.1.5.5.7.3.1' })] }))

/** The names of a server: host names and addresses. */
export function subjectAlternativeNames(names: readonly string[]): Extension {
  const value = names.map((name) => (isIPv4(name) || isIPv6(name)
    ? new Primitive({ idBlock: { tagClass: 3, tagNumber: 7 }, valueHex: bytesOf(addressBytes(name)) })
    : new Primitive({ idBlock: { tagClass: 3, tagNumber: 2 }, valueHex: bytesOf(Buffer.from(name, 'latin1')) })))
  return extension('2.5.29.17', false, new Sequence({ value }))
}

function extension(type: string, isCritical: boolean, value: Sequence | BitString): Extension {
  const critical = isCritical ? [new Boolean({ value: true })] : []
  return new Sequence({ value: [new ObjectIdentifier({ value: type }), ...critical, new OctetString({ valueHex: value.toBER() })] })
}

const time = (valueDate: Date) =>
  (valueDate.getUTCFullYear() < FIRST_FOUR_DIGIT_YEAR ? new UTCTime({ valueDate }) : new GeneralizedTime({ valueDate }))

const tagged = (tagNumber: number, value: Integer | Sequence) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [value] })

const decoded = (der: Uint8Array) => fromBER(bytesOf(der)).result

const membersOf = (block: ReturnType<typeof decoded>) => (block instanceof Constructed ? block.valueBlock.value : [])

/** 16 random bytes, positive. */
const serialNumber = () => bytesOf(randomBytes(16).fill(1, 0, 1))

/** The bytes in a buffer of their own. */
const bytesOf = (bytes: Uint8Array | readonly number[]): ArrayBuffer => new Uint8Array(bytes).buffer

/** The 4 or 16 bytes of an address. */
function addressBytes(address: string): readonly number[] {
  if (isIPv4(address)) return address.split('.').map(Number)
  // As a URL's host it has no dots in it.
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const all = [...before, ...Array.from<number>({ length: 8 - before.length - after.length }).fill(0), ...after]
  return all.flatMap((group) => [group >> 8, group & 0xff])
}
