/** The access key and the service of a signed request, from its SigV4 credential scope. */
export interface CredentialScope {
  readonly accessKeyId: string
  readonly region: string
  /** The signing name of the service, for example `sqs` or `iotdata`. */
  readonly service: string
}

/**
 * The credential scope of a request signed by header or query string; `undefined` for an unsigned request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function credentialScope(request: Request): CredentialScope | undefined {
  const [accessKeyId, , region, service, terminator] = partsOf(request)
  if (accessKeyId === undefined || region === undefined || service === undefined || terminator !== 'aws4_request') return undefined
  return { accessKeyId, region, service }
}

/** The day in the credential scope of a signed request, for example `20260131`. */
export function scopeDate(request: Request): string {
  return partsOf(request)[1] ?? ''
}

function partsOf(request: Request): readonly string[] {
  const header = /Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1]
  return (header ?? new URL(request.url).searchParams.get('X-Amz-Credential'))?.split('/') ?? []
}
