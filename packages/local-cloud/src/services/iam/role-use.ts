import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { RequestContext } from './condition.ts'
import type { Access } from '../../ground/access.ts'
import type { Identities, Role } from './identities.ts'
import { roleDecision } from './role-decision.ts'

/** Something that a service does by a role as soon as it has to: known from the template, before it happens. */
export interface RoleUse {
  readonly roleArn: string
  readonly access: Access
  /** Of the resource that makes the service do it. */
  readonly constructPath: string
}

/** What every request of a role says of itself. */
export function roleContext({ arn }: Role, { region, accountId }: { region: string; accountId: string }): RequestContext {
  return new Map([
    ['aws:requestedregion', [region]],
    ['aws:principalaccount', [accountId]],
    ['aws:principalarn', [arn]],
    ['aws:principaltype', ['AssumedRole']],
    // A request to AWS would be.
    ['aws:securetransport', ['true']],
  ])
}

/** The statement that allows an access and nothing else, as JSON. */
export function statementFor({ action, resource }: Access): string {
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource })
}

/** The log line for a use that AWS would refuse; a role that the assembly does not define may have any policy. */
export function missingStatement(
  identities: Identities, { roleArn, access, constructPath }: RoleUse, where: { region: string; accountId: string },
): CloudLogEntry | undefined {
  const role = identities.role(roleArn)
  if (role === undefined) return undefined
  const context = roleContext(role, where)
  const { kind } = roleDecision(role, access, context, identities.resourcePolicies.decide(access, { arns: [role.arn] }, context))
  if (kind !== 'implicitDeny' && kind !== 'explicitDeny') return undefined
  const what = `${constructPath} needs ${access.action} on ${access.resource}, which its role ${role.name}`
  const message = kind === 'explicitDeny' ? `${what} is denied.` : `${what} does not allow. The statement to add: ${statementFor(access)}`
  return { level: 'warn', source: 'iam', message, constructPath }
}
