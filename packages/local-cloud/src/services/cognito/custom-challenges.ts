import { isRecord, ServiceException } from '@keg/aws-service'
import { notAuthorized, userNotConfirmed, userNotFound, wrongPassword } from './cognito-error.ts'
import { texts } from './input.ts'
import type { SignInAttempt, SignInOptions } from './sign-in.ts'
import type { User } from './user-pool.ts'

/** What has been asked of a user so far, as triggers are told. */
interface AskedChallenge {
  readonly challengeName: string
  readonly challengeResult: boolean
  readonly challengeMetadata: string | undefined
}

interface Pending {
  readonly clientId: string
  readonly sub: string
  readonly privateParameters: Readonly<Record<string, string>>
  readonly metadata: string | undefined
  readonly asked: readonly AskedChallenge[]
  readonly expiresMs: number
}

/** How far a sign-in is: done, or asked something more. */
export type CustomOutcome =
  | { readonly kind: 'signedIn'; readonly user: User }
  | { readonly kind: 'challenge'; readonly session: string; readonly parameters: Readonly<Record<string, string>> }

/**
 * Sign-in by whatever a pool's functions ask: one says what comes next, one makes a question of it, one judges the answer.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
 */
export class CustomChallenges {
  readonly #options: SignInOptions
  readonly #pending = new Map<string, Pending>()

  constructor(options: SignInOptions) {
    this.#options = options
  }

  start(attempt: SignInAttempt, name: string): Promise<CustomOutcome> {
    const user = this.#options.pools.directory(attempt.pool.id).find(name)
    if (user === undefined) throw attempt.client.hidesUnknownUsers ? wrongPassword() : userNotFound()
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
    return this.#next(attempt, user, [])
  }

  async answer(attempt: SignInAttempt, session: string | undefined, challengeAnswer: string): Promise<CustomOutcome> {
    const pending = this.#pending.get(session ?? '')
    this.#pending.delete(session ?? '')
    if (pending === undefined || pending.clientId !== attempt.client.id || pending.expiresMs < this.#options.nowMs())
      throw notAuthorized('Invalid session for the user.')
    const user = this.#options.pools.directory(attempt.pool.id).withSub(pending.sub)
    if (user === undefined) throw notAuthorized('Invalid session for the user.')
    if (!user.enabled) throw notAuthorized('User is disabled.')
    const request = { privateChallengeParameters: pending.privateParameters, challengeAnswer }
    const { answerCorrect } = await this.#ask(attempt, user, 'VerifyAuthChallengeResponse', request, { answerCorrect: null })
    return this.#next(attempt, user, [
      ...pending.asked,
      { challengeName: 'CUSTOM_CHALLENGE', challengeResult: answerCorrect === true, challengeMetadata: pending.metadata },
    ])
  }

  async #next(attempt: SignInAttempt, user: User, asked: readonly AskedChallenge[]): Promise<CustomOutcome> {
    const { nowMs, newId } = this.#options
    const defined = await this.#ask(attempt, user, 'DefineAuthChallenge', { session: asked }, {
      challengeName: null, issueTokens: null, failAuthentication: null,
    })
    if (defined['failAuthentication'] === true) throw wrongPassword()
    if (defined['issueTokens'] === true) return { kind: 'signedIn', user }
    const { challengeName } = defined
    if (challengeName !== 'CUSTOM_CHALLENGE') throw new ServiceException('InvalidLambdaResponseException', 400, `DefineAuthChallenge asks for ${String(challengeName)}, and only CUSTOM_CHALLENGE is emulated.`)
    const response = { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null }
    const created = await this.#ask(attempt, user, 'CreateAuthChallenge', { challengeName, session: asked }, response)
    const metadata = created['challengeMetadata']
    for (const [session, { expiresMs }] of this.#pending) if (expiresMs < nowMs()) this.#pending.delete(session)
    const session = `${newId()}${newId()}`
    this.#pending.set(session, {
      clientId: attempt.client.id, sub: user.attributes['sub'] ?? '', asked, privateParameters: texts(created['privateChallengeParameters']),
      metadata: typeof metadata === 'string' ? metadata : undefined, expiresMs: nowMs() + attempt.client.authSessionSec * 1000,
    })
    return { kind: 'challenge', session, parameters: { ...texts(created['publicChallengeParameters']), USERNAME: user.username } }
  }

  async #ask(
    { pool, client, clientMetadata = {} }: SignInAttempt,
    user: User,
    name: 'DefineAuthChallenge' | 'CreateAuthChallenge' | 'VerifyAuthChallengeResponse',
    request: object,
    response: object,
  ) {
    const answer = await this.#options.triggers.run(pool, name, {
      source: `${name}_Authentication`, userName: user.username, clientId: client.id,
      request: { userAttributes: user.attributes, ...request, clientMetadata, userNotFound: false }, response,
    })
    if (!isRecord(answer)) throw notAuthorized('Custom auth lambda trigger is not configured for the user pool.')
    return answer
  }
}
