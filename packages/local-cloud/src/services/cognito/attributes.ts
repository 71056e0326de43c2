import { invalidParameter, notAuthorized } from './cognito-error.ts'
import type { UserPool, UserPoolClient } from './user-pool.ts'

/** The attributes that every pool has. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
export const standardAttributes: readonly string[] = [
  'sub', 'address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name',
  'nickname', 'phone_number', 'phone_number_verified', 'picture', 'preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo',
]

/** Throws `ServiceException` `InvalidParameterException` for attributes that the pool does not have. */
export function checkKnown({ settings }: Pick<UserPool, 'settings'>, names: readonly string[]): void {
  const unknown = names.find((name) => !standardAttributes.includes(name) && !settings.schema.some((attribute) => attribute.name === name))
  if (unknown !== undefined)
    throw invalidParameter(`Attributes did not conform to the schema: Type for attribute {${unknown}} could not be determined`)
}

/** Throws `ServiceException` `InvalidParameterException` where an attribute is missing that a user has to have. */
export function checkRequired({ settings }: UserPool, attributes: Readonly<Record<string, string>>): void {
  const missing = settings.schema.filter(({ name, required }) => required && name !== 'sub' && (attributes[name] ?? '') === '')
  if (missing.length > 0) {
    throw invalidParameter(
      `Attributes did not conform to the schema: ${missing.map(({ name }) => `${name}: The attribute is required`).join('\n')}`,
    )
  }
}

/** Throws `ServiceException` where attributes are not to be changed: `sub`, and those that the schema makes immutable. */
export function checkMutable({ settings }: Pick<UserPool, 'settings'>, names: readonly string[]): void {
  checkKnown({ settings }, names)
  const fixed = names.find((name) => name === 'sub' || settings.schema.some((attribute) => attribute.name === name && !attribute.mutable))
  if (fixed !== undefined) throw invalidParameter(`user.${fixed}: Attribute cannot be updated.\n`)
}

/**
 * Throws `ServiceException` `NotAuthorizedException` for attributes that the client may not write; that something is verified, none may.
 */
export function checkWritable({ writeAttributes }: UserPoolClient, names: readonly string[]): void {
  const forbidden = names.some((name) => name.endsWith('_verified') || (writeAttributes !== undefined && !writeAttributes.includes(name)))
  if (forbidden) throw notAuthorized('A client attempted to write unauthorized attribute')
}

/** Those that the client may read. */
export function readable({ readAttributes }: UserPoolClient, attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name === 'sub' || readAttributes === undefined || readAttributes.includes(name)),
  )
}
