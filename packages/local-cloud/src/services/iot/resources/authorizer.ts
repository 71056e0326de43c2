import { flag, map, oneOf, required, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-authorizer.html */
export const iotAuthorizer = resource('AWS::IoT::Authorizer', {
  uses: { iot },
  properties: {
    AuthorizerName: text,
    AuthorizerFunctionArn: required(text),
    SigningDisabled: flag,
    Status: oneOf('ACTIVE', 'INACTIVE'),
    TokenKeyName: text,
    TokenSigningPublicKeys: map(text),
    EnableCachingForHttp: flag,
    Tags: tags,
  },
  async create(properties, context) {
    const authorizerName = properties.AuthorizerName ?? context.physicalName(128)
    await context.services.iot.call(
      'CreateAuthorizer', present({ authorizerName, signingDisabled: properties.SigningDisabled, ...settings(properties) }),
    )
    askPermission(authorizerName, properties.AuthorizerFunctionArn, context)
    return { ref: authorizerName, attributes: { Arn: context.arn('iot', `authorizer/${authorizerName}`) } }
  },
  async update(properties, { ref: authorizerName, attributes = {}, properties: before }, context) {
    if (properties.AuthorizerName !== before.AuthorizerName || properties.SigningDisabled !== before.SigningDisabled) return replacement
    await context.services.iot.call('UpdateAuthorizer', present({ authorizerName, ...settings(properties) }))
    askPermission(authorizerName, properties.AuthorizerFunctionArn, context)
    return { ref: authorizerName, attributes }
  },
  // Only one that is inactive can be deleted.
  async remove({ ref: authorizerName }, { services }) {
    await services.iot.call('UpdateAuthorizer', { authorizerName, status: 'INACTIVE' }).catch(unlessGone)
    await services.iot.call('DeleteAuthorizer', { authorizerName }).catch(unlessGone)
  },
  restore: ({ ref, properties }, context) => askPermission(ref, properties.AuthorizerFunctionArn, context),
})

interface AuthorizerSettings {
  readonly AuthorizerFunctionArn: string
  readonly Status: string | undefined
  readonly TokenKeyName: string | undefined
  readonly TokenSigningPublicKeys: Readonly<Record<string, string>> | undefined
  readonly EnableCachingForHttp: boolean | undefined
}

function settings(
  { AuthorizerFunctionArn, Status, TokenKeyName, TokenSigningPublicKeys, EnableCachingForHttp }: AuthorizerSettings,
): Record<string, unknown> {
  return {
    authorizerFunctionArn: AuthorizerFunctionArn, status: Status, tokenKeyName: TokenKeyName,
    tokenSigningPublicKeys: TokenSigningPublicKeys, enableCachingForHttp: EnableCachingForHttp,
  }
}

function askPermission(authorizerName: string, functionArn: string, { needs, arn }: ResourceContext): void {
  needs.invokes({ functionArn, principal: 'iot.amazonaws.com', sourceArn: arn('iot', `authorizer/${authorizerName}`) })
}
