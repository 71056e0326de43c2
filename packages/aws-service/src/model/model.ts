/** One member of a request, response or nested structure. */
export interface Member {
  /** `struct:Name`, `list:TYPE`, `map:TYPE` or a simple type's name. */
  readonly type: string
  readonly required?: true
  /** Where it travels when that is not the body: `label`, `query:NAME`, `header:NAME` or `payload`. */
  readonly in?: string
  /** The name of its constraint. */
  readonly constraint?: string
}

/** Members by name. */
export type Structure = Readonly<Record<string, Member>>

/**
 * What the service model demands of a value: of a number its size, of a text its length and pattern, of a list or map its length;
 * `of` names the constraint of a list's or map's values, `key` that of a map's keys.
 */
export interface Constraint {
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly oneOf?: readonly string[]
  readonly of?: string
  readonly key?: string
}

/** An operation of a REST protocol; the path has its labels in braces. */
export type Route<Service extends string = string> = readonly [name: string, service: Service, method: string, uri: string]

/** The names of an operation's structures; one that takes or answers nothing has none. */
export interface Shapes {
  readonly input: string | undefined
  readonly output: string | undefined
}

/** A service as data, as far as its operations are emulated. */
export interface Model {
  readonly structures: Readonly<Record<string, Structure>>
  readonly constraints: Readonly<Record<string, Constraint>>
  /** By operation. */
  readonly shapesOf: Readonly<Record<string, Shapes>>
}
