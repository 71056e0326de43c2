import type { AccessKey } from '../../ground/machine.ts'
import { managedPolicies } from './managed-policies.ts'
import { parsePolicy, type Statement } from './policy.ts'
import { ResourcePolicies } from './resource-policies.ts'

/** A role with what is known of its policies. */
export interface Role {
  readonly name: string
  readonly arn: string
  readonly statements: readonly Statement[]
  /** What its permissions boundary allows; absent: there is none. */
  readonly boundary?: readonly Statement[]
  /** ARNs of policies whose content is not known here, so that nothing can be said about what the role lacks. */
  readonly unknownPolicies: readonly string[]
}

interface RoleRecord {
  readonly name: string
  readonly arn: string
  /** By the resource that they belong to. */
  readonly documents: Map<string, string>
  readonly managedPolicyArns: readonly string[]
  readonly boundaryArn: string | undefined
}

/** Whose key signed a request. */
export interface Session {
  readonly roleName: string
  /** The function's name; absent for what is no function. */
  readonly functionName?: string
}

/** IAM roles with their policies, the access keys given out for them, and the policies of resources that let them in. */
export class Identities {
  readonly resourcePolicies = new ResourcePolicies()
  readonly #roles = new Map<string, RoleRecord>()
  readonly #managedPolicies = new Map<string, string>()
  readonly #sessions = new Map<string, Session & AccessKey>()
  readonly #newKey: () => AccessKey
  #revision = 0

  constructor(newKey: () => AccessKey) {
    this.#newKey = newKey
  }

  /** Another number whenever a role or a policy has changed. */
  get revision(): number {
    return this.#revision
  }

  createRole(name: string, arn: string, policies: { managedPolicyArns?: readonly string[]; boundaryArn?: string | undefined } = {}): void {
    this.#revision += 1
    // A role that is changed keeps the policies that others have added.
    const documents = this.#roles.get(name)?.documents ?? new Map<string, string>()
    this.#roles.set(name, { name, arn, documents, managedPolicyArns: policies.managedPolicyArns ?? [], boundaryArn: policies.boundaryArn })
  }

  removeRole(name: string): void {
    this.#revision += 1
    this.#roles.delete(name)
  }

  createManagedPolicy(arn: string, document: string): void {
    this.#revision += 1
    this.#managedPolicies.set(arn, document)
  }

  removeManagedPolicy(arn: string): void {
    this.#revision += 1
    this.#managedPolicies.delete(arn)
  }

  /**
   * Adds a policy to a role; to no effect for one that is defined outside of the assembly. `owner` is the id of the resource that it
   * belongs to.
   */
  addPolicy(owner: string, roleName: string, document: string): void {
    this.#revision += 1
    const documents = this.#roles.get(roleName)?.documents
    documents?.set(owner, document)
  }

  /** Takes the policies of a resource from every role. */
  removePolicies(owner: string): void {
    this.#revision += 1
    for (const { documents } of this.#roles.values()) {
      for (const key of [...documents.keys()]) if (key === owner || key.startsWith(`${owner}/inline/`)) documents.delete(key)
    }
  }

  /** A new access key of a role, which may be one that the assembly does not define. */
  credentials(roleArn: string, functionName?: string): AccessKey {
    const roleName = roleArn.split('/').at(-1) ?? roleArn
    const key = this.#newKey()
    this.#sessions.set(key.accessKeyId, { ...key, roleName, ...(functionName === undefined ? {} : { functionName }) })
    return key
  }

  /** The secret of an access key, for those who check signatures. */
  secretOf(accessKeyId: string): { secretAccessKey: string } | undefined {
    return this.#sessions.get(accessKeyId)
  }

  session(accessKeyId: string): Session | undefined {
    return this.#sessions.get(accessKeyId)
  }

  /** A role of the assembly, by name or ARN; `undefined` for any other. */
  role(nameOrArn: string): Role | undefined {
    const found = this.#roles.get(nameOrArn.split('/').at(-1) ?? nameOrArn)
    if (found === undefined) return undefined
    const { name, arn, documents, managedPolicyArns, boundaryArn } = found
    const attached = managedPolicyArns.map((policyArn) => ({ policyArn, document: this.#managedPolicy(policyArn) }))
    const boundary = boundaryArn === undefined ? undefined : this.#managedPolicy(boundaryArn)
    return {
      name, arn,
      statements: [...documents.values(), ...attached.flatMap(({ document }) => document ?? [])].flatMap(parsePolicy),
      unknownPolicies: [
        ...attached.flatMap(({ policyArn, document }) => (document === undefined ? [policyArn] : [])),
        ...(boundaryArn === undefined || boundary !== undefined ? [] : [boundaryArn]),
      ],
      ...(boundary === undefined ? {} : { boundary: parsePolicy(boundary) }),
    }
  }

  #managedPolicy(arn: string): string | undefined {
    return this.#managedPolicies.get(arn)
      ?? (/^arn:[^:]+:iam::aws:policy\//.test(arn) ? managedPolicies.get(arn.split('/').at(-1) ?? '') : undefined)
  }
}
