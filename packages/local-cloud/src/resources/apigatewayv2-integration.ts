import { ignored, number, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'

const mapping = refused('parameter mapping is not emulated')
const websocket = ignored('it concerns WebSocket APIs')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const apiGatewayV2Integration = resource('AWS::ApiGatewayV2::Integration', {
  properties: {
    ApiId: required(text),
    IntegrationType: required(oneOf('AWS_PROXY')),
    IntegrationUri: required(text),
    PayloadFormatVersion: required(oneOf('1.0', '2.0')),
    TimeoutInMillis: number,
    IntegrationMethod: ignored('Lambda functions are always invoked by POST'),
    IntegrationSubtype: refused('only Lambda functions are integrated'),
    ConnectionId: refused('there are no VPC links here'),
    ConnectionType: oneOf('INTERNET'),
    CredentialsArn: ignored('policies are recorded, not enforced'),
    RequestParameters: mapping,
    ResponseParameters: mapping,
    TlsConfig: refused('only Lambda functions are integrated'),
    Description: ignored('it is for people'),
    ContentHandlingStrategy: websocket,
    PassthroughBehavior: websocket,
    RequestTemplates: websocket,
    TemplateSelectionExpression: websocket,
  },
  create({ ApiId, IntegrationUri, TimeoutInMillis, PayloadFormatVersion }, { services, physicalName }) {
    const integrationId = physicalName().slice(-7).toLowerCase()
    const functionArn = /functions\/(arn:[^/]+)\/invocations$/.exec(IntegrationUri)?.[1] ?? IntegrationUri
    services.httpApis.get(ApiId).addIntegration(integrationId, { functionArn, timeoutMs: TimeoutInMillis ?? 30_000, payloadFormat: PayloadFormatVersion })
    return { ref: integrationId, attributes: { IntegrationId: integrationId } }
  },
})
