import 'reflect-metadata'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import * as x509 from '@peculiar/x509'
import { expect, it } from 'vitest'
import {
  basicConstraints, distinguishedName, keyUsage, serverAuthentication, signCertificate, subjectAlternativeNames, subjectOf, type Extension,
} from './sign-certificate.ts'

const { publicKey, privateKey: signingKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const name = distinguishedName({ CN: 'Brauerei Köln', O: 'Keg' })
const spki = publicKey.export({ type: 'spki', format: 'der' })

const signed = (extensions: readonly Extension[], notAfter = new Date('2036-11-30T12:00:00Z')) => signCertificate({
  issuer: name, subject: name, publicKey: spki, notBefore: new Date('2026-11-30T12:00:00Z'), notAfter, extensions, signingKey,
})

it('signs what Node.js and another library read back', async () => {
  const pem = signed([basicConstraints(true), keyUsage('keyCertSignAndCrlSign')])
  const read = new X509Certificate(pem)
  expect([read.subject, read.issuer, read.ca, read.verify(publicKey), read.checkIssued(read)])
    .toEqual(['CN=Brauerei Köln\nO=Keg', 'CN=Brauerei Köln\nO=Keg', true, true, true])
  const other = new x509.X509Certificate(pem)
  expect([await other.verify({ signatureOnly: true }), other.serialNumber.length, other.notBefore, other.notAfter])
    .toEqual([true, 32, new Date('2026-11-30T12:00:00Z'), new Date('2036-11-30T12:00:00Z')])
})

it.each<[string, Extension, x509.Extension]>([
  ['of a CA', basicConstraints(true), new x509.BasicConstraintsExtension(true, undefined, true)],
  ['of a device', basicConstraints(false), new x509.BasicConstraintsExtension(false, undefined, true)],
  ['of a CA\'s key', keyUsage('keyCertSignAndCrlSign'), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)],
  ['of a device\'s key', keyUsage('digitalSignature'), new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  ['of a server\'s key', serverAuthentication(), new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])],
  [
    'of a server\'s names', subjectAlternativeNames(['localhost', '127.0.0.1', '::1', 'fe80::1:2']),
    new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' }, ...['127.0.0.1', '::1', 'fe80::1:2'].map((value) => ({ type: 'ip', value } as const)),
    ]),
  ],
])('writes the extension %s byte by byte as another library does', (_, ours, theirs) => {
  expect(Buffer.from(ours.toBER()).toString('hex')).toBe(Buffer.from(theirs.rawData).toString('hex'))
})

it.each(['2049-12-31T23:59:59Z', '2050-01-01T00:00:00Z'])('ends at %s', (end) => {
  expect(Date.parse(new X509Certificate(signed([], new Date(end))).validTo)).toBe(Date.parse(end))
})

it('names every address', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
    const { subjectAltName = '' } = new X509Certificate(signed([subjectAlternativeNames([address])]))
    const [, written = ''] = /^IP Address:(.*)$/.exec(subjectAltName) ?? []
    const canonical = (text: string) => new URL(`http://${text.includes(':') ? `[${text}]` : text}`).hostname
    expect(canonical(written)).toBe(canonical(address))
  }))
})

it('gives a certificate the subject of its issuer', () => {
  expect(Buffer.from(subjectOf(new X509Certificate(signed([])))).equals(Buffer.from(name))).toBe(true)
})
