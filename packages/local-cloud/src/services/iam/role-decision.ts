import type { RequestContext } from './condition.ts'
import { evaluate, type Access, type Decision } from './evaluate.ts'
import type { Role } from './identities.ts'

/** What a role's policies and its permissions boundary come to: both have to allow. */
export function roleDecision({ statements, boundary, unknownPolicies }: Role, access: Access, context: RequestContext): Decision | { readonly kind: 'unknownPolicies' } {
  const decision = evaluate(statements, access, context)
  if (decision.kind === 'explicitDeny') return decision
  const limit = boundary === undefined ? undefined : evaluate(boundary, access, context)
  if (limit !== undefined && (limit.kind === 'explicitDeny' || limit.kind === 'implicitDeny')) return limit
  if (unknownPolicies.length > 0 && decision.kind !== 'allow') return { kind: 'unknownPolicies' }
  return decision.kind === 'allow' ? (limit ?? decision) : decision
}
