import type { Codes } from './codes.ts'
import type { CustomChallenges } from './custom-challenges.ts'
import type { AuthorizationCodes } from './site/authorization-codes.ts'
import type { BrowserSessions } from './site/browser-sessions.ts'
import type { SignIn } from './sign-in.ts'
import type { Tokens } from './tokens.ts'
import type { Triggers } from './triggers.ts'
import type { UserPools } from './user-pools.ts'

/** What operations work on. */
export interface CognitoContext {
  readonly pools: UserPools
  readonly tokens: Tokens
  readonly signIn: SignIn
  readonly customChallenges: CustomChallenges
  readonly codes: Codes
  readonly triggers: Triggers
  readonly browsers: BrowserSessions
  readonly authorizationCodes: AuthorizationCodes
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (message: string) => void
}
