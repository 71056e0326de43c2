import { createHash } from 'node:crypto'
import { checkMutable, checkRequired, checkWritable } from './attributes.ts'
import { invalidParameter, notAuthorized, passwordResetRequired, userNotConfirmed, userNotFound, wrongPassword } from './cognito-error.ts'
import { checkPassword, isPassword, keptPassword } from './password.ts'
import { challenge, claimSignature, type ServerChallenge, type Verifier } from './secure-remote-password.ts'
import type { Triggers } from './triggers.ts'
import type { User, UserPool, UserPoolClient } from './user-pool.ts'
import { migratedUser } from './user-migration.ts'
import type { UserPools } from './user-pools.ts'

/** Who wants to sign in where. */
export interface SignInAttempt {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly clientMetadata?: Readonly<Record<string, string>>
}

/** How an attempt stands: in, or held up by a temporary password. */
export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly user: User; readonly source: string }
  | { readonly kind: 'newPassword'; readonly user: User; readonly session: string }

/** What a client of the Secure Remote Password protocol is told. */
export interface SrpChallenge {
  readonly session: string
  readonly userId: string
  readonly salt: string
  readonly publicB: string
  readonly secretBlock: string
}

interface Pending {
  readonly clientId: string
  readonly username: string
  readonly expiresMs: number
  /** Of the password that was given: with another one, the session is nobody's. */
  readonly salt?: string | undefined
  readonly srp?: { readonly verifier: Verifier; readonly challenge: ServerChallenge; readonly secretBlock: string }
}

/** What signing in takes. */
export interface SignInOptions {
  readonly pools: UserPools
  readonly triggers: Triggers
  readonly nowMs: () => number
  readonly newId: () => string
}

/** Checks passwords, and holds what is between the first and the last step of a sign-in. */
export class SignIn {
  readonly #options: SignInOptions
  readonly #pending = new Map<string, Pending>()

  constructor(options: SignInOptions) {
    this.#options = options
  }

  /** Throws `ServiceException` as Amazon Cognito does for whom it does not let in. */
  async withPassword(attempt: SignInAttempt, name: string, password: string): Promise<SignInOutcome> {
    const user = this.#options.pools.directory(attempt.pool.id).find(name) ?? await migratedUser(attempt, name, password, this.#options)
    if (user === undefined) throw attempt.client.hidesUnknownUsers ? wrongPassword() : userNotFound()
    if (!user.enabled) throw notAuthorized('User is disabled.')
    await this.#before(attempt, user)
    if (user.status === 'RESET_REQUIRED') throw passwordResetRequired()
    if (user.password === undefined || !await isPassword(user.password, password)) throw wrongPassword()
    return this.#passed(attempt, user)
  }

