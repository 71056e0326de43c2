import type { CachePolicy, Forwarding, Selection } from './forwarding.ts'

/** Policies of AWS's own, by id. */
export type ManagedPolicies<Policy> = Readonly<Record<string, { readonly name: string; readonly policy: Policy }>>

const none: Selection = { of: 'none' }
const all: Selection = { of: 'all' }
const only = (...names: readonly string[]): Selection => ({ of: 'whitelist', names })
const nothing: Forwarding = { headers: none, cookies: none, queryStrings: none }
const compressed = { gzip: true, brotli: true }

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const managedCachePolicies: ManagedPolicies<CachePolicy> = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { name: 'CachingOptimized', policy: { ...nothing, ...compressed } },
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': {
    name: 'CachingOptimizedForUncompressedObjects', policy: { ...nothing, gzip: false, brotli: false },
  },
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { name: 'CachingDisabled', policy: { ...nothing, gzip: false, brotli: false } },
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': {
    name: 'UseOriginCacheControlHeaders',
    policy: { ...compressed, headers: only('host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'), cookies: all, queryStrings: none },
  },
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': {
    name: 'UseOriginCacheControlHeaders-QueryStrings',
    policy: { ...compressed, headers: only('host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'), cookies: all, queryStrings: all },
  },
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const managedOriginRequestPolicies: ManagedPolicies<Forwarding> = {
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { name: 'AllViewer', policy: { headers: all, cookies: all, queryStrings: all } },
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': {
    name: 'AllViewerExceptHostHeader',
    policy: { headers: { of: 'allExcept', names: ['host'] }, cookies: all, queryStrings: all },
  },
  '59781a5b-3903-41f3-afcb-af62929ccde1': { name: 'CORS-CustomOrigin', policy: { ...nothing, headers: only('origin') } },
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': {
    name: 'CORS-S3Origin',
    policy: { ...nothing, headers: only('origin', 'access-control-request-headers', 'access-control-request-method') },
  },
  'acba4595-bd28-49b8-b9fe-13317c0390fa': {
    name: 'UserAgentRefererHeaders', policy: { ...nothing, headers: only('user-agent', 'referer') },
  },
  'bf0718e1-ba1e-49d1-88b1-f726733018ae': { name: 'HostHeaderOnly', policy: { ...nothing, headers: only('host') } },
}
