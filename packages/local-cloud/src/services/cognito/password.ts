import { scrypt, timingSafeEqual } from 'node:crypto'
import { invalidPassword } from './cognito-error.ts'
import { verifierOf } from './secure-remote-password.ts'
import type { KeptPassword, PasswordPolicy } from './user-pool.ts'

const HASH_BYTES = 32
const MAX_LENGTH = 256
/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/** Throws `ServiceException` `InvalidPasswordException` for the first rule of the policy that a password breaks. */
export function checkPassword(policy: PasswordPolicy, password: string): void {
  const broken = brokenRule(policy, password)
  if (broken !== undefined) throw invalidPassword(`Password did not conform with policy: ${broken}`)
}

function brokenRule(policy: PasswordPolicy, password: string): string | undefined {
  if (password.length < policy.minimumLength) return 'Password not long enough'
  if (password.length > MAX_LENGTH) return 'Password too long'
  if (policy.requireUppercase && !/[A-Z]/.test(password)) return 'Password must have uppercase characters'
  if (policy.requireLowercase && !/[a-z]/.test(password)) return 'Password must have lowercase characters'
  if (policy.requireNumbers && !/\d/.test(password)) return 'Password must have numeric characters'
  return policy.requireSymbols && !symbols.test(password.trim()) ? 'Password must have symbol characters' : undefined
}

/** What is kept of a password: nothing that it could be read from. `newId` is for the salts. */
export async function keptPassword(poolId: string, username: string, password: string, newId: () => string): Promise<KeptPassword> {
  const salt = newId()
  const { salt: srpSalt, verifier: srpVerifier } = verifierOf(poolId, username, password, newId().replaceAll('-', ''))
  return { salt, hash: (await slowHash(password, salt)).toString('base64'), srpSalt, srpVerifier }
}

export async function isPassword({ salt, hash }: KeptPassword, password: string): Promise<boolean> {
  return timingSafeEqual(await slowHash(password, salt), Buffer.from(hash, 'base64'))
}

function slowHash(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(password, salt, HASH_BYTES, (error, hash) =>
    (error === null ? resolve(hash) : reject(error))))
}
