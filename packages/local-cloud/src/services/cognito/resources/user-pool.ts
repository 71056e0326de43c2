import { poolSettings, triggersOf } from '../pool-settings.ts'
import { flag, ignored, list, number, object, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import type { Used } from '../../../ground/service-name.ts'
import { cognito } from '../name.ts'

const messages = ignored('codes are lines in the log')
const bounds = ignored('values are not measured')

const properties = {
  UserPoolName: text,
  Policies: object({
    PasswordPolicy: object({
      MinimumLength: number,
      RequireLowercase: flag,
      RequireNumbers: flag,
      RequireSymbols: flag,
      RequireUppercase: flag,
      TemporaryPasswordValidityDays: ignored('temporary passwords do not expire here'),
      PasswordHistorySize: ignored('former passwords are not kept'),
    }),
    SignInPolicy: object({ AllowedFirstAuthFactors: list(oneOf('PASSWORD')) }),
  }),
  AliasAttributes: list(oneOf('email', 'phone_number', 'preferred_username')),
  UsernameAttributes: list(oneOf('email', 'phone_number')),
  AutoVerifiedAttributes: list(oneOf('email', 'phone_number')),
  UsernameConfiguration: object({ CaseSensitive: flag }),
  AdminCreateUserConfig: object({
    AllowAdminCreateUserOnly: flag,
    InviteMessageTemplate: messages,
    UnusedAccountValidityDays: ignored('temporary passwords do not expire here'),
  }),
  Schema: list(object({
    Name: required(text),
    AttributeDataType: ignored('values are kept as text'),
    DeveloperOnlyAttribute: refused('attributes for developers alone are not emulated'),
    Mutable: flag,
    Required: flag,
    NumberAttributeConstraints: bounds,
    StringAttributeConstraints: bounds,
  })),
  LambdaConfig: object({
    PreSignUp: text,
    PostConfirmation: text,
    PreAuthentication: text,
    PostAuthentication: text,
    PreTokenGeneration: text,
    PreTokenGenerationConfig: object({ LambdaArn: text, LambdaVersion: oneOf('V1_0', 'V2_0') }),
    CustomMessage: text,
    CreateAuthChallenge: text,
    DefineAuthChallenge: text,
    VerifyAuthChallengeResponse: text,
    UserMigration: text,
    CustomEmailSender: refused('codes are lines in the log'),
    CustomSMSSender: refused('codes are lines in the log'),
    KMSKeyID: ignored('nothing is encrypted on this machine'),
  }),
  MfaConfiguration: oneOf('OFF', 'OPTIONAL'),
  EnabledMfas: ignored('nobody is asked for a second factor'),
  AccountRecoverySetting: object({
    RecoveryMechanisms: list(object({ Name: oneOf('verified_email', 'verified_phone_number', 'admin_only'), Priority: number })),
  }),
  DeletionProtection: ignored('a template that drops the pool means it'),
  DeviceConfiguration: ignored('devices are not remembered'),
  EmailAuthenticationMessage: messages,
  EmailAuthenticationSubject: messages,
  EmailConfiguration: messages,
  EmailVerificationMessage: messages,
  EmailVerificationSubject: messages,
  SmsAuthenticationMessage: messages,
  SmsConfiguration: messages,
  SmsVerificationMessage: messages,
  VerificationMessageTemplate: messages,
  UserAttributeUpdateSettings: ignored('a changed address is there at once, to be verified'),
  UserPoolAddOns: ignored('nobody is an attacker here'),
  UserPoolTier: ignored('it changes the bill alone'),
  WebAuthnRelyingPartyID: ignored('there are no passkeys here'),
  WebAuthnUserVerification: ignored('there are no passkeys here'),
  UserPoolTags: tags,
}

type Properties = PropertiesOf<typeof properties>

type Context = ResourceContext<Used<{ cognito: typeof cognito }>>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html */
export const cognitoUserPool = resource('AWS::Cognito::UserPool', {
  uses: { cognito },
  properties,
  async create(wanted, context) {
    const { id } = await context.services.cognito.pools.create(
      context.physicalName(), poolSettings(wanted, wanted.UserPoolName ?? context.physicalName(128)),
    )
    return shown(id, wanted, context)
  },
  update(wanted, { ref, properties: before }, context) {
    // How users are named can't be changed while there are users.
    const naming = ({ AliasAttributes, UsernameAttributes, UsernameConfiguration }: Properties) =>
      JSON.stringify([AliasAttributes, UsernameAttributes, UsernameConfiguration])
    if (naming(wanted) !== naming(before)) return replacement
    context.services.cognito.pools.update(ref, poolSettings(wanted, wanted.UserPoolName ?? context.physicalName(128)))
    return shown(ref, wanted, context)
  },
  remove: ({ ref }, { services }) => services.cognito.pools.remove(ref),
  restore: ({ ref, properties: kept }, context) => shown(ref, kept, context),
  status: ({ ref }, { services }) => ({ users: services.cognito.pools.directory(ref).users().length }),
})

/** Also tells who invokes the pool's triggers. */
function shown(poolId: string, wanted: Properties, { services, needs, region }: Context) {
  const { arn } = services.cognito.pools.get(poolId)
  for (const functionArn of Object.values(triggersOf(wanted)))
    needs.invokes({ functionArn, principal: 'cognito-idp.amazonaws.com', sourceArn: arn })
  const attributes = {
    Arn: arn, UserPoolId: poolId, ProviderName: `cognito-idp.${region}.amazonaws.com/${poolId}`,
    ProviderURL: services.cognito.site.url(poolId),
  }
  return { ref: poolId, attributes }
}
