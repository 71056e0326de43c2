import { ignored, list, object, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'

const ofFunctions = refused('only JWT authorizers are emulated')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html */
export const apiGatewayV2Authorizer = resource('AWS::ApiGatewayV2::Authorizer', {
  properties: {
    ApiId: required(text),
    AuthorizerType: required(oneOf('JWT')),
    Name: ignored('it is for people'),
    IdentitySource: list(text),
    JwtConfiguration: required(object({ Issuer: required(text), Audience: list(text) })),
    AuthorizerUri: ofFunctions,
    AuthorizerCredentialsArn: ofFunctions,
    AuthorizerPayloadFormatVersion: ofFunctions,
    AuthorizerResultTtlInSeconds: ofFunctions,
    EnableSimpleResponses: ofFunctions,
    IdentityValidationExpression: ignored('it concerns WebSocket APIs'),
  },
  create({ ApiId, IdentitySource, JwtConfiguration: { Issuer, Audience } }, { services, physicalName }) {
    const authorizerId = physicalName().slice(-6).toLowerCase()
    const identitySource = IdentitySource?.[0] ?? '$request.header.Authorization'
    services.httpApis.get(ApiId).addAuthorizer(authorizerId, { identitySource, issuer: Issuer, audience: Audience ?? [] })
    return { ref: authorizerId, attributes: { AuthorizerId: authorizerId } }
  },
  remove: ({ ref, properties: { ApiId } }, { services }) => services.httpApis.find(ApiId)?.removeAuthorizer(ref),
})
