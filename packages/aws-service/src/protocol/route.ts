import type { Route } from '../model/model.ts'
import { ServiceException } from '../service-exception.ts'

/** The operation that a request calls. */
export interface RouteMatch<Service extends string = string> {
  readonly name: string
  readonly service: Service
  /** The path's labels, decoded. */
  readonly labels: Readonly<Record<string, string>>
}

interface CompiledRoute<Service extends string> {
  readonly name: string
  readonly service: Service
  readonly method: string
  readonly pattern: RegExp
  readonly labels: readonly string[]
  readonly query: readonly (readonly [string, string])[]
}

/**
 * Returns a function that finds the operation of a request. It answers `undefined` where the service has no such operation, and throws
 * `ServiceException` for a malformed escape in the path.
 * Routes with the most fixed text are tried first, so that `/things/{thingName}/shadow` comes before `/things/{thingName}`.
 */
export function routesOf<Service extends string>(
  routes: readonly Route<Service>[],
): (method: string, url: URL) => RouteMatch<Service> | undefined {
  const compiled = Map.groupBy(routes.map(compile).sort((a, b) => a.labels.length - b.labels.length), ({ method }) => method)
  return (method, { pathname, searchParams }) => {
    for (const { name, service, pattern, labels, query } of compiled.get(method) ?? []) {
      const match = pattern.exec(pathname)
      if (match === null || !query.every(([key, value]) => searchParams.get(key) === value)) continue
      return { name, service, labels: Object.fromEntries(labels.map((label, index) => [label, decodeLabel(match[index + 1] ?? '')])) }
    }
    return undefined
  }
}

function compile<Service extends string>([name, service, method, uri]: Route<Service>): CompiledRoute<Service> {
  const [path = '', query = ''] = uri.split('?')
  const labels: string[] = []
  const source = path.replace(/\{(\w+)(\+?)\}|[.*+?^$()|[\]\\]/g, (token, label: string | undefined, greedy: string | undefined) => {
    if (label === undefined) return `\\${token}`
    labels.push(label)
    // A topic's slashes are to be encoded; some clients leave them.
    return greedy === '+' || label === 'topic' ? '(.+)' : '([^/]+)'
  })
  // Botocore ends some paths with a slash that the SDK for JavaScript leaves out.
  return { name, service, method, pattern: new RegExp(`^${source}/?$`), labels, query: [...new URLSearchParams(query)] }
}

function decodeLabel(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ServiceException('InvalidRequestException', 400, `The path holds a malformed escape: ${text}`)
  }
}