  /** The first step without the password itself; an unknown user gets a challenge that nobody meets, where the client hides those. */
  startSrp({ pool, client }: SignInAttempt, name: string, publicA: string): SrpChallenge {
    const user = this.#options.pools.directory(pool.id).find(name)
    if (user === undefined && !client.hidesUnknownUsers) throw userNotFound()
    const verifier = verifierFor(user, pool, name)
    const begun = challenge(verifier, publicA, this.#secret())
    if (begun === undefined) throw invalidParameter('SRP_A is not valid.')
    const secretBlock = Buffer.from(this.#secret() + this.#secret(), 'hex').toString('base64')
    const userId = user?.username ?? name
    const session = this.#hold(client, userId, { srp: { verifier, challenge: begun, secretBlock } })
    return { session, userId, salt: verifier.salt, publicB: begun.publicB.toString(16), secretBlock }
  }

  /**
   * The second step: `signature` is over `timestamp` and the secret block. A client need not give the session back: then the block finds
   * it.
   */
  async finishSrp(
    attempt: SignInAttempt, session: string | undefined, claim: { secretBlock: string; timestamp: string; signature: string },
  ): Promise<SignInOutcome> {
    const { pool, client } = attempt
    const found = session ?? [...this.#pending].find(([, { srp }]) => srp?.secretBlock === claim.secretBlock)?.[0]
    const { username: userId, srp } = this.#take(found, client)
    const user = this.#options.pools.directory(pool.id).find(userId)
    const expected = srp === undefined ? undefined : claimSignature(srp.verifier, srp.challenge, { poolId: pool.id, userId, ...claim })
    if (user === undefined || expected !== claim.signature || srp?.secretBlock !== claim.secretBlock
      || srp.verifier.salt !== user.password?.srpSalt) throw wrongPassword()
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status === 'RESET_REQUIRED') throw passwordResetRequired()
    await this.#before(attempt, user)
    return this.#passed(attempt, user)
  }

  /** Sets the password of one's own in the place of a temporary one. */
  async setNewPassword(
    attempt: SignInAttempt, session: string | undefined, password: string, attributes: Readonly<Record<string, string>>,
  ): Promise<SignInOutcome> {
    const { pool, client } = attempt
    checkPassword(pool.settings.passwordPolicy, password)
    const { username, salt } = this.#take(session, client)
    const directory = this.#options.pools.directory(pool.id)
    const user = directory.get(username)
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status !== 'FORCE_CHANGE_PASSWORD' || user.password?.salt !== salt) throw notAuthorized('Invalid session for the user.')
    const changed = { ...user.attributes, ...attributes }
    const written = Object.keys(attributes).filter((name) => attributes[name] !== user.attributes[name])
    checkMutable(pool, written)
    checkWritable(client, written)
    checkRequired(pool, changed)
    const kept = await keptPassword(pool.id, user.username, password, this.#options.newId)
    const confirmed = directory.change(user, { attributes: changed, password: kept, status: 'CONFIRMED' })
    await this.#after(attempt, confirmed)
    return { kind: 'signedIn', user: confirmed, source: 'TokenGeneration_NewPasswordChallenge' }
  }

  async #passed(attempt: SignInAttempt, user: User): Promise<SignInOutcome> {
    if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
    if (user.status === 'FORCE_CHANGE_PASSWORD')
      return { kind: 'newPassword', user, session: this.#hold(attempt.client, user.username, { salt: user.password?.salt }) }
    await this.#after(attempt, user)
    return { kind: 'signedIn', user, source: 'TokenGeneration_Authentication' }
  }

  async #before({ pool, client, clientMetadata = {} }: SignInAttempt, { username, attributes }: User): Promise<void> {
    const request = { userAttributes: attributes, validationData: clientMetadata, userNotFound: false }
    await this.#options.triggers.run(pool, 'PreAuthentication', {
      source: 'PreAuthentication_Authentication', userName: username, clientId: client.id, request, response: {},
    })
  }

  async #after({ pool, client, clientMetadata = {} }: SignInAttempt, { username, attributes }: User): Promise<void> {
    const request = { userAttributes: attributes, newDeviceUsed: false, clientMetadata }
    await this.#options.triggers.run(pool, 'PostAuthentication', {
      source: 'PostAuthentication_Authentication', userName: username, clientId: client.id, request, response: {},
    })
  }

  #hold({ id, authSessionSec }: UserPoolClient, username: string, held: Pick<Pending, 'salt' | 'srp'>): string {
    const { nowMs, newId } = this.#options
    for (const [session, { expiresMs }] of this.#pending) if (expiresMs < nowMs()) this.#pending.delete(session)
    const session = `${newId()}${newId()}`
    this.#pending.set(session, {
      clientId: id, username, expiresMs: nowMs() + authSessionSec * 1000, ...held,
    })
    return session
  }

  /** A session is good for one answer. */
  #take(session: string | undefined, { id }: UserPoolClient): Pending {
    const pending = this.#pending.get(session ?? '')
    this.#pending.delete(session ?? '')
    if (pending === undefined || pending.clientId !== id) throw notAuthorized('Invalid session for the user.')
    if (pending.expiresMs < this.#options.nowMs()) throw notAuthorized('Invalid session for the user, session is expired.')
    return pending
  }

  #secret(): string {
    return createHash('sha256').update(this.#options.newId() + this.#options.newId()).digest('hex')
  }
}

/** For nobody, the same each time, so that it does not tell that there is nobody. */
function verifierFor(user: User | undefined, { id }: UserPool, name: string): Verifier {
  if (user?.password !== undefined) return { salt: user.password.srpSalt, verifier: user.password.srpVerifier }
  const made = createHash('sha256').update(`${id}/${name}`).digest('hex')
  return { salt: made.slice(0, 32), verifier: made }
}
