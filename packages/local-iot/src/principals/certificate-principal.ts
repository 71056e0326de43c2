import { ReasonCode, type Authorization, type ConnectAnswer, type ConnectRequest } from '@keg/mqtt-broker'
import { connectContext, connectionContext, type ConnectContext } from '../policy/connection-context.ts'
import { compilePolicies, explainDecision, type Decide, type NamedPolicy } from '../policy/evaluate.ts'
import type { PolicyContext } from '../policy/policy-context.ts'
import { nearestReason } from '../policy/statement-verdict.ts'
import type { IotState, Thing } from '../state/iot-state.ts'
import { claimPolicies } from './claim-policies.ts'
import { connectedThing } from './connected-thing.ts'
import { connectionAuthorization } from './connection-authorization.ts'
import { effectivePolicies } from './effective-policies.ts'

/** Why a certificate may not open a connection at all, or `undefined` where it may. */
export function certificateRefusal({ certificates, provisioningClaims, clock }: IotState, certificateId: string): string | undefined {
  const claim = provisioningClaims.get(certificateId)
  if (claim !== undefined) return clock.nowMs() < claim.expiresAtMs ? undefined : `provisioning claim ${certificateId} has expired`
  const certificate = certificates.get(certificateId)
  if (certificate === undefined) return `certificate ${certificateId} is not registered`
  if (certificate.status !== 'ACTIVE') return `certificate ${certificateId} is ${certificate.status}`
  const nowMs = clock.nowMs()
  if (nowMs < certificate.notBeforeMs || nowMs > certificate.notAfterMs) return `certificate ${certificateId} is outside its validity`
  return undefined
}

/** Lets a connection in by the policies of its certificate. */
export function admitCertificate(state: IotState, certificateId: string, request: ConnectRequest): ConnectAnswer {
  const refusal = certificateRefusal(state, certificateId)
  if (refusal !== undefined) return { accepted: false, code: ReasonCode.notAuthorized, reason: `Connection refused: ${refusal}.` }
  const policies = policiesOf(state, certificateId, request.clientId)
  const context = certificateContext(state, certificateId, request, connectContext(request))
  const decision = compilePolicies(policies, context)('iot:Connect', `client/${request.clientId}`)
  if (decision.decision !== 'allow') {
    const reason =
      `Connection refused: iot:Connect on client/${request.clientId} with certificate ${certificateId}: ${explainDecision(decision)}.`
    const details = decision.decision === 'implicitDeny'
      ? nearestReason(policies, context, 'iot:Connect', `client/${request.clientId}`)
      : undefined
    return { accepted: false, code: ReasonCode.notAuthorized, reason, details }
  }
  return { accepted: true, authorization: certificateAuthorization(state, certificateId, request) }
}

/** What the bearer may do, by the policies as they are with each packet. */
function certificateAuthorization(state: IotState, certificateId: string, request: ConnectRequest): Authorization {
  let compiled: { version: number; decide: Decide } | undefined
  const current = () => {
    const version = state.permissionsVersion
    if (compiled?.version !== version) {
      const context = certificateContext(state, certificateId, request)
      compiled = { version, decide: compilePolicies(policiesOf(state, certificateId, request.clientId), context) }
    }
    return compiled
  }
  const nearest = (action: string, resource: string) =>
    nearestReason(policiesOf(state, certificateId, request.clientId), certificateContext(state, certificateId, request), action, resource)
  return connectionAuthorization(certificateId, current, nearest)
}

/** Its own, and those of the groups of the thing it connects as: thing-groups.html#group-attach-policy */
const policiesOf = (state: IotState, certificateId: string, clientId: string): readonly NamedPolicy[] =>
  claimPolicies(state, certificateId)
  ?? effectivePolicies(state, state.arn(`cert/${certificateId}`), connectingThing(state, certificateId, clientId)?.thingName)

/** What policies see of a connection with this certificate. */
export const certificateContext = (
  state: IotState,
  certificateId: string,
  { clientId, info }: Pick<ConnectRequest, 'clientId' | 'info'>,
  connect?: ConnectContext,
): PolicyContext =>
  connectionContext({
    region: state.region,
    accountId: state.accountId,
    transport: 'mqtt',
    clientId,
    sourceIp: info.sourceIp,
    domainName: info.serverName,
    thing: connectingThing(state, certificateId, clientId),
    certificate: (state.certificates.get(certificateId) ?? state.provisioningClaims.get(certificateId))?.names,
  }, connect)

/** An exclusive thing always; any other only where the client id is its name: iot-policy-variables.html#thing-policy-variables */
function connectingThing(state: IotState, certificateId: string, clientId: string): Thing | undefined {
  const thingName = connectedThing(state, certificateId, clientId)?.thingName
  return thingName === undefined ? undefined : state.things.get(thingName)
}
