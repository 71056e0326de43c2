import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import type { Shelf } from '../../ground/shelf.ts'

/** A secret with its current version. */
export interface Secret {
  readonly arn: string
  readonly name: string
  readonly description: string | undefined
  readonly createdMs: number
  readonly versionId: string
  readonly value: string
}

/** Secrets Manager: secrets with their current version. */
export class Secrets {
  /** By ARN. */
  readonly #secrets: Shelf<Secret>
  readonly #nowMs: () => number
  readonly #newId: () => string

  constructor(secrets: Shelf<Secret>, nowMs: () => number, newId: () => string) {
    this.#secrets = secrets
    this.#nowMs = nowMs
    this.#newId = newId
  }

  create(arn: string, name: string, value: string, description?: string): void {
    this.#secrets.set(arn, { arn, name, description, createdMs: this.#nowMs(), versionId: this.#newId(), value })
  }

  /** A value that is absent stays as it is. */
  update(arn: string, { value, description }: { readonly value?: string | undefined; readonly description: string | undefined }): void {
    const { value: before, versionId, ...secret } = this.#find(arn)
    this.#secrets.set(arn, { ...secret, description, ...(value === undefined ? { value: before, versionId } : { value, versionId: this.#newId() }) })
  }

  delete(arn: string): void {
    this.#secrets.delete(arn)
  }

  /** By ARN, ARN without its suffix, or name. Throws `ServiceException` `ResourceNotFoundException`. */
  value(id: string): string {
    return this.#find(id).value
  }

  /** Serves the operations of Secrets Manager that there are here. Throws `ServiceException` for the others. */
  call(operation: string, input: Readonly<Record<string, unknown>>): object {
    const id = String(input['SecretId'])
    switch (operation) {
      case 'GetSecretValue': return this.#valueOf(this.#find(id))
      case 'DescribeSecret': return describe(this.#find(id))
      case 'ListSecrets': return { SecretList: [...this.#secrets.values()].map(describe) }
      case 'PutSecretValue': return this.#put(this.#find(id), input['SecretString'])
      default: throw new ServiceException('UnknownOperationException', 400, `Secrets Manager's ${operation} is not emulated.`)
    }
  }

  async fetch(request: Request): Promise<Response> {
    const operation = (request.headers.get('x-amz-target') ?? '').replace('secretsmanager.', '')
    return jsonAnswer(this.call(operation, await jsonInput(request)))
  }

  #put(secret: Secret, value: unknown): object {
    if (typeof value !== 'string') throw new ServiceException('InvalidRequestException', 400, 'Only SecretString is emulated, not SecretBinary.')
    const versionId = this.#newId()
    this.#secrets.set(secret.arn, { ...secret, value, versionId })
    return { ARN: secret.arn, Name: secret.name, VersionId: versionId, VersionStages: ['AWSCURRENT'] }
  }

  #valueOf({ arn, name, value, versionId, createdMs }: Secret): object {
    return { ARN: arn, Name: name, SecretString: value, VersionId: versionId, VersionStages: ['AWSCURRENT'], CreatedDate: createdMs / 1000 }
  }

  /** By ARN, ARN without its suffix, or name. */
  find(id: string): { readonly arn: string } | undefined {
    return this.#lookUp(id)
  }

  #lookUp(id: string): Secret | undefined {
    // The six characters and their dash that AWS appends to a secret's ARN may be left out.
    return [...this.#secrets.values()].find(({ arn, name }) => id === arn || id === name || id === arn.slice(0, -7))
  }

  #find(id: string): Secret {
    const found = this.#lookUp(id)
    if (found !== undefined) return found
    throw new ServiceException('ResourceNotFoundException', 400, 'Secrets Manager can\'t find the specified secret.')
  }
}

function describe({ arn, name, description, versionId, createdMs }: Secret): object {
  const Description = description === undefined ? {} : { Description: description }
  return { ARN: arn, Name: name, ...Description, CreatedDate: createdMs / 1000, VersionIdsToStages: { [versionId]: ['AWSCURRENT'] } }
}
