import { isIPv4 } from 'node:net'

/** Which hosts a cloud answers to beside this machine's own names, as `host.docker.internal`. */
export type Hosts = readonly string[]

/**
 * Where a request comes from: `here` for a program, a person or a page of this endpoint; `beside` for a page of another port of this machine or
 * of another host that is let in; `elsewhere` for any other page. Only browsers say that a page asks, and a page can't keep them from it.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export type Origin = 'here' | 'beside' | 'elsewhere'

/** Whether a host's name, without a port, is one that this cloud answers to. */
export function isLetIn(hostname: string, hosts: Hosts): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true
  return (isIPv4(name) && name.startsWith('127.')) || hosts.some((host) => host.toLowerCase() === name)
}

/** Where a request to this host comes from. */
export function originOf(request: Request, hosts: Hosts): Origin {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  // Pictures and forms that send nothing have no Origin.
  if (origin === null) return site === 'cross-site' ? 'elsewhere' : site === 'same-site' ? 'beside' : 'here'
  if (!URL.canParse(origin)) return 'elsewhere'
  const { host, hostname } = new URL(origin)
  if (!isLetIn(hostname, hosts)) return 'elsewhere'
  // A server in between, as that of a dashboard, asks for a page of its own.
  return host === new URL(request.url).host || site === 'same-origin' ? 'here' : 'beside'
}

/** Whether a browser asks because a person follows a link: the page with the link sees nothing of the answer. */
export function isVisit({ method, headers }: Request): boolean {
  return method === 'GET' && !headers.has('origin') && headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
}
