import { isIP, isIPv4 } from 'node:net'

/** Which hosts a server answers to beside this machine's own names, as `host.docker.internal`. */
export type Hosts = readonly string[]

/**
 * Where a request comes from: `here` for a program, a person or a page of this server; `beside` for a page of another port of this machine
 * or of another host that is let in; `elsewhere` for any other page. Only browsers say that a page asks, and a page can't keep them from
 * it.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export type Origin = 'here' | 'beside' | 'elsewhere'

/**
 * Whether a server answers to a host name (without a port): the names of loopback, and those in `hosts`. So no web site can have its own
 * name lead here.
 *
 * @example
 * isLetIn('localhost', [])  // true
 * isLetIn('host.docker.internal', ['host.docker.internal'])  // true
 * isLetIn('evil.example', [])  // false
 */
export function isLetIn(hostname: string, hosts: Hosts): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true
  return (isIPv4(name) && name.startsWith('127.')) || hosts.some((host) => urlHost(host) === name)
}

/**
 * Tells where a request to this host comes from.
 *
 * @example originOf(new Request('http://localhost:4566/', { headers: { origin: 'https://evil.example' } }), [])  // 'elsewhere'
 */
export function originOf(request: Pick<Request, 'url' | 'headers'>, hosts: Hosts): Origin {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')?.toLowerCase()
  // Pictures and forms that send nothing have no Origin.
  if (origin === null) return site === 'cross-site' ? 'elsewhere' : site === 'same-site' ? 'beside' : 'here'
  if (!URL.canParse(origin)) return 'elsewhere'
  const page = new URL(origin)
  if (!isLetIn(page.hostname, hosts) || page.username !== '') return 'elsewhere'
  // A server in between, as that of a dashboard, asks for a page of its own.
  return page.origin === new URL(request.url).origin || site === 'same-origin' ? 'here' : 'beside'
}

/** A host as a URL has it: an IPv6 address in brackets. */
const urlHost = (host: string) => (isIP(host) === 6 ? `[${host.toLowerCase()}]` : host.toLowerCase())
