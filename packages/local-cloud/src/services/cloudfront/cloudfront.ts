import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { rejectUpgrade, requestUrl } from '@keg/local-iot/doors'
import type { HttpHandlers, HttpListener, OpenOrigin } from '../../ground/http.ts'
import type { RunningDistribution } from '../../ground/running-distribution.ts'
import type { Shelf } from '../../ground/shelf.ts'
import type { HttpApis } from '../http-api/http-apis.ts'
import type { Identities } from '../iam/identities.ts'
import type { S3 } from '../s3/s3.ts'
import { askApi } from './ask-api.ts'
import { askBucket } from './ask-bucket.ts'
import { Distribution } from './distribution.ts'
import type { Behavior, DistributionConfig } from './distribution-config.ts'
import type { EdgeFunction } from './edge-function.ts'
import { errorPage } from './error-page.ts'
import { forwarded, type CachePolicy, type Forwarded, type Forwarding } from './forwarding.ts'
import { managedCachePolicies, managedOriginRequestPolicies } from './managed-policies.ts'
import { originKind, type OriginKind } from './origin-kind.ts'
import { managedResponseHeadersPolicies, type ResponseHeadersPolicy } from './response-headers.ts'

/** What distributions run with. */
export interface CloudFrontOptions {
  readonly region: string
  readonly accountId: string
  readonly endpoint: string
  readonly hosts: readonly string[]
  /** What happens where a bucket's policy does not let CloudFront in. */
  readonly permissions: 'enforce' | 'warn' | 'off'
  readonly s3: Pick<S3, 'fetch'>
  readonly iam: Pick<Identities, 'resourcePolicies'>
  readonly httpApis: () => HttpApis | undefined
  /** AWS IoT: its data endpoint, as `localhost:8443`, and who takes its WebSockets. */
  readonly iot: { readonly dataHost: () => string; readonly handleUpgrade: HttpHandlers['upgrade'] }
  /** Which port a distribution had in an earlier run. */
  readonly ports: Shelf<number>
  readonly openOrigin: OpenOrigin
  readonly newId: () => string
  readonly log: (text: string) => void
}

/** Amazon CloudFront: distributions, and the policies and functions that they name. */
export class CloudFront {
  readonly cachePolicies = new Map<string, CachePolicy>()
  readonly originRequestPolicies = new Map<string, Forwarding>()
  readonly headersPolicies = new Map<string, ResponseHeadersPolicy>()
  /** By ARN. */
  readonly functions = new Map<string, EdgeFunction>()
  readonly #distributions = new Map<string, { readonly distribution: Distribution; readonly listener: HttpListener }>()
  readonly #options: CloudFrontOptions
  /** The buckets that were told of. */
  readonly #told = new Set<string>()

  constructor(options: CloudFrontOptions) {
    this.#options = options
  }

