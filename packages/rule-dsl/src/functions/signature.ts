import { toInt, toNumber, toText } from '../value/conversion.ts'
import type { SqlNumber, SqlValue } from '../value/value.ts'
import type { FunctionContext } from './function-context.ts'

/** The bytes of the whole payload: what `*` is as an argument of a function that takes bytes. */
export type Bytes = Uint8Array
type Argument = SqlValue | Bytes

/** How one argument is converted; when `convert` answers `refused`, the call is Undefined. */
export interface Parameter<T> {
  readonly convert: (value: Argument, context: FunctionContext) => T | typeof refused
  /** `*` is handed over as bytes, not as the payload's value. */
  readonly takesBytes?: boolean
  /** The only texts that a literal may write here; another is refused when the rule is compiled. */
  readonly choices?: readonly string[]
}

/** A function of the language: how many arguments it takes, how each is converted, and what it answers. */
export interface SqlFunction {
  readonly parameters: readonly Parameter<unknown>[]
  /** How many of `parameters` may be left out, from the end. */
  readonly optional: number
  /** How any further arguments are converted; absent when there may be none. */
  readonly rest: Parameter<unknown> | undefined
  readonly call: (args: readonly unknown[], context: FunctionContext) => SqlValue
  /** It asks another service. */
  readonly external?: true
}

export const refused = Symbol('refused')

const converting = <T>(convert: (value: SqlValue, context: FunctionContext) => T | undefined): Parameter<T> => ({
  // Bytes reach only the parameters that take them.
  convert: (value, context) => (value instanceof Uint8Array ? refused : (convert(value, context) ?? refused)),
})

export const string = converting((value) => toText(value))
export const decimal = converting<SqlNumber>((value, { version }) => toNumber(value, version))
export const int = converting<SqlNumber>((value, { version }) => toInt(value, version))
/** Lets Null and Undefined through. */
export const any: Parameter<SqlValue> = { convert: (value) => (value instanceof Uint8Array ? refused : value) }
/** Any value, or the payload's bytes for `*`. */
export const anyOrBytes: Parameter<SqlValue | Bytes> = { convert: (value) => value, takesBytes: true }
export const oneOf = <const Choice extends string>(...choices: readonly Choice[]): Parameter<Choice> => ({
  convert: (value) => choices.find((choice) => choice === value) ?? refused,
  choices,
})

type Converted<Parameters extends readonly Parameter<unknown>[]> = {
  [Index in keyof Parameters]: Parameters[Index] extends Parameter<infer T> ? T : never
}
type AllowUndefined<T extends readonly unknown[]> = { [Index in keyof T]: T[Index] | undefined }

/** A row of a function family. The context comes behind the arguments. */
export function fn<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  call: (...args: [...Converted<P>, context: FunctionContext]) => SqlValue,
): SqlFunction {
  // `convert` of each parameter has made the arguments what the tuple says. Spreading costs more than most functions.
  const plain = call as unknown as (...args: unknown[]) => SqlValue
  const spread: SqlFunction['call'][] = [
    (_args, context) => plain(context),
    (args, context) => plain(args[0], context),
    (args, context) => plain(args[0], args[1], context),
  ]
  return { parameters, optional: 0, rest: undefined, call: spread[parameters.length] ?? ((args, context) => plain(...args, context)) }
}

/** A row whose last arguments may be left out; those are `undefined`. */
export function fnOptional<const P extends readonly Parameter<unknown>[], const O extends readonly Parameter<unknown>[]>(
  parameters: P,
  optional: O,
  call: (...args: [...Converted<P>, ...AllowUndefined<Converted<O>>, context: FunctionContext]) => SqlValue,
): SqlFunction {
  const all = [...parameters, ...optional]
  return {
    parameters: all,
    optional: optional.length,
    rest: undefined,
    // As above; arguments left out are filled up to the tuple's length.
    call(args, context) {
      const missing = Array<undefined>(all.length - args.length).fill(undefined)
      return call(...([...args, ...missing, context] as unknown as Parameters<typeof call>))
    },
  }
}

/** A row that takes one argument or more, all converted alike. */
export const fnRest = <T>(rest: Parameter<T>, call: (args: readonly T[], context: FunctionContext) => SqlValue): SqlFunction => ({
  parameters: [rest],
  optional: 0,
  rest,
  call: (args, context) => call(args as readonly T[], context),
})

/** A row that asks another service. */
export const external = (row: SqlFunction): SqlFunction => ({ ...row, external: true })
