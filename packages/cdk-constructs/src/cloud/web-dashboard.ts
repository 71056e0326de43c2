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
import { logsBucket, privateBucket } from './private-bucket.ts'
import { webDashboardProblems } from './web-dashboard-problems.ts'

/** What a {@link WebDashboard} takes. */
export interface WebDashboardProps {
  /** The folder of the built page, with its `index.html`: it becomes an asset. */
  readonly folder: string
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

const YEARS = Duration.days(730)
const A_YEAR = Duration.days(365)

/**
 * A built page on CloudFront, from a bucket that nobody else reads: over TLS alone, under a content security policy that lets it run its
 * own scripts and call what you list, and every path of a single-page app answered by its `index.html`.
 *
 * @example
 * const connectSources = ['https://api.example.com', 'wss://example-ats.iot.eu-central-1.amazonaws.com']
 * new WebDashboard(this, 'Dashboard', { folder: 'dist', connectSources })
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
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html', httpVersion: HttpVersion.HTTP2_AND_3, enableLogging: true, logBucket: logs,
      logFilePrefix: 'cloudfront/', minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket), viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.#headers(props), compress: true,
      },
      // The bucket answers 403 for what is not there; where that is a path of the page, the page knows what to show.
      errorResponses: [403, 404]
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
        Source.asset(folder, { exclude: assets ? ['assets'] : [] }),
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
  ...(domain === undefined ? {} : { domainNames: [...domain.names], certificate: domain.certificate }),
  ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
})
