import { ServiceException } from '@keg/aws-service'
import type { Parameter as DescribedParameter } from './model.generated.ts'
import type { Shelf } from '../../ground/shelf.ts'

/** A parameter with its last version. */
export interface Parameter {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly version: number
  readonly modifiedMs: number
}

/** SSM's Parameter Store: parameters with their last version. */
export class Parameters {
  readonly #parameters: Shelf<Parameter>
  readonly #nowMs: () => number
  readonly #arn: (name: string) => string

  constructor(parameters: Shelf<Parameter>, nowMs: () => number, arn: (name: string) => string) {
    this.#parameters = parameters
    this.#nowMs = nowMs
    this.#arn = arn
  }

  /** Throws `ServiceException` `ParameterAlreadyExists` for one that is there, unless it is to be overwritten. */
  put(name: string, type: string, value: string, overwrite = false): number {
    const before = this.#parameters.get(name)
    if (before !== undefined && !overwrite) {
      throw new ServiceException(
        'ParameterAlreadyExists',
        400,
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      )
    }
    const version = (before?.version ?? 0) + 1
    this.#parameters.set(name, { name, type, value, version, modifiedMs: this.#nowMs() })
    return version
  }

  /** Whether there was one. */
  delete(name: string): boolean {
    return this.#parameters.delete(name)
  }

  /** By name or ARN. */
  value(nameOrArn: string): string | undefined {
    return this.#find(nameOrArn)?.value
  }

  /** As the API describes it. Throws `ServiceException` `ParameterNotFound`. */
  get(nameOrArn: string): DescribedParameter {
    const found = this.find(nameOrArn)
    if (found === undefined) throw parameterNotFound(nameOrArn)
    return found
  }

  find(nameOrArn: string): DescribedParameter | undefined {
    const found = this.#find(nameOrArn)
    return found === undefined ? undefined : this.#described(found)
  }

  /** Those of a path: of the levels below as well where it is recursive. */
  below(path: string, recursive: boolean): DescribedParameter[] {
    const prefix = path.endsWith('/') ? path : `${path}/`
    return [...this.#parameters.values()]
      .filter(({ name }) => name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/')))
      .map((each) => this.#described(each))
  }

  #find(nameOrArn: string): Parameter | undefined {
    // An ARN shows a name without its first slash, or after one that is not the name's.
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.replace(/^.*?:parameter/, '') : nameOrArn
    return this.#parameters.get(name) ?? this.#parameters.get(name.replace(/^\//, ''))
  }

  #described({ name, type, value, version, modifiedMs }: Parameter): DescribedParameter {
    return {
      Name: name, Type: type, Value: value, Version: version, LastModifiedDate: modifiedMs / 1000, ARN: this.#arn(name), DataType: 'text',
    }
  }
}

export const parameterNotFound = (name: string): ServiceException =>
  new ServiceException('ParameterNotFound', 400, `Parameter ${name} not found.`)
