import { ROLES } from '@keg/flows'
import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery, CfnUserPoolGroup, ClientAttributes, Mfa, OAuthScope, UserPool, UserPoolDomain, type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/** Which stage's people they are. */
export interface SignInProps {
  readonly stage: string
  /** Where the page is, without a path. */
  readonly pageOrigin: string
}

const A_SHIFT = Duration.hours(12)
const MIN_PASSWORD_LENGTH = 10
/** Of both clients: who has a token writes nothing of a person but the language, since an empty list would be all. */
const OWN_SETTINGS = {
  preventUserExistenceErrors: true, refreshTokenValidity: A_SHIFT,
  writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
}

/**
 * Those who may sign in: a user pool, in which nobody signs up by himself. A group is a role, or a site (`site:berlin`), which is added
 * with the site. Two clients: the page, by authorization code with PKCE, and programs, by a name and a password.
 */
export class SignIn extends Construct {
  readonly pool: UserPool
  readonly issuer: string
  /** Where people sign in, and codes are redeemed. */
  readonly url: string
  readonly pageClientId: string
  /** Ids of the clients whose tokens are taken. */
  readonly clientIds: readonly string[]

  constructor(scope: Construct, id: string, { stage, pageOrigin }: SignInProps) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `keg-${stage}`, selfSignUpEnabled: false, signInAliases: { username: true }, signInCaseSensitive: false,
      mfa: Mfa.OPTIONAL, mfaSecondFactor: { otp: true, sms: false },
      // Whoever had a token could else change the address that a new password is sent to.
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: MIN_PASSWORD_LENGTH, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true,
      },
      deletionProtection: true, removalPolicy: RemovalPolicy.RETAIN,
    })
    this.issuer = this.pool.userPoolProviderUrl
    for (const groupName of ROLES) new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName })
    const page = this.#page(`${pageOrigin}/`)
    const programs = this.pool.addClient('Programs', {
      ...OWN_SETTINGS, authFlows: { userPassword: true }, disableOAuth: true,
    })
    this.pageClientId = page.userPoolClientId
    this.clientIds = [this.pageClientId, programs.userPoolClientId]
    const domain = new UserPoolDomain(this, 'Domain', {
      userPool: this.pool, cognitoDomain: { domainPrefix: `keg-${stage.toLowerCase()}-${Aws.ACCOUNT_ID}` },
    })
    domain.applyRemovalPolicy(RemovalPolicy.RETAIN)
    this.url = domain.baseUrl()
    for (const [name, value] of Object.entries({
      TokenIssuer: this.issuer, UserPoolId: this.pool.userPoolId, PageClientId: this.pageClientId,
      ProgramsClientId: programs.userPoolClientId, SignInUrl: this.url,
    })) new CfnOutput(scope, name, { value })
  }

  #page(url: string): UserPoolClient {
    return this.pool.addClient('Page', {
      // No way but the code: an empty list would be AWS's own, which has passwords.
      ...OWN_SETTINGS, authFlows: { userSrp: false },
      oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID], callbackUrls: [url], logoutUrls: [url] },
    })
  }
}
