/** One member of a request, response or nested structure. */
export interface Member {
  /** `struct:Name`, `list:TYPE`, `map:TYPE` or a simple type's name. */
  readonly type: string
  readonly required?: true
  /**
   * The part of the request or response that carries it: `label`, `query:NAME`, `header:NAME`, `payload` or `status`. Absent: a member of
   * the body.
   */
  readonly in?: string
  /** The name of its constraint. */
  readonly constraint?: string
}

/** Members by name. */
export type Structure = Readonly<Record<string, Member>>

/**
 * The limits of the service model for a value: the size of a number, the length and pattern of a text, the length of a list or map.
 * `of` names the constraint of the values of a list or map, `key` that of the keys of a map.
 */
export interface Constraint {
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly oneOf?: readonly string[]
  readonly of?: string
  readonly key?: string
}

/** An operation of a REST protocol. The path has its labels in braces. */
export type Route<Service extends string = string> = readonly [name: string, service: Service, method: string, uri: string]

/** The names of an operation's input and output structures. A name is absent where the operation takes or answers nothing. */
export interface Shapes {
  readonly input: string | undefined
  readonly output: string | undefined
}

/** The model of a service, with the shapes of the operations that are emulated. */
export interface Model {
  readonly structures: Readonly<Record<string, Structure>>
  readonly constraints: Readonly<Record<string, Constraint>>
  /** The structures of each operation, by the operation's name. */
  readonly shapesOf: Readonly<Record<string, Shapes>>
}
