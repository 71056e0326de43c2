/** What pages of functions may do all the same; `allow-same-origin` is what they must not have. */
const SCRIPTS = ' allow-scripts allow-forms allow-modals allow-popups allow-downloads'

/**
 * The response as a page without an origin of its own, since what buckets and functions hold is served beside what the run shows of itself.
 * AWS serves each from a host of its own. A policy that the response has, it keeps beside this one.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/sandbox
 */
export function sandboxed(response: Response, allowed?: 'scripts'): Response {
  // What an engine answers may not be changed any more.
  const headers = new Headers(response.headers)
  headers.append('content-security-policy', `sandbox${allowed === 'scripts' ? SCRIPTS : ''}`)
  headers.set('x-content-type-options', 'nosniff')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