  get distributions(): readonly RunningDistribution[] {
    return [...this.#distributions].map(([id, { distribution, listener: { endpoint } }]) => ({
      id, constructPath: distribution.config.constructPath, url: `${endpoint}/`,
      mount: (path, answer) => distribution.mount(path, answer),
    }))
  }

  /** Opens a distribution, and returns its host and port. Throws `TypeError` for what it can't have. */
  async open(id: string, config: DistributionConfig): Promise<string> {
    this.#check(config)
    const distribution = this.#distribution(id, config)
    const listener = await this.#options.openOrigin({
      fetch: (request) => distribution.fetch(request), admit: (head) => distribution.admit(head),
      upgrade: (request, socket, head) => this.#upgrade(distribution, request, socket, head),
    }, this.#options.ports.get(id))
    const { host, port } = new URL(listener.endpoint)
    this.#options.ports.set(id, Number(port))
    this.#distributions.set(id, { distribution, listener })
    return host
  }

  /** Changes a distribution in its place. Throws `TypeError` for what it can't have. */
  change(id: string, config: DistributionConfig): void {
    this.#check(config)
    const there = this.#distributions.get(id)
    if (there !== undefined) there.distribution.config = config
  }

  async remove(id: string): Promise<void> {
    const there = this.#distributions.get(id)
    this.#distributions.delete(id)
    await there?.listener.close()
  }

  async close(): Promise<void> {
    for (const id of [...this.#distributions.keys()]) await this.remove(id)
  }

  /** The text with the addresses of distributions as those that answer here: over HTTP, and of their other names as well. */
  withLocalUrls(text: string): string {
    const hosts = new Map([...this.#distributions.values()].flatMap(({ distribution: { config: { aliases } }, listener }) => {
      const { host } = new URL(listener.endpoint)
      return [host, ...aliases].map((name) => [name, host] as const)
    }))
    return text.replaceAll(/\b(http|ws)s:\/\/([\w.-]+(?::\d+)?)/g, (whole, scheme: string, name: string) => {
      const host = hosts.get(name)
      return host === undefined ? whole : `${scheme}://${host}`
    })
  }

  #distribution(id: string, config: DistributionConfig): Distribution {
    const { hosts, newId, log } = this.#options
    const distribution: Distribution = new Distribution(config, {
      id, hosts, newId, log,
      kindOf: (originId) => this.#kindOf(distribution.config, originId),
      ask: (behavior, request) => this.#ask(distribution.config, behavior, request),
      functionOf: (arn) => this.functions.get(arn),
      cachePolicy: (policyId) => this.#cachePolicy(policyId) ?? NOTHING,
      headersPolicy: (policyId) => this.headersPolicies.get(policyId) ?? managedResponseHeadersPolicies[policyId],
    })
    return distribution
  }

  #check({ behaviors, origins }: DistributionConfig): void {
    for (const { domainName } of origins)
      if (this.#kind(domainName) === undefined) throw new TypeError(`The origin ${domainName} is none of this assembly: a bucket, an HTTP API (as {ApiId}.execute-api.{region}.amazonaws.com) or AWS IoT's data endpoint is`)
    for (const { cachePolicyId, originRequestPolicyId, responseHeadersPolicyId } of behaviors) {
      if (this.#cachePolicy(cachePolicyId) === undefined) throw new TypeError(`There is no cache policy ${cachePolicyId}`)
      if (originRequestPolicyId !== undefined && this.#originRequestPolicy(originRequestPolicyId) === undefined)
        throw new TypeError(`There is no origin request policy ${originRequestPolicyId}`)
      if (
        responseHeadersPolicyId !== undefined && !this.headersPolicies.has(responseHeadersPolicyId)
        && managedResponseHeadersPolicies[responseHeadersPolicyId] === undefined
      ) throw new TypeError(`There is no response headers policy ${responseHeadersPolicyId}`)
    }
  }

  #cachePolicy(id: string): CachePolicy | undefined {
    return this.cachePolicies.get(id) ?? managedCachePolicies[id]?.policy
  }

  #originRequestPolicy(id: string | undefined): Forwarding | undefined {
    return id === undefined ? undefined : this.originRequestPolicies.get(id) ?? managedOriginRequestPolicies[id]?.policy
  }

  #kind(domainName: string): OriginKind | undefined {
    const { endpoint, iot } = this.#options
    return originKind(domainName, { endpoint: new URL(endpoint).host, iotData: iot.dataHost() })
  }

  #kindOf({ origins }: DistributionConfig, originId: string): OriginKind | undefined {
    const origin = origins.find(({ id }) => id === originId)
    return origin === undefined ? undefined : this.#kind(origin.domainName)
  }

  async #ask(config: DistributionConfig, behavior: Behavior, request: Request): Promise<Response> {
    const { s3, iam, accountId, region, httpApis } = this.#options
    const origin = config.origins.find(({ id }) => id === behavior.originId)
    const kind = this.#kindOf(config, behavior.originId)
    if (origin === undefined || kind === undefined) return errorPage(502, 'The behaviour has no origin.')
    const { pathname } = new URL(request.url)
    const url = new URL(request.url)
    url.pathname = `${origin.path}${pathname}`
    const asked = new Request(url, request)
    if (kind.kind === 'bucket') {
      return askBucket(kind.bucket, asked, {
        s3, iam, accountId, distributionArn: config.arn, identity: origin.identity,
        notAllowed: (bucket, statement) => this.#notAllowed(config, bucket, statement),
      })
    }
    // AWS IoT takes requests over HTTPS, too: not here, since a browser has no way to sign them.
    if (kind.kind === 'iot') return errorPage(403, 'AWS IoT takes WebSockets here.')
    const sent = this.#forwarded(behavior, asked)
    for (const [name, value] of Object.entries(origin.customHeaders)) sent.headers.set(name, value)
    return askApi(httpApis(), { apiId: kind.apiId, request: asked, forwarded: sent, region })
  }

  #forwarded({ cachePolicyId, originRequestPolicyId }: Behavior, request: Request): Forwarded {
    return forwarded(request, this.#cachePolicy(cachePolicyId) ?? NOTHING, this.#originRequestPolicy(originRequestPolicyId))
  }

  /** Says once of a bucket what its policy lacks; answers whether it is read all the same. */
  #notAllowed({ constructPath }: DistributionConfig, bucket: string, statement: object): boolean {
    const { permissions, log } = this.#options
    if (permissions !== 'off' && !this.#told.has(bucket)) {
      this.#told.add(bucket)
      log(`${constructPath} may not read the bucket ${bucket} in AWS. The statement to add to the bucket's policy: ${JSON.stringify(statement)}`)
    }
    return permissions !== 'enforce'
  }

  #upgrade(distribution: Distribution, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = requestUrl(incoming, 'http')
    if (url === undefined) return rejectUpgrade(socket, 400, 'The request names no address.')
    const behavior = distribution.behaviorOf(url.pathname)
    if (this.#kindOf(distribution.config, behavior.originId)?.kind !== 'iot') return rejectUpgrade(socket, 404, 'There is no WebSocket at this path.')
    const request = new Request(url, { headers: { 'sec-websocket-key': '', 'sec-websocket-protocol': '', 'sec-websocket-version': '', host: url.host } })
    const { headers } = this.#forwarded(behavior, request)
    if (headers.has('host')) return rejectUpgrade(socket, 403, 'The origin request policy sends the viewer\'s Host, by which AWS IoT does not know its endpoint.')
    if (!['sec-websocket-key', 'sec-websocket-protocol', 'sec-websocket-version'].every((name) => headers.has(name)))
      return rejectUpgrade(socket, 400, 'The origin request policy does not send the headers of WebSockets on.')
    this.#options.iot.handleUpgrade(incoming, socket, head)
  }
}

const NOTHING: CachePolicy = { headers: { of: 'none' }, cookies: { of: 'none' }, queryStrings: { of: 'none' }, gzip: false, brotli: false }
