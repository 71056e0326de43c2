/** Whom a signed request is from and which service it is for, as its SigV4 credential scope says. */
export interface CredentialScope {
  readonly accessKeyId: string
  readonly region: string
  /** The signing name, as `sqs` or `iotdata`. */
  readonly service: string
}

/**
 * The scope of a request signed by header or by query string; `undefined` for an unsigned one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function credentialScope(request: Request): CredentialScope | undefined {
  const [accessKeyId, , region, service, terminator] = partsOf(request)
  if (accessKeyId === undefined || region === undefined || service === undefined || terminator !== 'aws4_request') return undefined
  return { accessKeyId, region, service }
}

/** The day in the scope of a signed request, as `20260131`. */
export function scopeDate(request: Request): string {
  return partsOf(request)[1] ?? ''
}

function partsOf(request: Request): readonly string[] {
  const header = /Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1]
  return (header ?? new URL(request.url).searchParams.get('X-Amz-Credential'))?.split('/') ?? []
}
