/** When a function at the edge runs. */
export type EdgeEvent = 'viewer-request' | 'viewer-response'

/** What is done with requests whose path matches. */
export interface Behavior {
  /** Absent: the default one, which every path matches. */
  readonly pathPattern?: string | undefined
  readonly originId: string
  readonly allowedMethods: readonly string[]
  readonly compress: boolean
  readonly cachePolicyId: string
  readonly originRequestPolicyId?: string | undefined
  readonly responseHeadersPolicyId?: string | undefined
  /** ARNs of CloudFront Functions. */
  readonly functions: ReadonlyMap<EdgeEvent, string>
}

/** Where a behaviour gets its answers from. */
export interface OriginConfig {
  readonly id: string
  readonly domainName: string
  /** Put before the path of each request; without a slash at its end. */
  readonly path: string
  readonly customHeaders: Readonly<Record<string, string>>
  /** The id of the origin access identity that a bucket is read by; absent: as CloudFront itself, for this distribution. */
  readonly identity?: string | undefined
}

/** What viewers get in the place of an error of an origin. */
export interface ErrorResponse {
  readonly errorCode: number
  readonly responseCode?: number | undefined
  readonly responsePagePath?: string | undefined
}

/** A distribution as its template has it. */
export interface DistributionConfig {
  /** By which the bucket policies know it. */
  readonly arn: string
  readonly constructPath: string
  readonly enabled: boolean
  readonly aliases: readonly string[]
  readonly defaultRootObject: string
  /** In the order in which paths are held against them; the default one is the last. */
  readonly behaviors: readonly [...Behavior[], Behavior]
  readonly origins: readonly OriginConfig[]
  readonly errorResponses: readonly ErrorResponse[]
}
