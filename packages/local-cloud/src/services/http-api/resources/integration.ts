import { checkMappings } from '../parameter-mapping.ts'
import { ignored, list, map, number, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { httpApis } from '../name.ts'

const websocket = ignored('it concerns WebSocket APIs')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const apiGatewayV2Integration = resource('AWS::ApiGatewayV2::Integration', {
  uses: { httpApis },
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
    RequestParameters: map(text),
    ResponseParameters: map(object({ ResponseParameters: list(object({ Source: required(text), Destination: required(text) })) })),
    TlsConfig: refused('only Lambda functions are integrated'),
    Description: ignored('it is for people'),
    ContentHandlingStrategy: websocket,
    PassthroughBehavior: websocket,
    RequestTemplates: websocket,
    TemplateSelectionExpression: websocket,
  },
  create(
    { ApiId, IntegrationUri, TimeoutInMillis, PayloadFormatVersion, RequestParameters, ResponseParameters = {} },
    { services, physicalName },
  ) {
    const integrationId = physicalName().slice(-7).toLowerCase()
    const functionArn = /functions\/(arn:[^/]+)\/invocations$/.exec(IntegrationUri)?.[1] ?? IntegrationUri
    const responseMappings = new Map(Object.entries(ResponseParameters).map(([status, { ResponseParameters: mappings = [] }]) =>
      [Number(status), Object.fromEntries(mappings.map(({ Destination, Source }) => [Destination, Source]))] as const))
    if (RequestParameters !== undefined) checkMappings(RequestParameters, 'request')
    for (const mappings of responseMappings.values()) checkMappings(mappings, 'response')
    const integration = {
      functionArn, timeoutMs: TimeoutInMillis ?? 30_000, payloadFormat: PayloadFormatVersion, requestMappings: RequestParameters,
      responseMappings,
    }
    services.httpApis.get(ApiId).addIntegration(integrationId, integration)
    return { ref: integrationId, attributes: { IntegrationId: integrationId } }
  },
  remove: ({ ref, properties: { ApiId } }, { services }) => services.httpApis.find(ApiId)?.removeIntegration(ref),
})
