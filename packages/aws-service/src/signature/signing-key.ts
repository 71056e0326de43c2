import { createHmac } from 'node:crypto'

/** How many keys are cached: functions and users of a run sign for a few services on one day. */
const KEYS_MAX = 100
const keys = new Map<string, Buffer>()

/** The day, region and service that a signing key is for. */
export interface SigningScope {
  /** The day, for example `20260131`. */
  readonly date: string
  readonly region: string
  readonly service: string
}

/**
 * Derives the key that a secret signs with for a day, a region and a service. The last keys are cached, as SDK clients do, because each
 * takes four hashes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signingKey(secret: string, { date, region, service }: SigningScope): Buffer {
  const name = JSON.stringify([secret, date, region, service])
  const known = keys.get(name)
  if (known !== undefined) return known
  const [first, ...rest] = [date, region, service, 'aws4_request']
  const key = rest.reduce((before, part) => hmac(before, part), hmac(`AWS4${secret}`, first ?? ''))
  keys.set(name, key)
  const [oldest] = keys.keys()
  if (keys.size > KEYS_MAX && oldest !== undefined) keys.delete(oldest)
  return key
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
