/** An access key. */
export interface AccessKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

interface Role extends AccessKey {
  readonly name: string
  readonly arn: string
  readonly policyDocuments: string[]
}

/** IAM roles with an access key each, and the policies recorded for them, which nothing enforces yet. */
export class Identities {
  readonly #roles = new Map<string, Role>()
  readonly #newKey: () => AccessKey

  constructor(newKey: () => AccessKey) {
    this.#newKey = newKey
  }

  createRole(name: string, arn: string): void {
    this.#roles.set(name, { name, arn, ...this.#newKey(), policyDocuments: [] })
  }

  /** Records a policy for a role, which may also be one that is defined outside of the assembly. */
  addPolicy(roleName: string, document: string): void {
    this.#roles.get(roleName)?.policyDocuments.push(document)
  }

  /** The access key of a role; one that the assembly does not define gets one, too. */
  credentials(roleArn: string): AccessKey {
    const name = roleArn.split('/').at(-1) ?? roleArn
    if (!this.#roles.has(name)) this.createRole(name, roleArn)
    const { accessKeyId, secretAccessKey } = this.#roles.get(name) ?? this.#newKey()
    return { accessKeyId, secretAccessKey }
  }

  /** The secret of an access key, for those who check signatures. */
  secretOf(accessKeyId: string): { secretAccessKey: string } | undefined {
    return [...this.#roles.values()].find((role) => role.accessKeyId === accessKeyId)
  }
}
