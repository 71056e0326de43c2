import type { Access } from './access.ts'

/** A service that invokes a function. On AWS it needs an `AWS::Lambda::Permission` for that. */
export interface Invocation {
  readonly functionArn: string
  /** The principal of the service, for example `iot.amazonaws.com`. */
  readonly principal: string
  readonly sourceArn: string
}

/** A service that sends to a queue or topic. On AWS the policy of the queue or topic has to allow that. */
export interface Sending {
  /** The principal of the service, for example `sns.amazonaws.com`. */
  readonly service: string
  readonly sourceArn: string
  /** The ARN of the queue or topic. */
  readonly targetArn: string
}

/** An action that a service will perform by a role. It is known from the template before it happens. */
export interface RoleUse {
  readonly roleArn: string
  readonly access: Access
}

/** The permissions that AWS would require for what services do on behalf of a resource. They are checked once everything is deployed. */
export interface Needed {
  readonly invocations: readonly Invocation[]
  readonly sendings: readonly Sending[]
  readonly roleUses: readonly RoleUse[]
}

/** Records the permissions that a resource needs. */
export interface Needs {
  invokes(invocation: Invocation): void
  sends(sending: Sending): void
  usesRole(use: RoleUse): void
}

/** Creates an empty record of needs, with the functions that add to it. */
export function takeDown(): { readonly needs: Needs; readonly needed: Needed } {
  const [invocations, sendings, roleUses]: [Invocation[], Sending[], RoleUse[]] = [[], [], []]
  return {
    needs: {
      invokes: (invocation) => void invocations.push(invocation), sends: (sending) => void sendings.push(sending),
      usesRole: (use) => void roleUses.push(use),
    },
    needed: { invocations, sendings, roleUses },
  }
}
