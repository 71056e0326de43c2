import { flag, ignored, list, oneOf, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { httpApis } from '../name.ts'

const websocket = ignored('it concerns WebSocket APIs')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html */
export const apiGatewayV2Route = resource('AWS::ApiGatewayV2::Route', {
  uses: { httpApis },
  properties: {
    ApiId: required(text),
    RouteKey: required(text),
    Target: required(text),
    AuthorizationType: oneOf('NONE', 'JWT', 'CUSTOM', 'AWS_IAM'),
    AuthorizationScopes: list(text),
    AuthorizerId: text,
    ApiKeyRequired: flag,
    OperationName: ignored('it is for people'),
    ModelSelectionExpression: websocket,
    RequestModels: websocket,
    RequestParameters: websocket,
    RouteResponseSelectionExpression: websocket,
  },
  create({ ApiId, RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes }, { services, physicalName, constructPath }) {
    const authorizer = AuthorizerId === undefined ? {} : { authorizer: { authorizerId: AuthorizerId, scopes: AuthorizationScopes ?? [] } }
    const iam = AuthorizationType === 'AWS_IAM' ? { iam: { action: 'execute-api:Invoke' } } : {}
    services.httpApis.get(ApiId).addRoute({ routeKey: RouteKey, target: Target, constructPath, ...authorizer, ...iam })
    const routeId = physicalName().slice(-7).toLowerCase()
    return { ref: routeId, attributes: { RouteId: routeId } }
  },
  remove: ({ properties: { ApiId, RouteKey: routeKey } }, { services, constructPath }) =>
    services.httpApis.find(ApiId)?.removeRoute({ routeKey, constructPath }),
})
