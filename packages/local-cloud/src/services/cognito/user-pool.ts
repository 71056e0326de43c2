import type { JWK } from 'jose'

/** What a password has to have. */
export interface PasswordPolicy {
  readonly minimumLength: number
  readonly requireLowercase: boolean
  readonly requireUppercase: boolean
  readonly requireNumbers: boolean
  readonly requireSymbols: boolean
}

/** An attribute that a pool's template declares, custom ones with their prefix `custom:`. */
export interface SchemaAttribute {
  readonly name: string
  readonly required: boolean
  readonly mutable: boolean
}

/** The Lambda triggers that are emulated. */
export type TriggerName =
  | 'PreSignUp' | 'PostConfirmation' | 'PreAuthentication' | 'PostAuthentication' | 'PreTokenGeneration' | 'CustomMessage'
  | 'DefineAuthChallenge' | 'CreateAuthChallenge' | 'VerifyAuthChallengeResponse' | 'UserMigration'

/** What a template, or a call, says of a pool. */
export interface PoolSettings {
  readonly name: string
  readonly passwordPolicy: PasswordPolicy
  /** Of `email`, `phone_number`, `preferred_username`: other names to sign in by. */
  readonly aliasAttributes: readonly string[]
  /** Of `email`, `phone_number`: what users sign up with instead of a name. */
  readonly usernameAttributes: readonly string[]
  readonly autoVerifiedAttributes: readonly string[]
  readonly caseSensitive: boolean
  readonly adminCreateUserOnly: boolean
  /** `verified_email`, `verified_phone_number`, `admin_only`, first choice first. Absent: a telephone, else mail. */
  readonly recovery?: readonly string[]
  readonly schema: readonly SchemaAttribute[]
  /** ARNs of functions. */
  readonly triggers: Readonly<Partial<Record<TriggerName, string>>>
  readonly preTokenVersion: 'V1_0' | 'V2_0'
}

/** A user pool. Its two key pairs sign ID tokens and access tokens, as in AWS with different ones. */
export interface UserPool {
  readonly id: string
  readonly arn: string
  readonly settings: PoolSettings
  readonly keys: { readonly id: JWK; readonly access: JWK }
  readonly createdMs: number
  readonly modifiedMs: number
}

/** What a template, or a call, says of an app client. */
export interface ClientSettings {
  readonly poolId: string
  readonly name: string
  /** As `ALLOW_USER_PASSWORD_AUTH`. */
  readonly authFlows: readonly string[]
  /** Of `code`, `implicit`, `client_credentials`; empty where the client is not for OAuth. */
  readonly oauthFlows: readonly string[]
  readonly oauthScopes: readonly string[]
  readonly callbackUrls: readonly string[]
  readonly logoutUrls: readonly string[]
  readonly defaultRedirectUri: string | undefined
  readonly accessTokenSec: number
  readonly idTokenSec: number
  readonly refreshTokenSec: number
  readonly authSessionSec: number
  /** Whether an unknown user looks like a wrong password. */
  readonly hidesUnknownUsers: boolean
  /** Absent: all. */
  readonly readAttributes: readonly string[] | undefined
  /** Absent: all. */
  readonly writeAttributes: readonly string[] | undefined
}

/** An app client. */
export interface UserPoolClient extends ClientSettings {
  readonly id: string
  readonly secret: string | undefined
  readonly createdMs: number
  readonly modifiedMs: number
}

/** A group of users. */
export interface Group {
  readonly name: string
  readonly description: string | undefined
  /** The lowest decides a user's preferred role. */
  readonly precedence: number | undefined
  readonly roleArn: string | undefined
  readonly createdMs: number
  readonly modifiedMs: number
}

/** An API with scopes of its own. */
export interface ResourceServer {
  readonly poolId: string
  readonly identifier: string
  readonly name: string
  readonly scopes: readonly { readonly name: string; readonly description: string }[]
}

/** What is kept of a password: a slow hash of it, and a verifier of the Secure Remote Password protocol. */
export interface KeptPassword {
  readonly salt: string
  readonly hash: string
  readonly srpSalt: string
  readonly srpVerifier: string
}

/** A code that was sent to a user. */
export interface SentCode {
  readonly purpose: 'signUp' | 'forgotPassword' | 'attribute'
  /** The attribute that it verifies. */
  readonly attribute: string
  readonly code: string
  readonly expiresMs: number
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html */
export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED'

/** A user of a pool. */
export interface User {
  /** The name signed up with; where a pool has username attributes, the `sub`. */
  readonly username: string
  /** `sub` among them, `email_verified` as text. */
  readonly attributes: Readonly<Record<string, string>>
  readonly status: UserStatus
  readonly enabled: boolean
  readonly groups: readonly string[]
  readonly password?: KeptPassword
  readonly code?: SentCode
  readonly createdMs: number
  readonly modifiedMs: number
}
