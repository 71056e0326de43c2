import { compilePolicies } from '../../policy/evaluate.ts'
import { certificateContext, certificateRefusal } from '../../principals/certificate-principal.ts'
import { effectivePolicies } from '../../principals/effective-policies.ts'
import type { IotState, IssuedCredentials, RoleAlias } from '../../state/iot-state.ts'
import type { IotCore } from '../iot-core.ts'
import { notFound, ServiceException } from '../../errors/service-exception.ts'

/** What `GET /role-aliases/{alias}/credentials` answers. */
export interface AssumedRole {
  readonly credentials: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken: string
    /** As `2026-11-24T18:00:00Z`. */
    readonly expiration: string
  }
}

/**
 * Temporary credentials for the bearer of a certificate that may `iot:AssumeRoleWithCertificate` on the role alias. A thing name in the
 * header `x-amzn-iot-thingname` has to be attached to the certificate; its variables then resolve in policies.
 * Order and wording of the refusals are as observed: awslabs/aws-iot-core-credential-provider-session-helper, docs/dev_notes.md.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
 */
export function assumeRoleWithCertificate(
  certificateId: string, alias: string, headers: Headers, { state }: Pick<IotCore, 'state'>,
): AssumedRole {
  const thingName = headers.get('x-amzn-iot-thingname') ?? undefined
  if (certificateRefusal(state, certificateId) !== undefined) throw accessDenied('Certificate is invalid on this endpoint')
  const certificateArn = state.arn(`cert/${certificateId}`)
  if (thingName !== undefined && !state.attachments.thingsOf(certificateArn).has(thingName)) throw accessDenied('Invalid thing name passed')
  const context = certificateContext(state, certificateId, { clientId: thingName ?? '', info: { transport: 'mqtts' } })
  const decide = compilePolicies(effectivePolicies(state, certificateArn, context.thing?.thingName), context)
  if (decide('iot:AssumeRoleWithCertificate', `rolealias/${alias}`).decision !== 'allow') throw accessDenied('Access Denied')
  const roleAlias = state.roleAliases.get(alias)
  if (roleAlias === undefined) throw notFound('Role alias does not exist')
  const { accessKeyId, secretAccessKey, sessionToken, expiresAtMs } = issue(state, roleAlias, certificateId)
  const expiration = new Date(expiresAtMs).toISOString().replace(/\.\d+Z$/, 'Z')
  return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } }
}

/** The secret of credentials that were issued and are not over. */
export function issuedSecret({ issuedCredentials, clock }: IotState, accessKeyId: string): string | undefined {
  const issued = issuedCredentials.get(accessKeyId)
  return issued === undefined || issued.expiresAtMs <= clock.nowMs() ? undefined : issued.secretAccessKey
}

function issue(state: IotState, { roleArn, credentialDurationSeconds }: RoleAlias, certificateId: string): IssuedCredentials {
  const nowMs = state.clock.nowMs()
  for (const [key, { expiresAtMs }] of [...state.issuedCredentials.entries()]) if (expiresAtMs <= nowMs) state.issuedCredentials.delete(key)
  const random = () => state.newId().replaceAll('-', '')
  const issued = {
    accessKeyId: `ASIA${random().slice(0, 16).toUpperCase()}`, secretAccessKey: `${random()}${random()}`.slice(0, 40),
    sessionToken: Buffer.from(`${random()}${random()}`).toString('base64'), roleArn, certificateId,
    expiresAtMs: nowMs + credentialDurationSeconds * 1000,
  }
  state.issuedCredentials.set(issued.accessKeyId, issued)
  return issued
}

const accessDenied = (message: string) => new ServiceException('AccessDeniedException', 403, message)
