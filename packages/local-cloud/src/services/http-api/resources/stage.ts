import type { ThrottleSettings } from '../throttle.ts'
import { flag, ignored, map, number, object, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { httpApis } from '../name.ts'

const routeSettings = {
  ThrottlingBurstLimit: number,
  ThrottlingRateLimit: number,
  DataTraceEnabled: ignored('requests are not logged'),
  DetailedMetricsEnabled: ignored('there are no metrics here'),
  LoggingLevel: ignored('requests are not logged'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html */
export const apiGatewayV2Stage = resource('AWS::ApiGatewayV2::Stage', {
  uses: { httpApis },
  properties: {
    ApiId: required(text),
    StageName: required(text),
    AutoDeploy: flag,
    DeploymentId: refused('every stage has the API as it is now'),
    StageVariables: refused('stage variables are not emulated'),
    AccessLogSettings: ignored('requests are not logged'),
    AccessPolicyId: ignored('policies are recorded, not enforced'),
    ClientCertificateId: ignored('it concerns WebSocket APIs'),
    DefaultRouteSettings: object(routeSettings),
    RouteSettings: map(object(routeSettings)),
    Description: ignored('it is for people'),
    Tags: tags,
  },
  create({ ApiId, StageName, DefaultRouteSettings, RouteSettings = {} }, { services }) {
    const routeThrottles = new Map(Object.entries(RouteSettings).flatMap(([routeKey, settings]) => {
      const throttle = throttleOf(settings)
      return throttle === undefined ? [] : [[routeKey, throttle] as const]
    }))
    services.httpApis.get(ApiId).addStage(StageName, { throttle: throttleOf(DefaultRouteSettings), routeThrottles })
    return { ref: StageName }
  },
  remove: ({ ref, properties: { ApiId } }, { services }) => services.httpApis.find(ApiId)?.removeStage(ref),
})

/** One of the two alone leaves the other to the account, which is not throttled here. */
function throttleOf(settings: PropertiesOf<typeof routeSettings> | undefined): ThrottleSettings | undefined {
  if (settings?.ThrottlingBurstLimit === undefined && settings?.ThrottlingRateLimit === undefined) return undefined
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings
  return { rate: rate ?? Number.MAX_SAFE_INTEGER, burst: burst ?? Number.MAX_SAFE_INTEGER }
}
