import { invalidParameter, notAuthorized } from '../cognito-error.ts'
import type { CustomOutcome } from '../custom-challenges.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { checkSecretHash } from '../secret-hash.ts'
import type { SignInAttempt, SignInOutcome } from '../sign-in.ts'
import type { TokenSet } from '../tokens.ts'
import type { UserPoolClient } from '../user-pool.ts'
import { clientOf } from './sign-up.ts'
import type {
  InitiateAuthRequest, InitiateAuthResponse, RespondToAuthChallengeRequest, RespondToAuthChallengeResponse,
} from '../model.generated.ts'
import { operation } from './operation.ts'

interface SigningIn {
  readonly ClientId: string
  /** Where an administrator asks. */
  readonly UserPoolId?: string | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

type AsksToSignIn = SigningIn & Pick<InitiateAuthRequest, 'AuthFlow' | 'AuthParameters'>
type AnswersChallenge = SigningIn & Pick<RespondToAuthChallengeRequest, 'ChallengeName' | 'ChallengeResponses' | 'Session'>
type Parameters = Readonly<Record<string, string>>

/**
 * What a client has to allow for a flow; the second name is the older one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
const allowances: Readonly<Record<string, readonly string[]>> = {
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
  REFRESH_TOKEN_AUTH: ['ALLOW_REFRESH_TOKEN_AUTH'],
  CUSTOM_AUTH: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  ADMIN_USER_PASSWORD_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export const initiateAuth = operation(
  'InitiateAuth', initiate(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH', 'REFRESH_TOKEN_AUTH']),
)
export const adminInitiateAuth = operation(
  'AdminInitiateAuth', initiate(['ADMIN_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH', 'REFRESH_TOKEN_AUTH']),
)
export const respondToAuthChallenge = operation('RespondToAuthChallenge', respond)
export const adminRespondToAuthChallenge = operation('AdminRespondToAuthChallenge', respond)

function initiate(flows: readonly string[]) {
  return async (input: AsksToSignIn, context: CognitoContext): Promise<InitiateAuthResponse> => {
    const attempt = attemptOf(input, context)
    const { client } = attempt
    const asked = input.AuthFlow
    const flow = asked === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : asked === 'ADMIN_NO_SRP_AUTH' ? 'ADMIN_USER_PASSWORD_AUTH' : asked
    if (!flows.includes(flow)) throw invalidParameter(`${flow} is not emulated for this operation: ${flows.join(', ')} are.`)
    checkAllowed(client, flow)
    const parameters = (input.AuthParameters ?? {})
    if (flow === 'REFRESH_TOKEN_AUTH') return refresh(client, parameters, attempt, context)
    const name = parameter(parameters, 'USERNAME')
    checkSecretHash(client, [name], parameters['SECRET_HASH'])
    if (flow === 'USER_SRP_AUTH') return srpChallenge(attempt, name, parameter(parameters, 'SRP_A'), context)
    if (flow === 'CUSTOM_AUTH') {
      if (parameters['CHALLENGE_NAME'] === 'SRP_A') throw invalidParameter('A password before custom challenges is not emulated.')
      return customOutcome(await context.customChallenges.start(attempt, name), attempt, context)
    }
    return outcome(await context.signIn.withPassword(attempt, name, parameter(parameters, 'PASSWORD')), attempt, context)
  }
}

async function respond(input: AnswersChallenge, context: CognitoContext): Promise<RespondToAuthChallengeResponse> {
  const attempt = attemptOf(input, context)
  const answers = (input.ChallengeResponses ?? {})
  const session = input.Session
  const name = parameter(answers, 'USERNAME')
  checkSecretHash(attempt.client, namesOf(name, attempt, context), answers['SECRET_HASH'])
  switch (input.ChallengeName) {
    case 'NEW_PASSWORD_REQUIRED': {
      const attributes = Object.entries(answers).flatMap(([key, value]) =>
        (key.startsWith('userAttributes.') ? [[key.slice('userAttributes.'.length), value] as const] : []))
      return outcome(
        await context.signIn.setNewPassword(attempt, session, parameter(answers, 'NEW_PASSWORD'), Object.fromEntries(attributes)),
        attempt,
        context,
      )
    }
    case 'PASSWORD_VERIFIER': {
      const claim = {
        secretBlock: parameter(answers, 'PASSWORD_CLAIM_SECRET_BLOCK'),
        timestamp: parameter(answers, 'TIMESTAMP'),
        signature: parameter(answers, 'PASSWORD_CLAIM_SIGNATURE'),
      }
      return outcome(await context.signIn.finishSrp(attempt, session, claim), attempt, context)
    }
    case 'CUSTOM_CHALLENGE':
      return customOutcome(await context.customChallenges.answer(attempt, session, parameter(answers, 'ANSWER')), attempt, context)
    default: throw invalidParameter(`The challenge ${input.ChallengeName} is not emulated.`)
  }
}

function attemptOf(input: SigningIn, context: CognitoContext): SignInAttempt {
  const { pool, client } = clientOf(input, context)
  if (input.UserPoolId !== undefined) context.pools.client(client.id, input.UserPoolId)
  return { pool, client, clientMetadata: (input.ClientMetadata ?? {}) }
}

function checkAllowed({ authFlows }: UserPoolClient, flow: string): void {
  if (!(allowances[flow] ?? []).some((name) => authFlows.includes(name)))
    throw invalidParameter(`${flow === 'ADMIN_USER_PASSWORD_AUTH' ? 'Auth' : flow} flow not enabled for this client`)
}

async function refresh(
  client: UserPoolClient, parameters: Parameters, { clientMetadata = {} }: SignInAttempt, { tokens }: CognitoContext,
): Promise<InitiateAuthResponse> {
  // Clients send the secret itself, or a hash of a name that a refresh token does not tell.
  if (client.secret !== undefined && parameters['SECRET_HASH'] === undefined)
    throw notAuthorized(`Client ${client.id} is configured with secret but SECRET_HASH was not received`)
  return result(await tokens.refresh(client, parameter(parameters, 'REFRESH_TOKEN'), clientMetadata))
}

function srpChallenge(attempt: SignInAttempt, name: string, publicA: string, { signIn }: CognitoContext): InitiateAuthResponse {
  const { session, userId, salt, publicB, secretBlock } = signIn.startSrp(attempt, name, publicA)
  const ChallengeParameters = { SALT: salt, SECRET_BLOCK: secretBlock, SRP_B: publicB, USERNAME: userId, USER_ID_FOR_SRP: userId }
  return { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters, Session: session }
}

async function outcome(
  reached: SignInOutcome, { pool, client, clientMetadata = {} }: SignInAttempt, { tokens }: CognitoContext,
): Promise<InitiateAuthResponse> {
  const { user } = reached
  if (reached.kind === 'signedIn') return result(await tokens.issue({ pool, client, user, source: reached.source, clientMetadata }))
  const required = pool.settings.schema.filter(({ name, required: needed }) =>
    needed && name !== 'sub' && user.attributes[name] === undefined)
  const { sub: _none, ...attributes } = user.attributes
  const ChallengeParameters = {
    USER_ID_FOR_SRP: user.username, requiredAttributes: JSON.stringify(required.map(({ name }) => `userAttributes.${name}`)),
    userAttributes: JSON.stringify(attributes),
  }
  return { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: reached.session, ChallengeParameters }
}

function customOutcome(
  reached: CustomOutcome, attempt: SignInAttempt, context: CognitoContext,
): Promise<InitiateAuthResponse> | InitiateAuthResponse {
  if (reached.kind === 'signedIn') return outcome({ ...reached, source: 'TokenGeneration_Authentication' }, attempt, context)
  return { ChallengeName: 'CUSTOM_CHALLENGE', Session: reached.session, ChallengeParameters: reached.parameters }
}

function result({ accessToken, idToken, refreshToken, expiresInSec }: TokenSet): InitiateAuthResponse {
  const AuthenticationResult = {
    AccessToken: accessToken, IdToken: idToken, RefreshToken: refreshToken, ExpiresIn: expiresInSec, TokenType: 'Bearer',
  }
  return { AuthenticationResult, ChallengeParameters: {} }
}

function parameter(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (value === undefined) throw invalidParameter(`Missing required parameter ${name}`)
  return value
}

/** Clients make their hash of the name that was typed, or of the one that the first answer told them. */
function namesOf(name: string, { pool }: SignInAttempt, { pools }: CognitoContext): string[] {
  const user = pools.directory(pool.id).find(name)
  return [name, ...(user === undefined ? [] : [user.username, ...Object.values(user.attributes)])]
}
