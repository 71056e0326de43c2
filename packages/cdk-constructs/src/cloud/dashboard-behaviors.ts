import { Aws, Stack } from 'aws-cdk-lib'
import {
  AllowedMethods, CachePolicy, Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime, OriginRequestPolicy,
  ViewerProtocolPolicy, type BehaviorOptions, type ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { Construct } from 'constructs'
import type { WebDashboardProps } from './web-dashboard.ts'

/** What CloudFront runs for each request of the API: the path as the API has it. */
const WITHOUT_PREFIX = `function handler(event) {
  event.request.uri = event.request.uri.replace(/^\\/api/, '');
  return event.request;
}`

/**
 * The paths of a page's origin that lead elsewhere: `/api/*` to its API, `/mqtt` to AWS IoT. All that a viewer sends goes on but the host,
 * by which neither would know itself; the WebSocket's own headers are among it.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html
 */
export function dashboardBehaviors(
  scope: Construct, { api, mqttEndpoint }: WebDashboardProps, responseHeadersPolicy: ResponseHeadersPolicy,
): Record<string, BehaviorOptions> {
  const uncached = {
    cachePolicy: CachePolicy.CACHING_DISABLED, originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY, responseHeadersPolicy, compress: false,
  }
  return {
    ...(api === undefined ? {} : { '/api/*': {
      ...uncached, allowedMethods: AllowedMethods.ALLOW_ALL,
      origin: new HttpOrigin(`${api.apiId}.execute-api.${api.env?.region ?? Stack.of(scope).region}.${Aws.URL_SUFFIX}`),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: withoutPrefix(scope) }],
    } }),
    ...(mqttEndpoint === undefined ? {} : { '/mqtt': { ...uncached, origin: new HttpOrigin(mqttEndpoint) } }),
  }
}

const withoutPrefix = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'WithoutPrefix', {
    code: FunctionCode.fromInline(WITHOUT_PREFIX), runtime: FunctionRuntime.JS_2_0, comment: 'Takes /api off the path',
  })
