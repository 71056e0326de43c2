import { isRecord } from '@keg/aws-service'
import { optionalText, textList, type Input } from './input.ts'
import type { ClientSettings } from './user-pool.ts'

const secondsOf: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 }
const HOUR_SEC = 3_600
const MONTH_SEC = 30 * 86_400
/**
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html#CognitoUserPools-CreateUserPoolClient-request-ExplicitAuthFlows
 */
const defaultFlows = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']

/** The settings of a client from what templates and the API both say, under the same names. */
export function clientSettings(input: Input, poolId: string, name: string): ClientSettings {
  const units = isRecord(input['TokenValidityUnits']) ? input['TokenValidityUnits'] : {}
  const seconds = (token: string, unit: string, otherwise: number) => {
    const validity = input[`${token}Validity`]
    return typeof validity === 'number' ? validity * (secondsOf[String(units[token] ?? unit)] ?? 1) : otherwise
  }
  const session = input['AuthSessionValidity']
  return {
    poolId, name,
    authFlows: input['ExplicitAuthFlows'] === undefined ? defaultFlows : textList(input['ExplicitAuthFlows']),
    oauthFlows: input['AllowedOAuthFlowsUserPoolClient'] === true ? textList(input['AllowedOAuthFlows']) : [],
    oauthScopes: textList(input['AllowedOAuthScopes']),
    callbackUrls: textList(input['CallbackURLs']),
    logoutUrls: textList(input['LogoutURLs']),
    defaultRedirectUri: optionalText(input, 'DefaultRedirectURI'),
    accessTokenSec: seconds('AccessToken', 'hours', HOUR_SEC),
    idTokenSec: seconds('IdToken', 'hours', HOUR_SEC),
    refreshTokenSec: seconds('RefreshToken', 'days', MONTH_SEC),
    authSessionSec: (typeof session === 'number' ? session : 3) * 60,
    hidesUnknownUsers: input['PreventUserExistenceErrors'] === 'ENABLED',
    readAttributes: input['ReadAttributes'] === undefined ? undefined : textList(input['ReadAttributes']),
    writeAttributes: input['WriteAttributes'] === undefined ? undefined : textList(input['WriteAttributes']),
  }
}
