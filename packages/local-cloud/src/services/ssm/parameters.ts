import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import type { Shelf } from '../state/shelf.ts'

/** A parameter with its last version. */
export interface Parameter {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly version: number
  readonly modifiedMs: number
}

const MAX_NAMES = 10

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
      throw new ServiceException('ParameterAlreadyExists', 400, 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.')
    }
    const version = (before?.version ?? 0) + 1
    this.#parameters.set(name, { name, type, value, version, modifiedMs: this.#nowMs() })
    return version
  }

  delete(name: string): void {
    this.#parameters.delete(name)
  }

  /** By name or ARN. */
  value(nameOrArn: string): string | undefined {
    return this.#find(nameOrArn)?.value
  }

  async fetch(request: Request): Promise<Response> {
    const operation = (request.headers.get('x-amz-target') ?? '').replace('AmazonSSM.', '')
    return jsonAnswer(this.#call(operation, await jsonInput(request)))
  }

  #call(operation: string, input: Readonly<Record<string, unknown>>): object {
    switch (operation) {
      case 'GetParameter': return { Parameter: this.#get(String(input['Name'])) }
      case 'GetParameters': return this.#getAll(input['Names'])
      case 'GetParametersByPath': return { Parameters: this.#below(String(input['Path']), input['Recursive'] === true) }
      case 'PutParameter': return { Version: this.put(String(input['Name']), String(input['Type'] ?? 'String'), String(input['Value']), input['Overwrite'] === true), Tier: 'Standard' }
      case 'DeleteParameter': return this.#delete(String(input['Name']))
      default: throw new ServiceException('UnknownOperationException', 400, `Systems Manager's ${operation} is not emulated.`)
    }
  }

  #get(name: string): object {
    const found = this.#find(name)
    if (found === undefined) throw new ServiceException('ParameterNotFound', 400, `Parameter ${name} not found.`)
    return this.#described(found)
  }

  #getAll(names: unknown): object {
    const wanted = Array.isArray(names) ? names.map(String) : []
    if (wanted.length > MAX_NAMES) throw new ServiceException('ValidationException', 400, `At most ${MAX_NAMES} names are taken at once.`)
    const found = wanted.flatMap((name) => this.#find(name) ?? [])
    return { Parameters: found.map((each) => this.#described(each)), InvalidParameters: wanted.filter((name) => this.#find(name) === undefined) }
  }

  #below(path: string, recursive: boolean): object[] {
    const prefix = path.endsWith('/') ? path : `${path}/`
    return [...this.#parameters.values()]
      .filter(({ name }) => name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/')))
      .map((each) => this.#described(each))
  }

  #delete(name: string): object {
    if (!this.#parameters.delete(name)) throw new ServiceException('ParameterNotFound', 400, `Parameter ${name} not found.`)
    return {}
  }

  #find(nameOrArn: string): Parameter | undefined {
    // An ARN shows a name without its first slash, or after one that is not the name's.
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.replace(/^.*?:parameter/, '') : nameOrArn
    return this.#parameters.get(name) ?? this.#parameters.get(name.replace(/^\//, ''))
  }

  #described({ name, type, value, version, modifiedMs }: Parameter): object {
    return { Name: name, Type: type, Value: value, Version: version, LastModifiedDate: modifiedMs / 1000, ARN: this.#arn(name), DataType: 'text' }
  }
}
