import type { Policy } from '../../../state/iot-state.ts'
import type { AuditedResource, Found } from '../../../state/audits.ts'
import type { AuditCheck, CheckContext } from './audit-check.ts'
import { broadActions } from './broad-access.ts'
import { misconfigurations } from './misconfigured-policy.ts'

const REPLACE = ['REPLACE_DEFAULT_POLICY_VERSION']

const policyVersion = ({ policyName, defaultVersionId }: Policy): AuditedResource => ({
  resourceType: 'IOT_POLICY', resourceIdentifier: { policyVersionIdentifier: { policyName, policyVersionId: defaultVersionId } },
})

function* eachPolicy(
  { state }: CheckContext, findings: (policy: Policy) => readonly Omit<Found, 'resource'>[],
): Iterable<readonly Found[]> {
  for (const policy of [...state.policies.values()])
    yield findings(policy).map((finding) => ({ resource: policyVersion(policy), ...finding }))
}

export const policyOverlyPermissive: AuditCheck = {
  severity: 'CRITICAL',
  actions: REPLACE,
  run: (context) => eachPolicy(context, ({ document }) => {
    const actions = broadActions(document, context.state)
    if (actions.length === 0) return []
    const reason = `Policy allows broad access to IoT data plane actions: [${actions.join(', ')}].`
    return [{ code: 'ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS', reason }]
  }),
}

export const policyPotentiallyMisconfigured: AuditCheck = {
  severity: 'MEDIUM',
  actions: REPLACE,
  run: (context) => eachPolicy(context, ({ document }) => misconfigurations(document, context.state)),
}
