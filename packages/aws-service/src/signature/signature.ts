import { createHmac, timingSafeEqual } from 'node:crypto'
import { hash } from './canonical-request.ts'
import { signingKey, type SigningScope } from './signing-key.ts'

/** What a signature is good for. */
export interface SignatureScope extends SigningScope {
  /** When it was made, as `20260131T120000Z`. */
  readonly time: string
}

/** The Signature Version 4 of a request in its canonical form. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function signatureOf(secretAccessKey: string, scope: SignatureScope, canonical: string): Buffer {
  const { date, region, service, time } = scope
  const toSign = ['AWS4-HMAC-SHA256', time, `${date}/${region}/${service}/aws4_request`, hash(canonical)].join('\n')
  return createHmac('sha256', signingKey(secretAccessKey, scope)).update(toSign).digest()
}

/** Whether a signature, in hexadecimal, is that of the request by this secret; compared in the same time wherever they differ. */
export function isSignedBy(secretAccessKey: string, scope: SignatureScope, canonical: string, signature: string): boolean {
  const [expected, given] = [signatureOf(secretAccessKey, scope, canonical), Buffer.from(signature, 'hex')]
  return given.length === expected.length && timingSafeEqual(expected, given)
}
