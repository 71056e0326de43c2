/** A header that a policy sets; without `override`, only where the origin has not. */
export interface SetHeader {
  readonly name: string
  readonly value: string
  readonly override: boolean
}

/** A response headers policy: what is taken off an answer, and what is set on it. */
export interface ResponseHeadersPolicy {
  readonly sets: readonly SetHeader[]
  readonly removes: readonly string[]
}

/** The answer with the headers of a policy. */
export function withHeaders(response: Response, { sets, removes }: ResponseHeadersPolicy): Response {
  const headers = new Headers(response.headers)
  for (const name of removes) headers.delete(name)
  for (const { name, value, override } of sets) if (override || !headers.has(name)) headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}

const set = (name: string, value: string, override = false): SetHeader => ({ name, value, override })
const security: readonly SetHeader[] = [
  set('strict-transport-security', 'max-age=31536000'), set('x-content-type-options', 'nosniff', true), set('x-frame-options', 'SAMEORIGIN'),
  set('x-xss-protection', '1; mode=block'), set('referrer-policy', 'strict-origin-when-cross-origin'),
]

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html */
export const managedResponseHeadersPolicies: Readonly<Record<string, ResponseHeadersPolicy>> = {
  // SecurityHeadersPolicy; the others set headers of CORS.
  '67f7725c-6f97-4210-82d7-5512b31e9d03': { sets: security, removes: [] },
}
