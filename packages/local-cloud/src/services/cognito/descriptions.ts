import { attributeList } from './input.ts'
import type { GroupType, UserPoolClientType, UserPoolType } from './model.generated.ts'
import type { Group, User, UserPool, UserPoolClient } from './user-pool.ts'

/** A user as lists of the API have it. */
export function describedUser({ username, attributes, status, enabled, createdMs, modifiedMs }: User) {
  return {
    Username: username, Attributes: attributeList(attributes), UserCreateDate: createdMs / 1000, UserLastModifiedDate: modifiedMs / 1000,
    Enabled: enabled, UserStatus: status,
  }
}

/** A group as the API has it. */
export function describedGroup(poolId: string, { name, description, precedence, roleArn, createdMs, modifiedMs }: Group): GroupType {
  return {
    GroupName: name, UserPoolId: poolId, Description: description, Precedence: precedence, RoleArn: roleArn, CreationDate: createdMs / 1000,
    LastModifiedDate: modifiedMs / 1000,
  }
}

/** A pool as the API has it. */
export function describedPool(
  { id, arn, settings, createdMs, modifiedMs }: UserPool, domain: string | undefined, users: number,
): UserPoolType {
  const { passwordPolicy: policy, usernameAttributes, aliasAttributes, triggers } = settings
  const some = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list)
  return {
    Id: id, Arn: arn, Name: settings.name, CreationDate: createdMs / 1000, LastModifiedDate: modifiedMs / 1000,
    EstimatedNumberOfUsers: users, Domain: domain,
    Policies: { PasswordPolicy: {
      MinimumLength: policy.minimumLength, RequireUppercase: policy.requireUppercase, RequireLowercase: policy.requireLowercase,
      RequireNumbers: policy.requireNumbers, RequireSymbols: policy.requireSymbols,
    } },
    UsernameAttributes: some(usernameAttributes), AliasAttributes: some(aliasAttributes),
    AutoVerifiedAttributes: some(settings.autoVerifiedAttributes), UsernameConfiguration: { CaseSensitive: settings.caseSensitive },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: settings.adminCreateUserOnly }, MfaConfiguration: 'OFF', LambdaConfig: triggers,
    DeletionProtection: 'INACTIVE',
    ...(settings.recovery === undefined ? {} : {
      AccountRecoverySetting: { RecoveryMechanisms: settings.recovery.map((Name, index) => ({ Name, Priority: index + 1 })) },
    }),
    SchemaAttributes: settings.schema.map(({ name, required, mutable }) => ({
      Name: name, Required: required, Mutable: mutable, AttributeDataType: 'String',
    })),
  }
}

const HOUR_SEC = 3_600

/** A client as the API has it. Validity times come in hours and days where they are whole ones, else in seconds. */
export function describedClient(client: UserPoolClient): UserPoolClientType {
  const { callbackUrls, logoutUrls, oauthFlows, oauthScopes } = client
  const unit = (seconds: number) =>
    (seconds % HOUR_SEC === 0 ? { value: seconds / HOUR_SEC, unit: 'hours' } : { value: seconds, unit: 'seconds' })
  const [access, id, refresh] = [unit(client.accessTokenSec), unit(client.idTokenSec), unit(client.refreshTokenSec)]
  return {
    UserPoolId: client.poolId, ClientId: client.id, ClientName: client.name, ClientSecret: client.secret,
    CreationDate: client.createdMs / 1000, LastModifiedDate: client.modifiedMs / 1000, AccessTokenValidity: access.value,
    IdTokenValidity: id.value, RefreshTokenValidity: refresh.value,
    TokenValidityUnits: { AccessToken: access.unit, IdToken: id.unit, RefreshToken: refresh.unit }, ExplicitAuthFlows: client.authFlows,
    ReadAttributes: client.readAttributes, WriteAttributes: client.writeAttributes, SupportedIdentityProviders: ['COGNITO'],
    CallbackURLs: callbackUrls, LogoutURLs: logoutUrls, DefaultRedirectURI: client.defaultRedirectUri, AllowedOAuthFlows: oauthFlows,
    AllowedOAuthScopes: oauthScopes, AllowedOAuthFlowsUserPoolClient: oauthFlows.length > 0,
    PreventUserExistenceErrors: client.hidesUnknownUsers ? 'ENABLED' : 'LEGACY', EnableTokenRevocation: true,
    AuthSessionValidity: client.authSessionSec / 60,
  }
}
