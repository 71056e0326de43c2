import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import { standingOf, type Person } from './person.ts'

/** A token that is not taken; the message says why, and holds nothing of the token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  /** `INVALID`: it is no good. `NO_ROLE`: it is, and who has it is nobody at the brewery. */
  readonly code: 'INVALID' | 'NO_ROLE'
  constructor(code: TokenRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Whose tokens are taken. */
export interface TokenVerifierOptions {
  /** What `iss` is, to the letter. */
  readonly issuer: string
  /** What `client_id` is: one of these. */
  readonly clientIds: readonly string[]
  /** The public keys of the issuer, by what a token's header asks for. */
  readonly keys: JWTVerifyGetKey
  readonly nowSec: () => number
}

/** Tells whose access token it is. Rejects with {@link TokenRefused}; with another error where the issuer can't be asked for its keys. */
export type VerifyToken = (token: string) => Promise<Person>

/** Claims of an access token of Cognito; one of an ID token says `id`, and has no `client_id`. */
const claims = z.object({
  sub: z.string().regex(/^[\w-]{1,64}$/),
  username: z.string(),
  client_id: z.string(),
  token_use: z.literal('access'),
  exp: z.number(),
  'cognito:groups': z.array(z.string()).default([]),
})

/**
 * Verifies access tokens of a user pool: signed by one of its keys with RS256 and nothing else, of this issuer, for one of these clients,
 * not run out.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export const tokenVerifier = ({ issuer, clientIds, keys, nowSec }: TokenVerifierOptions): VerifyToken => async (token) => {
  const { payload } = await jwtVerify(token, keys, { algorithms: ['RS256'], issuer, currentDate: new Date(nowSec() * 1_000) })
    .catch((error: unknown) => {
      if (error instanceof errors.JOSEError && !UNASKED.has(error.code)) throw new TokenRefused('INVALID', whyNot(error), { cause: error })
      throw error
    })
  const said = claims.safeParse(payload)
  if (!said.success) throw new TokenRefused('INVALID', 'It is no access token of a person.')
  const { sub: subject, username, client_id: clientId, exp: untilSec, 'cognito:groups': groups } = said.data
  if (!clientIds.includes(clientId)) throw new TokenRefused('INVALID', 'It was issued to another client.')
  const standing = standingOf(groups)
  if (standing === undefined) throw new TokenRefused('NO_ROLE', `${username} has no role at this brewery.`)
  return { subject, username, untilSec, ...standing }
}

/** Errors of jose that say nothing of the token: the issuer does not answer, or not with keys. */
const UNASKED: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'])

function whyNot({ code }: errors.JOSEError): string {
  switch (code) {
    case 'ERR_JWT_EXPIRED': return 'It has run out.'
    case 'ERR_JOSE_ALG_NOT_ALLOWED': return 'It is signed with another algorithm than RS256.'
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED': case 'ERR_JWKS_NO_MATCHING_KEY': return 'No key of the issuer signed it.'
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED': return 'It is of another issuer, or not good yet.'
    default: return 'It is no token.'
  }
}
