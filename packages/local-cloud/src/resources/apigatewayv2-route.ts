import { flag, ignored, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'

const websocket = ignored('it concerns WebSocket APIs')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html */
export const apiGatewayV2Route = resource('AWS::ApiGatewayV2::Route', {
  properties: {
    ApiId: required(text),
    RouteKey: required(text),
    Target: required(text),
    AuthorizationType: oneOf('NONE'),
    AuthorizationScopes: refused('authorizers are not emulated yet'),
    AuthorizerId: refused('authorizers are not emulated yet'),
    ApiKeyRequired: flag,
    OperationName: ignored('it is for people'),
    ModelSelectionExpression: websocket,
    RequestModels: websocket,
    RequestParameters: websocket,
    RouteResponseSelectionExpression: websocket,
  },
  create({ ApiId, RouteKey, Target }, { services, physicalName, constructPath }) {
    services.httpApis.get(ApiId).addRoute({ routeKey: RouteKey, target: Target, constructPath })
    const routeId = physicalName().slice(-7).toLowerCase()
    return { ref: routeId, attributes: { RouteId: routeId } }
  },
})
