import { createHash } from 'node:crypto'
import { masked } from './codes.ts'
import type { CodeDeliveryDetailsType } from './model.generated.ts'
import type { User, UserPool } from './user-pool.ts'

type Contact = 'email' | 'phone_number'
const contacts: Readonly<Record<string, Contact>> = { verified_email: 'email', verified_phone_number: 'phone_number' }

/**
 * Where codes for a new password go, first choice first; empty where an administrator alone sets passwords.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-recover-a-user-account.html
 */
export function recoveryContacts({ settings }: UserPool): readonly Contact[] {
  return (settings.recovery ?? ['verified_phone_number', 'verified_email']).flatMap((name) => contacts[name] ?? [])
}

/** The address that a user gets a code for a new password at; `undefined` where nothing is verified, or the user is disabled. */
export function recoveryContactOf(pool: UserPool, { attributes, enabled }: User): Contact | undefined {
  return enabled ? recoveryContacts(pool).find((name) => attributes[`${name}_verified`] === 'true') : undefined
}

/**
 * Where a code would have gone to, for a user who is not there, is disabled, or has no address: by the form of the name and what the pool
 * verifies. The same each time, and no letter in it tells that it is made up.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export function simulatedDelivery({ id, settings }: UserPool, name: string): CodeDeliveryDetailsType {
  const digest = createHash('sha256').update(`${id}/${name}`).digest()
  const verifiesPhones = settings.autoVerifiedAttributes.includes('phone_number') && !settings.autoVerifiedAttributes.includes('email')
  if (/^\+\d+$/.test(name) || (verifiesPhones && !name.includes('@'))) {
    const digits = String(digest.readUInt32BE() % 10_000).padStart(4, '0')
    return { Destination: masked(name.startsWith('+') ? name : `+${digits}`), DeliveryMedium: 'SMS', AttributeName: 'phone_number' }
  }
  const letter = String.fromCharCode(97 + digest.readUInt32BE() % 26)
  return { Destination: masked(name.includes('@') ? name : `${name}@${letter}`), DeliveryMedium: 'EMAIL', AttributeName: 'email' }
}
