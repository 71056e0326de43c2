import type { Access } from './access.ts'

/** A service that invokes a function, and needs an `AWS::Lambda::Permission` to do so in AWS. */
export interface Invocation {
  readonly functionArn: string
  /** As `iot.amazonaws.com`. */
  readonly principal: string
  readonly sourceArn: string
}

/** A service that sends to a queue or a topic, which has to let it in AWS. */
export interface Sending {
  /** As `sns.amazonaws.com`. */
  readonly service: string
  readonly sourceArn: string
  /** Of a queue or a topic. */
  readonly targetArn: string
}

/** Something that a service does by a role as soon as it has to: known from the template, before it happens. */
export interface RoleUse {
  readonly roleArn: string
  readonly access: Access
}

/** What a resource makes services do that AWS would refuse without a permission: looked at once everything is deployed. */
export interface Needed {
  readonly invocations: readonly Invocation[]
  readonly sendings: readonly Sending[]
  readonly roleUses: readonly RoleUse[]
}

/** Takes down what a resource needs. */
export interface Needs {
  invokes(invocation: Invocation): void
  sends(sending: Sending): void
  usesRole(use: RoleUse): void
}

/** Needs as they are taken down. */
export function takeDown(): { readonly needs: Needs; readonly needed: Needed } {
  const [invocations, sendings, roleUses]: [Invocation[], Sending[], RoleUse[]] = [[], [], []]
  return {
    needs: { invokes: (invocation) => void invocations.push(invocation), sends: (sending) => void sendings.push(sending), usesRole: (use) => void roleUses.push(use) },
    needed: { invocations, sendings, roleUses },
  }
}
