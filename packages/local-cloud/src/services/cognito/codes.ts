import { isRecord } from '@keg/aws-service'
import { codeMismatch, expiredCode, invalidParameter } from './cognito-error.ts'
import type { Triggers } from './triggers.ts'
import type { SentCode, User, UserPool } from './user-pool.ts'
import type { UserPools } from './user-pools.ts'

const HOUR_MS = 3_600_000
/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const lifetimesMs: Readonly<Record<SentCode['purpose'], number>> = {
  signUp: 24 * HOUR_MS, forgotPassword: HOUR_MS, attribute: 24 * HOUR_MS,
}
const triggerSources: Readonly<Record<SentCode['purpose'], string>> = {
  signUp: 'CustomMessage_SignUp', forgotPassword: 'CustomMessage_ForgotPassword', attribute: 'CustomMessage_VerifyUserAttribute',
}

/** What codes are sent with. */
export interface CodesOptions {
  readonly pools: UserPools
  readonly triggers: Triggers
  readonly nowMs: () => number
  readonly randomBelow: (limit: number) => number
  /** Where mail and text messages go. */
  readonly log: (message: string) => void
}

/** Codes that prove who reads a mailbox or a telephone: here the log is all of them. */
export class Codes {
  readonly #options: CodesOptions

  constructor(options: CodesOptions) {
    this.#options = options
  }

  /** Sends a user a new code, and answers where to; `undefined` where the user has no address for it. */
  async send(
    pool: UserPool,
    user: User,
    purpose: SentCode['purpose'],
    { clientId, attribute }: { clientId: string | undefined; attribute?: string },
  ): Promise<object | undefined> {
    const { pools, nowMs, randomBelow, log } = this.#options
    const to = attribute ?? contactOf(pool, user)
    const address = to === undefined ? undefined : user.attributes[to]
    if (to === undefined || address === undefined) return undefined
    const code = String(randomBelow(1_000_000)).padStart(6, '0')
    const text = await this.#custom(pool, user, purpose, code, clientId)
    const sent: SentCode = { purpose, attribute: to, code, expiresMs: nowMs() + lifetimesMs[purpose] }
    pools.directory(pool.id).change(user, { code: sent })
    log(`To ${address}, from ${pool.settings.name}: ${text ?? `the code of ${user.username} is ${code}`}`)
    return { Destination: masked(address), DeliveryMedium: to === 'email' ? 'EMAIL' : 'SMS', AttributeName: to }
  }

  /** Throws `ServiceException`: `ExpiredCodeException`, `CodeMismatchException`. */
  check({ code: sent }: User, purpose: SentCode['purpose'], code: string, attribute?: string): SentCode {
    if (sent?.purpose !== purpose || sent.expiresMs < this.#options.nowMs() || (attribute !== undefined && sent.attribute !== attribute))
      throw expiredCode()
    if (sent.code !== code) throw codeMismatch()
    return sent
  }

  async #custom(
    pool: UserPool, user: User, purpose: SentCode['purpose'], code: string, clientId: string | undefined,
  ): Promise<string | undefined> {
    const response = await this.#options.triggers.run(pool, 'CustomMessage', {
      source: triggerSources[purpose], userName: user.username, clientId,
      request: { userAttributes: user.attributes, codeParameter: '{####}', usernameParameter: null, clientMetadata: {} },
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
    })
    const message = isRecord(response) ? (response['emailMessage'] ?? response['smsMessage']) : undefined
    return typeof message === 'string' ? message.replaceAll('{####}', code) : undefined
  }
}

/** The address that codes go to: one that the pool verifies, e-mail before telephone. */
function contactOf({ settings }: UserPool, { attributes }: User): 'email' | 'phone_number' | undefined {
  const has = (['email', 'phone_number'] as const).filter((name) => attributes[name] !== undefined)
  return has.find((name) => settings.autoVerifiedAttributes.includes(name)) ?? has[0]
}

/** Throws `ServiceException` `InvalidParameterException` for an attribute that nothing can be sent to. */
export function contactAttribute(name: string): 'email' | 'phone_number' {
  if (name === 'email' || name === 'phone_number') return name
  throw invalidParameter(`Attribute ${name} can not be verified.`)
}

/** As `j***@e***`, or `+*******5309`. */
export function masked(address: string): string {
  const [name = '', domain] = address.split('@')
  return domain === undefined ? `+*******${address.slice(-4)}` : `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`
}
