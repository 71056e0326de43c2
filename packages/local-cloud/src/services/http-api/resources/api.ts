import { corsConfiguration, corsOf } from './cors-configuration.ts'
import { ignored, oneOf, refused, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { httpApis } from '../name.ts'

const quickCreate = refused('an API is made of routes and integrations here')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
export const apiGatewayV2Api = resource('AWS::ApiGatewayV2::Api', {
  uses: { httpApis },
  properties: {
    Name: text,
    ProtocolType: oneOf('HTTP'),
    CorsConfiguration: corsConfiguration,
    Description: ignored('it is for people'),
    Version: ignored('it is for people'),
    DisableExecuteApiEndpoint: ignored('there is no other way in here'),
    DisableSchemaValidation: ignored('it concerns WebSocket APIs'),
    IpAddressType: ignored('the API answers on the loopback address'),
    ApiKeySelectionExpression: ignored('it concerns WebSocket APIs'),
    RouteSelectionExpression: ignored('HTTP APIs have one alone'),
    Body: quickCreate,
    BodyS3Location: quickCreate,
    BasePath: quickCreate,
    CredentialsArn: quickCreate,
    RouteKey: quickCreate,
    Target: quickCreate,
    FailOnWarnings: ignored('it concerns imported definitions'),
    Tags: tags,
  },
  create({ CorsConfiguration: cors }, { services, physicalName }) {
    // As AWS's: ten lower-case letters and digits.
    const apiId = physicalName().slice(-10).toLowerCase()
    services.httpApis.create(apiId, corsOf(cors))
    return { ref: apiId, attributes: { ApiId: apiId, ApiEndpoint: services.httpApis.url(apiId) } }
  },
  update({ CorsConfiguration: cors }, { ref, attributes = {} }, { services }) {
    services.httpApis.get(ref).setCors(corsOf(cors))
    return { ref, attributes }
  },
  remove: ({ ref }, { services }) => services.httpApis.remove(ref),
})
