import { flag, ignored, list, number, object, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { resource, type ResourceContext } from '../../../ground/resource.ts'
import type { CloudFront } from '../cloudfront.ts'
import { edgeId } from '../edge-id.ts'
import { cloudFront } from '../name.ts'
import type { CorsHeaders, SetHeader } from '../response-headers.ts'

const override = required(flag)
const items = required(object({ Items: required(list(text)) }))
const security = {
  ContentSecurityPolicy: object({ ContentSecurityPolicy: required(text), Override: override }),
  ContentTypeOptions: object({ Override: override }),
  FrameOptions: object({ FrameOption: required(text), Override: override }),
  ReferrerPolicy: object({ ReferrerPolicy: required(text), Override: override }),
  StrictTransportSecurity: object({
    AccessControlMaxAgeSec: required(number), IncludeSubdomains: flag, Preload: flag, Override: override,
  }),
  XSSProtection: object({ Protection: required(flag), ModeBlock: flag, ReportUri: text, Override: override }),
}
const policy = {
  Name: required(text),
  Comment: ignored('it is for people'),
  SecurityHeadersConfig: object(security),
  CustomHeadersConfig: object({ Items: required(list(object({ Header: required(text), Value: required(text), Override: override }))) }),
  RemoveHeadersConfig: object({ Items: required(list(object({ Header: required(text) }))) }),
  CorsConfig: object({
    AccessControlAllowCredentials: required(flag),
    AccessControlAllowHeaders: items,
    AccessControlAllowMethods: items,
    AccessControlAllowOrigins: items,
    AccessControlExposeHeaders: object({ Items: required(list(text)) }),
    AccessControlMaxAgeSec: number,
    OriginOverride: required(flag),
  }),
  ServerTimingHeadersConfig: ignored('there is no edge whose time it would tell'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html */
export const cloudFrontResponseHeadersPolicy = resource('AWS::CloudFront::ResponseHeadersPolicy', {
  uses: { cloudFront },
  properties: { ResponseHeadersPolicyConfig: required(object(policy)) },
  create: ({ ResponseHeadersPolicyConfig: config }, context) => set(edgeId(context.physicalName(128)), config, context),
  update: ({ ResponseHeadersPolicyConfig: config }, { ref }, context) => set(ref, config, context),
  remove: ({ ref }, { services }) => void services.cloudFront.headersPolicies.delete(ref),
})

function set(
  id: string, { SecurityHeadersConfig, CustomHeadersConfig, RemoveHeadersConfig, CorsConfig }: PropertiesOf<typeof policy>,
  { services }: ResourceContext<{ readonly cloudFront: CloudFront }>,
) {
  services.cloudFront.headersPolicies.set(id, {
    sets: [
      ...(SecurityHeadersConfig === undefined ? [] : securityHeaders(SecurityHeadersConfig)),
      ...(CustomHeadersConfig?.Items ?? []).map(({ Header, Value, Override }) => ({ name: Header, value: Value, override: Override })),
    ],
    removes: (RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header),
    cors: corsOf(CorsConfig),
  })
  return { ref: id, attributes: { Id: id } }
}

function corsOf(config: PropertiesOf<typeof policy>['CorsConfig']): CorsHeaders | undefined {
  if (config === undefined) return undefined
  const methods = config.AccessControlAllowMethods.Items
  return {
    origins: config.AccessControlAllowOrigins.Items, methods: methods.includes('ALL') ? EVERY_METHOD : methods,
    headers: config.AccessControlAllowHeaders.Items, exposed: config.AccessControlExposeHeaders?.Items ?? [],
    maxAgeSec: config.AccessControlMaxAgeSec, credentials: config.AccessControlAllowCredentials, override: config.OriginOverride,
  }
}
const EVERY_METHOD = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']

function securityHeaders(
  {
    ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity: age, XSSProtection: xss,
  }: PropertiesOf<typeof security>,
): SetHeader[] {
  const header = (name: string, value: string | undefined, of: { readonly Override: boolean } | undefined): SetHeader[] =>
    (of === undefined || value === undefined ? [] : [{ name, value, override: of.Override }])
  const block = xss?.ReportUri === undefined ? (xss?.ModeBlock === true ? '; mode=block' : '') : `; report=${xss.ReportUri}`
  return [
    ...header('content-security-policy', ContentSecurityPolicy?.ContentSecurityPolicy, ContentSecurityPolicy),
    ...header('x-content-type-options', 'nosniff', ContentTypeOptions),
    ...header('x-frame-options', FrameOptions?.FrameOption, FrameOptions),
    ...header('referrer-policy', ReferrerPolicy?.ReferrerPolicy, ReferrerPolicy),
    ...header('strict-transport-security', [
      `max-age=${age?.AccessControlMaxAgeSec}`, ...(age?.IncludeSubdomains === true ? ['includeSubDomains'] : []),
      ...(age?.Preload === true ? ['preload'] : []),
    ].join('; '), age),
    ...header('x-xss-protection', xss?.Protection === true ? `1${block}` : '0', xss),
  ]
}
