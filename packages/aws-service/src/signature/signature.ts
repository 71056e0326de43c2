import { createHmac, timingSafeEqual } from 'node:crypto'
import { hash } from './canonical-request.ts'
import { signingKey, type SigningScope } from './signing-key.ts'

/** The scope of a signature: day, region and service of its key, and the time of the request. */
export interface SignatureScope extends SigningScope {
  /** The time of the request, for example `20260131T120000Z`. */
  readonly time: string
}

/**
 * Returns the Signature Version 4 of a canonical request, as bytes.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(secretAccessKey: string, scope: SignatureScope, canonical: string): Buffer {
  const { date, region, service, time } = scope
  const toSign = ['AWS4-HMAC-SHA256', time, `${date}/${region}/${service}/aws4_request`, hash(canonical)].join('\n')
  return createHmac('sha256', signingKey(secretAccessKey, scope)).update(toSign).digest()
}

/**
 * Whether `signature`, in hexadecimal, is the signature of the request by this secret. The comparison takes the same time wherever they
 * differ.
 */
export function isSignedBy(secretAccessKey: string, scope: SignatureScope, canonical: string, signature: string): boolean {
  const [expected, given] = [signatureOf(secretAccessKey, scope, canonical), Buffer.from(signature, 'hex')]
  return given.length === expected.length && timingSafeEqual(expected, given)
}
