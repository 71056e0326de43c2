import { expect, it } from 'vitest'
import { forwarded, type Selection } from './forwarding.ts'
import { managedCachePolicies, managedOriginRequestPolicies, type ManagedPolicies } from './managed-policies.ts'

const one = <Policy>(policies: ManagedPolicies<Policy>, name: string): Policy => {
  const found = Object.values(policies).find((policy) => policy.name === name)
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found.policy
}
const caching = (name: string) => one(managedCachePolicies, name)
const asking = (name: string) => one(managedOriginRequestPolicies, name)
const request = (method = 'GET') => new Request('http://127.0.0.1:8080/api/kegs?limit=1&site=a%20b&x', {
  method, headers: { host: '127.0.0.1:8080', authorization: 'Bearer t', cookie: 'a=1; b=2', accept: 'text/html', range: 'bytes=0-1', 'x-own': '1' },
})

it.each([
  ['CachingDisabled', undefined, { range: true, authorization: false, 'x-own': false, host: false, cookie: undefined }, ''],
  ['CachingOptimized', undefined, { accept: false, cookie: undefined }, ''],
  ['CachingDisabled', 'AllViewer', { host: true, authorization: true, cookie: 'a=1; b=2' }, '?limit=1&site=a%20b&x'],
  ['CachingDisabled', 'AllViewerExceptHostHeader', {
    host: false, authorization: true, 'x-own': true, cookie: 'a=1; b=2',
  }, '?limit=1&site=a%20b&x'],
  ['CachingDisabled', 'UserAgentRefererHeaders', { accept: false, cookie: undefined }, ''],
] as const)('%s with %s', (cachePolicy, originRequestPolicy, expected, search) => {
  const { headers, search: sent } = forwarded(
    request(), caching(cachePolicy), originRequestPolicy === undefined ? undefined : asking(originRequestPolicy),
  )
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'boolean') expect([name, headers.has(name)]).toEqual([name, value])
    else expect(headers.get(name) ?? undefined).toBe(value)
  }
  expect(sent).toBe(search)
})

it('takes the headers, cookies and parameters that a policy names, or all but those', () => {
  const policy = (selection: (name: string) => Selection) =>
    ({ headers: selection('X-Own'), cookies: selection('b'), queryStrings: selection('site') })
  const named = forwarded(request(), policy((name) => ({ of: 'whitelist', names: [name] })), undefined)
  expect([named.headers.get('x-own'), named.headers.get('cookie'), named.search]).toEqual(['1', 'b=2', '?site=a%20b'])
  const others = forwarded(request(), policy((name) => ({ of: 'allExcept', names: [name] })), undefined)
  expect([others.headers.get('x-own'), others.headers.get('cookie'), others.search]).toEqual([null, 'a=1', '?limit=1&x'])
})

it('sends who asks for a change with the request, whatever the policies are', () => {
  expect(forwarded(request('POST'), caching('CachingDisabled'), undefined).headers.get('authorization')).toBe('Bearer t')
})
