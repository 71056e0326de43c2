/** Where HTTP APIs answer on the endpoint: `/_apis/{apiId}/…`. */
export const API_PREFIX = '/_apis/'

/** The id of the API that a path below {@link API_PREFIX} is for. */
export const apiIdOf = (pathname: string): string => pathname.slice(API_PREFIX.length).split('/')[0] ?? ''

/** The path of a request as its API sees it. */
export function pathInApi(request: Request): string {
  const [, ...path] = new URL(request.url).pathname.slice(API_PREFIX.length).split('/')
  return `/${path.join('/')}`
}
