import { flag, ignored, list, number, object, oneOf, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { httpApis } from '../name.ts'

const properties = {
  ApiId: required(text),
  AuthorizerType: required(oneOf('JWT', 'REQUEST')),
  Name: ignored('it is for people'),
  IdentitySource: list(text),
  JwtConfiguration: object({ Issuer: required(text), Audience: list(text) }),
  AuthorizerUri: text,
  AuthorizerCredentialsArn: text,
  AuthorizerPayloadFormatVersion: oneOf('1.0', '2.0'),
  AuthorizerResultTtlInSeconds: number,
  EnableSimpleResponses: flag,
  IdentityValidationExpression: ignored('it concerns WebSocket APIs'),
}

type Properties = PropertiesOf<typeof properties>
type Context = ResourceContext<Used<{ httpApis: typeof httpApis }>>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html */
export const apiGatewayV2Authorizer = resource('AWS::ApiGatewayV2::Authorizer', {
  uses: { httpApis },
  properties,
  create(wanted, context) {
    const authorizerId = context.physicalName().slice(-6).toLowerCase()
    if (wanted.AuthorizerType === 'JWT') addJwtAuthorizer(authorizerId, wanted, context)
    else addLambdaAuthorizer(authorizerId, wanted, context)
    return { ref: authorizerId, attributes: { AuthorizerId: authorizerId } }
  },
  remove: ({ ref, properties: { ApiId } }, { services }) => services.httpApis.find(ApiId)?.removeAuthorizer(ref),
})

function addJwtAuthorizer(authorizerId: string, { ApiId, IdentitySource, JwtConfiguration }: Properties, { services }: Context): void {
  if (JwtConfiguration === undefined) throw new TypeError('JwtConfiguration is missing')
  const identitySource = IdentitySource?.[0] ?? '$request.header.Authorization'
  services.httpApis.get(ApiId).addAuthorizer(authorizerId, {
    identitySource, issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience ?? [],
  })
}

function addLambdaAuthorizer(authorizerId: string, wanted: Properties, { services, needs, arn }: Context): void {
  const {
    ApiId, AuthorizerUri = '', AuthorizerPayloadFormatVersion: payloadFormat, EnableSimpleResponses: simpleResponses = false,
  } = wanted
  const functionArn = /functions\/(arn:[^/]+)\/invocations$/.exec(AuthorizerUri)?.[1]
  if (functionArn === undefined) throw new TypeError(`AuthorizerUri ${AuthorizerUri} names no function`)
  // AWS refuses these with the same reasons.
  if (payloadFormat === undefined) throw new TypeError('AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer')
  if (simpleResponses && payloadFormat === '1.0') throw new TypeError('EnableSimpleResponses takes AuthorizerPayloadFormatVersion 2.0')
  const ttlSec = wanted.AuthorizerResultTtlInSeconds ?? 0
  services.httpApis.get(ApiId).addLambdaAuthorizer(authorizerId, {
    functionArn, payloadFormat, simpleResponses, identitySources: wanted.IdentitySource ?? [], ttlSec,
  })
  // With a role of its own API Gateway needs no permission of the function's.
  if (wanted.AuthorizerCredentialsArn !== undefined) return
  needs.invokes({
    functionArn, principal: 'apigateway.amazonaws.com', sourceArn: arn('execute-api', `${ApiId}/authorizers/${authorizerId}`),
  })
}
