import type { Lambda } from '../lambda/lambda.ts'
import type { Shelves } from '../../ground/shelf.ts'
import { cognitoApi } from './cognito-api.ts'
import { isOriginOfClient } from './cors.ts'
import { Codes } from './codes.ts'
import { CustomChallenges } from './custom-challenges.ts'
import type { CognitoContext } from './cognito-context.ts'
import { SignIn } from './sign-in.ts'
import { AuthorizationCodes } from './site/authorization-codes.ts'
import { BrowserSessions } from './site/browser-sessions.ts'
import { Site } from './site/site.ts'
import { Tokens } from './tokens.ts'
import { Triggers } from './triggers.ts'
import { UserPools } from './user-pools.ts'

export interface CognitoOptions {
  readonly region: string
  readonly accountId: string
  readonly endpoint: string
  readonly lambda: Lambda
  readonly shelves: Shelves
  readonly nowMs: () => number
  readonly newId: () => string
  readonly randomBelow: (limit: number) => number
  /** Where mail and text messages go. */
  readonly log: (message: string) => void
}

/** Amazon Cognito's user pools: their API, their issuers and their sign-in pages. */
export class Cognito {
  readonly context: CognitoContext
  readonly site: Site
  /** Answers a request of the API. */
  readonly fetch: (request: Request) => Promise<Response>

  constructor({ region, accountId, endpoint, lambda, shelves, nowMs, newId, randomBelow, log }: CognitoOptions) {
    const pools = new UserPools({ region, accountId, shelves, nowMs, newId })
    const triggers = new Triggers(lambda, region)
    const tokens = new Tokens({ pools, triggers, shelves, issuer: (poolId) => this.site.url(poolId), nowMs, newId })
    const signIn = new SignIn({ pools, triggers, nowMs, newId })
    const customChallenges = new CustomChallenges({ pools, triggers, nowMs, newId })
    const codes = new Codes({ pools, triggers, nowMs, randomBelow, log })
    const browsers = new BrowserSessions(nowMs, newId)
    const authorizationCodes = new AuthorizationCodes(nowMs, newId)
    this.context = { pools, tokens, signIn, customChallenges, codes, triggers, browsers, authorizationCodes, nowMs, newId, log }
    this.site = new Site(this.context, endpoint)
    this.fetch = cognitoApi(this.context)
  }

  get pools(): UserPools {
    return this.context.pools
  }

  /** Whether pages of the origin that asks are let in, though they are of another machine. */
  admits(request: Request): boolean {
    return isOriginOfClient(request, this.pools)
  }

  /** The text with the addresses that issuers and domains of this run would have in AWS replaced by those they have here. */
  withLocalUrls(text: string): string {
    const { pools, site } = this
    return text
      .replaceAll(/https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com\/([\w-]+)/g, (whole, poolId: string) =>
        (pools.find(poolId) === undefined ? whole : site.url(poolId)))
      .replaceAll(/https:\/\/([a-z0-9-]+)\.auth\.[a-z0-9-]+\.amazoncognito\.com/g, (whole, domain: string) =>
        (pools.poolOfDomain(domain) === undefined ? whole : site.url(domain)))
      .replaceAll(/https:\/\/([a-z0-9.-]+)/g, (whole, host: string) =>
        (host.includes('.') && pools.poolOfDomain(host) !== undefined ? site.url(host) : whole))
  }
}
