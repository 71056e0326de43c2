import { ServiceException } from '@keg/aws-service'
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
    const { value: before, versionId, ...secret } = this.get(arn)
    this.#secrets.set(arn, {
      ...secret, description, ...(value === undefined ? { value: before, versionId } : { value, versionId: this.#newId() }),
    })
  }

  delete(arn: string): void {
    this.#secrets.delete(arn)
  }

  /** By ARN, ARN without its suffix, or name. Throws `ServiceException` `ResourceNotFoundException`. */
  value(id: string): string {
    return this.get(id).value
  }

  /** By ARN, ARN without its suffix, or name. Throws `ServiceException` `ResourceNotFoundException`. */
  get(id: string): Secret {
    const found = this.find(id)
    if (found === undefined)
      throw new ServiceException('ResourceNotFoundException', 400, 'Secrets Manager can\'t find the specified secret.')
    return found
  }

  all(): readonly Secret[] {
    return [...this.#secrets.values()]
  }

  /** Makes a value the current one. Throws `ServiceException` `ResourceNotFoundException`. */
  put(id: string, value: string): Secret {
    const secret = { ...this.get(id), value, versionId: this.#newId() }
    this.#secrets.set(secret.arn, secret)
    return secret
  }

  /** By ARN, ARN without its suffix, or name. */
  find(id: string): Secret | undefined {
    // The six characters and their dash that AWS appends to a secret's ARN may be left out.
    return [...this.#secrets.values()].find(({ arn, name }) => id === arn || id === name || id === arn.slice(0, -7))
  }
}
