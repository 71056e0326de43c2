import { routes, type Service } from './model.generated.ts'
import { invalidRequest } from './service-exception.ts'

export interface RouteMatch {
  readonly name: string
  readonly service: Service
  /** The path's labels, decoded. */
  readonly labels: Readonly<Record<string, string>>
}

interface CompiledRoute {
  readonly name: string
  readonly service: Service
  readonly method: string
  readonly pattern: RegExp
  readonly labels: readonly string[]
  readonly query: readonly (readonly [string, string])[]
}

/** Routes by method, those with the most fixed text first, so that `/things/{thingName}/shadow` is tried before `/things/{thingName}`. */
const compiled: ReadonlyMap<string, readonly CompiledRoute[]> = Map.groupBy(
  routes.map(([name, service, method, uri]) => compile(name, service, method, uri)).sort((a, b) => a.labels.length - b.labels.length),
  ({ method }) => method,
)

function compile(name: string, service: Service, method: string, uri: string): CompiledRoute {
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

/** The operation that a request is for; `undefined` when AWS IoT has none there. */
export function matchRoute(method: string, { pathname, searchParams }: URL): RouteMatch | undefined {
  for (const { name, service, pattern, labels, query } of compiled.get(method) ?? []) {
    const match = pattern.exec(pathname)
    if (match === null || !query.every(([key, value]) => searchParams.get(key) === value)) continue
    return { name, service, labels: Object.fromEntries(labels.map((label, index) => [label, decodeLabel(match[index + 1] ?? '')])) }
  }
  return undefined
}

function decodeLabel(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalidRequest(`The path holds a malformed escape: ${text}`)
  }
}
