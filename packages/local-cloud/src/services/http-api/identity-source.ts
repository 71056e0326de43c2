/**
 * What a selection expression as `$request.header.Authorization` finds in a request; `undefined` where there is nothing, or nothing in it.
 */
export function selected(expression: string, request: Request, context: Readonly<Record<string, string>> = {}): string | undefined {
  const [, place, name = ''] = /^\$(request\.header|request\.querystring|context)\.(.+)$/.exec(expression) ?? []
  if (place === 'request.header') return request.headers.get(name) || undefined
  if (place === 'request.querystring') return new URL(request.url).searchParams.get(name) || undefined
  return place === 'context' ? context[name] || undefined : undefined
}
