import { flag, map, oneOf, required, text } from './property.ts'
import { present } from './present.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-authorizer.html */
export const iotAuthorizer = resource('AWS::IoT::Authorizer', {
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
  async create(properties, { services, physicalName, arn, constructPath }) {
    const authorizerName = properties.AuthorizerName ?? physicalName(128)
    await services.iot.call('CreateAuthorizer', present({
      authorizerName,
      authorizerFunctionArn: properties.AuthorizerFunctionArn,
      signingDisabled: properties.SigningDisabled,
      status: properties.Status,
      tokenKeyName: properties.TokenKeyName,
      tokenSigningPublicKeys: properties.TokenSigningPublicKeys,
      enableCachingForHttp: properties.EnableCachingForHttp,
    }))
    const authorizerArn = arn('iot', `authorizer/${authorizerName}`)
    services.invokers.push({ functionArn: properties.AuthorizerFunctionArn, principal: 'iot.amazonaws.com', sourceArn: authorizerArn, constructPath })
    return { ref: authorizerName, attributes: { Arn: authorizerArn } }
  },
})
