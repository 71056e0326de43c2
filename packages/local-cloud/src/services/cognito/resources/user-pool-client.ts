import { clientSettings } from '../client-settings.ts'
import { flag, ignored, list, number, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { cognito } from '../name.ts'

const units = oneOf('seconds', 'minutes', 'hours', 'days')

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

type Context = ResourceContext<Used<{ cognito: typeof cognito }>>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export const cognitoUserPoolClient = resource('AWS::Cognito::UserPoolClient', {
  uses: { cognito },
  properties,
  create(wanted, context) {
    const { id } = context.services.cognito.pools.createClient(
      context.physicalName(),
      clientSettings(wanted, wanted.UserPoolId, wanted.ClientName ?? context.physicalName(128)),
      wanted.GenerateSecret === true,
    )
    return shown(id, context)
  },
  update(wanted, { ref, properties: before }, context) {
    if (wanted.UserPoolId !== before.UserPoolId || (wanted.GenerateSecret ?? false) !== (before.GenerateSecret ?? false)) return replacement
    context.services.cognito.pools.updateClient(
      ref, clientSettings(wanted, wanted.UserPoolId, wanted.ClientName ?? context.physicalName(128)),
    )
    return shown(ref, context)
  },
  remove: ({ ref }, { services }) => services.cognito.pools.removeClient(ref),
  // All of it is kept with the pool.
  restore: ({ ref }, context) => shown(ref, context),
})

function shown(clientId: string, { services }: Context) {
  const { name, secret } = services.cognito.pools.client(clientId)
  return { ref: clientId, attributes: { ClientId: clientId, Name: name, ...(secret === undefined ? {} : { ClientSecret: secret }) } }
}
