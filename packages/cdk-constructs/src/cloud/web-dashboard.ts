import { Duration } from 'aws-cdk-lib'
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  Distribution, HeadersFrameOption, HeadersReferrerPolicy, HttpVersion, ResponseHeadersPolicy, SecurityPolicyProtocol, ViewerProtocolPolicy,
  type DistributionProps,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { ObjectOwnership, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { acknowledgeDashboard } from './acknowledge-dashboard.ts'
import { dashboardBehaviors } from './dashboard-behaviors.ts'
import { logsBucket, privateBucket } from './private-bucket.ts'
import { webDashboardProblems } from './web-dashboard-problems.ts'

/** An HTTP API of API Gateway, as `HttpApi` is. */
export interface DashboardApi {
  readonly apiId: string
  /** Where it is; default: where the page's stack is. */
  readonly env?: { readonly region: string }
}

/** What a {@link WebDashboard} takes. */
export interface WebDashboardProps {
  /** The folder of the built page, with its `index.html`: it becomes an asset. */
  readonly folder: string
  /**
   * The HTTP API that the page calls at its own origin, below `/api/`, which is taken off. The answers are the API's own, also to what is
   * not there: the page has no paths but those of its files, and tells its views apart by the hash.
   *
   * @default - none: every path that is no file's is answered by `index.html`
   */
  readonly api?: DashboardApi
  /**
   * The data endpoint of AWS IoT that the page reaches at its own origin by a WebSocket, `/mqtt`. See {@link DataEndpoint}.
   *
   * @default - none
   */
  readonly mqttEndpoint?: string
  /**
   * What the page may call beside its own origin: `https://…` of an API, `wss://…` of AWS IoT.
   *
   * @default - its own origin alone
   */
  readonly connectSources?: readonly string[]
  /**
   * Whether styles may stand in the page's elements, as some libraries write them there.
   *
   * @default false
   */
  readonly inlineStyles?: boolean
  /**
   * Files that are made at deployment, as `config.json` with the API's URL: an object is written as JSON.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, object>>
  /**
   * The names that it answers to, and their certificate, in us-east-1.
   *
   * @default - CloudFront's own name
   */
  readonly domain?: { readonly names: readonly string[]; readonly certificate: ICertificate }
  /**
   * The ARN of a web ACL of AWS WAF.
   *
   * @default - none
   */
  readonly webAclArn?: string
}

/** Where Vite says what it has built of what: for tools, and for nobody else. */
const BUILD_MANIFEST = '.vite'
const YEARS = Duration.days(730)
const A_YEAR = Duration.days(365)

/**
 * A built page on CloudFront, from a bucket that nobody else reads: over TLS alone, under a content security policy that lets it run its
 * own scripts and call what you list. With an `api` and an `mqttEndpoint` it calls its own origin alone, which needs no CORS; without an
 * API, every path of a single-page app is answered by its `index.html`.
 *
 * @example
 * const { address } = new DataEndpoint(this, 'DataEndpoint')
 * const files = { 'config.json': { apiUrl: '/api', mqttUrl: '/mqtt' } }
 * new WebDashboard(this, 'Dashboard', { folder: 'dist', api: { apiId: 'a1b2c3d4e5' }, mqttEndpoint: address, files })
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export class WebDashboard extends Construct {
  readonly bucket: IBucket
  readonly distribution: Distribution
  /** Where it answers. */
  readonly url: string

  constructor(scope: Construct, id: string, props: WebDashboardProps) {
    super(scope, id)
    const problems = webDashboardProblems(props)
    const logs = logsBucket(this, 'Logs', { acls: true })
    this.bucket = privateBucket(this, 'Bucket', logs, { objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED })
    const responseHeadersPolicy = this.#headers(props)
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html', httpVersion: HttpVersion.HTTP2_AND_3, enableLogging: true, logBucket: logs,
      logFilePrefix: 'cloudfront/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket), viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy, compress: true,
      },
      additionalBehaviors: dashboardBehaviors(this, props, responseHeadersPolicy),
      // The bucket answers 403 for what is not there; where that is a path of the page, the page knows what to show. They are of the whole
      // distribution, and would take the place of the API's own.
      errorResponses: props.api !== undefined ? [] : [403, 404]
        .map((httpStatus) => ({ httpStatus, responseHttpStatus: 200, responsePagePath: '/index.html', ttl: Duration.seconds(0) })),
      ...domainOf(props),
    })
    if (problems.length === 0) this.#deploy(props)
    this.url = `https://${props.domain?.names[0] ?? this.distribution.distributionDomainName}`
    acknowledgeDashboard(this, props)
    this.node.addValidation({ validate: () => problems })
  }

  #headers(props: WebDashboardProps): ResponseHeadersPolicy {
    const always = { override: true }
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(props), ...always },
        strictTransportSecurity: { accessControlMaxAge: YEARS, includeSubdomains: true, ...always },
        contentTypeOptions: always,
        frameOptions: { frameOption: HeadersFrameOption.DENY, ...always },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, ...always },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()', ...always },
          { header: 'cross-origin-opener-policy', value: 'same-origin', ...always },
          { header: 'cross-origin-resource-policy', value: 'same-origin', ...always },
        ],
      },
    })
  }

  /** Files with a hash in their names stay in caches for a year; those that name them are asked for again each time. */
  #deploy({ folder, files = {} }: WebDashboardProps): void {
    const assets = existsSync(join(folder, 'assets'))
    const common = { destinationBucket: this.bucket, prune: false }
    if (assets) {
      const cacheControl = [CacheControl.fromString(`public, max-age=${A_YEAR.toSeconds()}, immutable`)]
      new BucketDeployment(this, 'Assets', {
        ...common, sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**'] })], cacheControl,
      })
    }
    new BucketDeployment(this, 'Pages', {
      ...common,
      sources: [
        Source.asset(folder, { exclude: [BUILD_MANIFEST, ...(assets ? ['assets'] : [])] }),
        ...Object.entries(files).map(([name, content]) => Source.jsonData(name, content)),
      ],
      cacheControl: [CacheControl.noCache()], distribution: this.distribution, distributionPaths: ['/*'],
    })
  }
}

/** Its own scripts, styles, fonts and pictures, and workers that it makes, as MQTT clients keep their time by; nobody may frame it. */
const contentSecurityPolicy = ({ connectSources = [], inlineStyles = false }: WebDashboardProps): string =>
  [
    "default-src 'none'", "script-src 'self'", `style-src 'self'${inlineStyles ? " 'unsafe-inline'" : ''}`, "img-src 'self' data:",
    "font-src 'self'", "manifest-src 'self'", "worker-src 'self' blob:", `connect-src ${["'self'", ...connectSources].join(' ')}`,
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", 'upgrade-insecure-requests',
  ].join('; ')

const domainOf = ({ domain, webAclArn }: WebDashboardProps): Partial<DistributionProps> => ({
  ...(domain === undefined ? {} : {
    domainNames: [...domain.names], certificate: domain.certificate, minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }),
  ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
})
