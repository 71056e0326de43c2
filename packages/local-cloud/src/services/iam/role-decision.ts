import type { RequestContext } from './condition.ts'
import type { Access } from '../../ground/access.ts'
import { evaluate, type Decision } from './evaluate.ts'
import type { Role } from './identities.ts'

/**
 * What a role's policies and its permissions boundary come to, of which both have to allow; or what the resource's own policy says,
 * which is enough where it allows, and final where it denies.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function roleDecision(
  { statements, boundary, unknownPolicies }: Role,
  access: Access,
  context: RequestContext,
  byResource: Decision = { kind: 'implicitDeny' },
): Decision | { readonly kind: 'unknownPolicies' } {
  const decision = evaluate(statements, access, context)
  if (decision.kind === 'explicitDeny') return decision
  if (byResource.kind === 'explicitDeny' || (byResource.kind === 'allow' && boundary === undefined)) return byResource
  const limit = boundary === undefined ? undefined : evaluate(boundary, access, context)
  if (limit !== undefined && (limit.kind === 'explicitDeny' || limit.kind === 'implicitDeny')) return limit
  if (unknownPolicies.length > 0 && decision.kind !== 'allow') return { kind: 'unknownPolicies' }
  return decision.kind === 'allow' ? (limit ?? decision) : decision
}
