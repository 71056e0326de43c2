import { createHash, createHmac, getDiffieHellman } from 'node:crypto'

/** The 3,072-bit group of RFC 3526, with its generator 2. */
const prime = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
const generator = 2n
const multiplier = hashOf(padded(prime), padded(generator))
const DERIVED_KEY_BYTES = 16

/** What a server keeps of a password, both in hexadecimal. */
export interface Verifier {
  readonly salt: string
  readonly verifier: string
}

/** A server's half of one sign-in; `b` never leaves it. */
export interface ServerChallenge {
  readonly b: bigint
  readonly publicA: bigint
  readonly publicB: bigint
}

/** The verifier of a password; `userId` is the name that the client is told as `USER_ID_FOR_SRP`. */
export function verifierOf(poolId: string, userId: string, password: string, salt: string): Verifier {
  const identity = createHash('sha256').update(`${poolName(poolId)}${userId}:${password}`).digest()
  const x = hashOf(padded(BigInt(`0x${salt}`)), identity)
  return { salt, verifier: power(generator, x).toString(16) }
}

/** Answers a client's `SRP_A`; `secret` is random, in hexadecimal. `undefined` for an `SRP_A` that the protocol forbids. */
export function challenge({ verifier }: Verifier, publicAHex: string, secret: string): ServerChallenge | undefined {
  const publicA = /^[0-9a-f]+$/i.test(publicAHex) ? BigInt(`0x${publicAHex}`) : 0n
  // [RFC 5054, 2.5.4]
  if (publicA % prime === 0n) return undefined
  const b = BigInt(`0x${secret}`)
  return { b, publicA, publicB: (multiplier * BigInt(`0x${verifier}`) + power(generator, b)) % prime }
}

/** What the client has to sign with the shared key. */
export interface Claim {
  readonly poolId: string
  readonly userId: string
  /** Base64. */
  readonly secretBlock: string
  readonly timestamp: string
}

/** The signature that a client with the right password makes of a claim, in Base64. */
export function claimSignature(
  { verifier }: Verifier, { b, publicA, publicB }: ServerChallenge, { poolId, userId, secretBlock, timestamp }: Claim,
): string {
  const scramble = hashOf(padded(publicA), padded(publicB))
  const shared = power(publicA * power(BigInt(`0x${verifier}`), scramble), b)
  const extracted = createHmac('sha256', padded(scramble)).update(padded(shared)).digest()
  // The label is Amazon Cognito's own, as its clients have it.
  const key = createHmac('sha256', extracted).update('Caldera Derived Key').update(Buffer.of(1)).digest().subarray(0, DERIVED_KEY_BYTES)
  return createHmac('sha256', key).update(poolName(poolId)).update(userId).update(Buffer.from(secretBlock, 'base64')).update(timestamp)
    .digest('base64')
}

/** The id without its region. */
function poolName(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1)
}

function hashOf(...parts: readonly Buffer[]): bigint {
  return BigInt(`0x${createHash('sha256').update(Buffer.concat(parts)).digest('hex')}`)
}

/** As a signed integer, with a zero byte before a first bit that is set: so clients do it. */
function padded(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/i.test(even) ? `00${even}` : even, 'hex')
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % prime
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
