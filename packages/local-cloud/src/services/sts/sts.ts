import { ServiceException } from '@keg/aws-service'
import { credentialScope } from '../../gateway/credential-scope.ts'
import type { Identities } from '../iam/identities.ts'

/** What callers are told of themselves by. */
export interface StsOptions {
  readonly accountId: string
  readonly identities: Identities
  readonly newId: () => string
}

/**
 * Answers `GetCallerIdentity`: a function is a session of its role, anybody else the account's root. Throws `ServiceException` for other operations.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function stsApi(request: Request, { accountId, identities, newId }: StsOptions): Promise<Response> {
  const accessKeyId = credentialScope(request)?.accessKeyId ?? ''
  const action = new URLSearchParams(await request.text()).get('Action') ?? ''
  if (action !== 'GetCallerIdentity') throw new ServiceException('InvalidAction', 400, `STS's ${action} is not emulated: only GetCallerIdentity is.`)
  const { roleName, functionName } = identities.session(accessKeyId) ?? {}
  const [arn, userId] = roleName === undefined
    ? [`arn:aws:iam::${accountId}:root`, accountId]
    : [`arn:aws:sts::${accountId}:assumed-role/${roleName}/${functionName ?? 'keg'}`, `AROA${roleName}:${functionName ?? 'keg'}`]
  const result = `<GetCallerIdentityResult><Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${accountId}</Account></GetCallerIdentityResult>`
  const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}<ResponseMetadata><RequestId>${newId()}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`
  return new Response(body, { headers: { 'content-type': 'text/xml' } })
}
