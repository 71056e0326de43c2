import { flag, ignored, refused, required, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

const throttling = ignored('requests are not throttled')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html */
export const apiGatewayV2Stage = resource('AWS::ApiGatewayV2::Stage', {
  properties: {
    ApiId: required(text),
    StageName: required(text),
    AutoDeploy: flag,
    DeploymentId: refused('every stage has the API as it is now'),
    StageVariables: refused('stage variables are not emulated'),
    AccessLogSettings: ignored('requests are not logged'),
    AccessPolicyId: ignored('policies are recorded, not enforced'),
    ClientCertificateId: ignored('it concerns WebSocket APIs'),
    DefaultRouteSettings: throttling,
    RouteSettings: throttling,
    Description: ignored('it is for people'),
    Tags: tags,
  },
  create({ ApiId, StageName }, { services }) {
    services.httpApis.get(ApiId).addStage(StageName)
    return { ref: StageName }
  },
  remove: ({ ref, properties: { ApiId } }, { services }) => services.httpApis.find(ApiId)?.removeStage(ref),
})
