import type { ClientSettings } from '../services/cognito/user-pool.ts'
import { flag, ignored, list, number, object, oneOf, refused, required, text, type PropertiesOf } from './property.ts'
import { replacement, resource, type ResourceContext } from './resource.ts'

const units = oneOf('seconds', 'minutes', 'hours', 'days')
const secondsOf = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 }
/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html#CognitoUserPools-CreateUserPoolClient-request-ExplicitAuthFlows */
const defaultFlows = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']

const properties = {
  UserPoolId: required(text),
  ClientName: text,
  GenerateSecret: flag,
  ExplicitAuthFlows: list(text),
  AllowedOAuthFlowsUserPoolClient: flag,
  AllowedOAuthFlows: list(oneOf('code', 'implicit', 'client_credentials')),
  AllowedOAuthScopes: list(text),
  CallbackURLs: list(text),
  LogoutURLs: list(text),
  DefaultRedirectURI: text,
  SupportedIdentityProviders: list(oneOf('COGNITO')),
  AccessTokenValidity: number,
  IdTokenValidity: number,
  RefreshTokenValidity: number,
  TokenValidityUnits: object({ AccessToken: units, IdToken: units, RefreshToken: units }),
  AuthSessionValidity: number,
  PreventUserExistenceErrors: oneOf('ENABLED', 'LEGACY'),
  ReadAttributes: list(text),
  WriteAttributes: list(text),
  EnableTokenRevocation: ignored('tokens can always be revoked'),
  EnablePropagateAdditionalUserContextData: ignored('nobody is an attacker here'),
  RefreshTokenRotation: object({ Feature: oneOf('DISABLED'), RetryGracePeriodSeconds: number }),
  AnalyticsConfiguration: refused('there is no Amazon Pinpoint here'),
}

type Properties = PropertiesOf<typeof properties>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export const cognitoUserPoolClient = resource('AWS::Cognito::UserPoolClient', {
  properties,
  create(wanted, context) {
    const { id } = context.services.cognito.pools.createClient(context.physicalName(), settingsOf(wanted, context), wanted.GenerateSecret === true)
    return shown(id, context)
  },
  update(wanted, { ref, properties: before }, context) {
    if (wanted.UserPoolId !== before.UserPoolId || (wanted.GenerateSecret ?? false) !== (before.GenerateSecret ?? false)) return replacement
    context.services.cognito.pools.updateClient(ref, settingsOf(wanted, context))
    return shown(ref, context)
  },
  remove: ({ ref }, { services }) => services.cognito.pools.removeClient(ref),
  // All of it is kept with the pool.
  restore: () => undefined,
})

function shown(clientId: string, { services }: ResourceContext) {
  const { name, secret } = services.cognito.pools.client(clientId)
  return { ref: clientId, attributes: { ClientId: clientId, Name: name, ...(secret === undefined ? {} : { ClientSecret: secret }) } }
}

function settingsOf(wanted: Properties, { physicalName }: ResourceContext): ClientSettings {
  const { AccessToken = 'hours', IdToken = 'hours', RefreshToken = 'days' } = wanted.TokenValidityUnits ?? {}
  return {
    poolId: wanted.UserPoolId,
    name: wanted.ClientName ?? physicalName(128),
    authFlows: wanted.ExplicitAuthFlows ?? defaultFlows,
    oauthFlows: wanted.AllowedOAuthFlowsUserPoolClient === true ? wanted.AllowedOAuthFlows ?? [] : [],
    oauthScopes: wanted.AllowedOAuthScopes ?? [],
    callbackUrls: wanted.CallbackURLs ?? [],
    logoutUrls: wanted.LogoutURLs ?? [],
    defaultRedirectUri: wanted.DefaultRedirectURI,
    accessTokenSec: (wanted.AccessTokenValidity ?? secondsOf.hours / secondsOf[AccessToken]) * secondsOf[AccessToken],
    idTokenSec: (wanted.IdTokenValidity ?? secondsOf.hours / secondsOf[IdToken]) * secondsOf[IdToken],
    refreshTokenSec: (wanted.RefreshTokenValidity ?? (30 * secondsOf.days) / secondsOf[RefreshToken]) * secondsOf[RefreshToken],
    authSessionSec: (wanted.AuthSessionValidity ?? 3) * secondsOf.minutes,
    hidesUnknownUsers: wanted.PreventUserExistenceErrors === 'ENABLED',
    readAttributes: wanted.ReadAttributes,
    writeAttributes: wanted.WriteAttributes,
  }
}
