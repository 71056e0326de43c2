import 'reflect-metadata'
import { createPublicKey } from 'node:crypto'
import { Name, Pkcs10CertificateRequest } from '@peculiar/x509'
import { LocalIotError } from '../errors/local-iot-error.ts'

/** Who asks for a certificate: name and public key in DER, the key as SubjectPublicKeyInfo. */
export interface Requester {
  readonly subject: Uint8Array
  readonly publicKey: Uint8Array
}

/**
 * Reads a certificate signing request and checks its signature: who asks has the private key.
 * Throws LocalIotError CERTIFICATE_UNREADABLE.
 */
export async function readRequest(pem: string): Promise<Requester> {
  try {
    const request = new Pkcs10CertificateRequest(pem)
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(request.publicKey.toString('pem'))
    const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {}
    // The keys that API_CreateCertificateFromCsr.html allows.
    const isSupported = asymmetricKeyType === 'rsa' ? modulusLength >= 2048 : ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve)
    if (isSupported && (await request.verify()))
      return { subject: new Uint8Array(new Name(request.subject).toArrayBuffer()), publicKey: new Uint8Array(request.publicKey.rawData) }
  } catch (cause) {
    throw new LocalIotError('CERTIFICATE_UNREADABLE', 'The text is no PEM certificate signing request.', { cause })
  }
  const message =
    'The certificate signing request is not signed by its key, or that is neither RSA of 2048 bits and more nor of P-256, P-384 or P-521.'
  throw new LocalIotError('CERTIFICATE_UNREADABLE', message)
}
