import { isRecord } from '@keg/aws-service'
import { LocalIotError } from '../errors/local-iot-error.ts'
import { templateFault } from './template-fault.ts'

/** A two-level map of a template's `Mappings`. */
export type Mappings = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** What functions of a template look at. */
export interface Scope {
  /** Values of parameters, by name. */
  readonly parameters: ReadonlyMap<string, string>
  readonly mappings: Mappings
}

/** Deeper than any template needs. */
const MAX_DEPTH = 32
/** The longest text that functions make; longer than anything that a text of a template may be. */
const MAX_TEXT = 65_536

type Evaluate = (value: unknown, where: string) => unknown

/** An intrinsic function: how many arguments it takes, and its value. */
interface IntrinsicFunction {
  readonly takes: readonly [least: number, most: number]
  /** The arguments are evaluated. */
  readonly run: (values: readonly unknown[], scope: Scope, where: string) => unknown
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html#intrinsic-functions */
const FUNCTIONS: Readonly<Record<string, IntrinsicFunction>> = {
  'Ref': { takes: [1, 1], run: ([name], scope, where) => parameter(textOf(name, where), scope, where) },
  'Fn::Join': {
    takes: [2, 2],
    run: ([delimiter, list], _scope, where) =>
      joined(listOf(list, where).map((part) => textOf(part, where)), textOf(delimiter, where), where),
  },
  'Fn::Select': { takes: [2, 2], run: ([index, list], _scope, where) => selected(index, listOf(list, where), where) },
  'Fn::Split': { takes: [2, 2], run: ([delimiter, text], _scope, where) => split(textOf(delimiter, where), textOf(text, where), where) },
  'Fn::FindInMap': {
    takes: [3, 3], run: (keys, { mappings }, where) => found(mappings, keys.map((key) => textOf(key, where)), where),
  },
  'Fn::Sub': { takes: [1, 2], run: ([text, variables], scope, where) => substituted(textOf(text, where), variables, scope, where) },
}

/** The value with its functions evaluated. Throws LocalIotError: TEMPLATE_INVALID, PARAMETER_MISSING. */
export function evaluated(value: unknown, scope: Scope, where: string): unknown {
  const evaluate: Evaluate = (part, at) => {
    if (Array.isArray(part)) return part.map((item, index) => evaluate(item, `${at}[${index}]`))
    if (!isRecord(part)) return part
    const call = callOf(part, at)
    if (call === undefined) return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, evaluate(item, `${at}.${name}`)]))
    return call.function.run(call.values.map((item) => evaluate(item, call.where)), scope, call.where)
  }
  return evaluate(value, where)
}

/** Throws TEMPLATE_INVALID where a function is none of those there are, or has arguments that it does not take. */
export function checkFunctions(value: unknown, where: string, depth = 0): void {
  if (depth > MAX_DEPTH) throw templateFault(where, `is nested more than ${MAX_DEPTH} deep`)
  if (Array.isArray(value)) return value.forEach((item, index) => checkFunctions(item, `${where}[${index}]`, depth + 1))
  if (!isRecord(value)) return
  const call = callOf(value, where)
  if (call === undefined) for (const [name, item] of Object.entries(value)) checkFunctions(item, `${where}.${name}`, depth + 1)
  else for (const item of call.values) checkFunctions(item, call.where, depth + 1)
}

/** Whether a value is a call of a function. */
export const isCall = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::'))

interface Call {
  readonly function: IntrinsicFunction
  readonly values: readonly unknown[]
  readonly where: string
}

function callOf(value: Readonly<Record<string, unknown>>, where: string): Call | undefined {
  if (!isCall(value)) return undefined
  const [name = '', ...others] = Object.keys(value)
  if (others.length > 0)
    throw templateFault(where, `an object with a function has no other members, but this has ${Object.keys(value).join(', ')}`)
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (known === undefined) throw templateFault(where, `there is no function ${name}; there are ${Object.keys(FUNCTIONS).join(', ')}`)
  const [least, most] = known.takes
  const argument = value[name]
  const values = Array.isArray(argument) ? argument as readonly unknown[] : [argument]
  if (values.length < least || values.length > most) {
    throw templateFault(`${where}.${name}`, `takes ${least === most ? least : `${least} or ${most}`} arguments, not ${values.length}`)
  }
  return { function: known, values, where: `${where}.${name}` }
}

function parameter(name: string, { parameters }: Scope, where: string): string {
  const value = parameters.get(name)
  if (value === undefined) throw new LocalIotError('PARAMETER_MISSING', `The parameter ${name} is missing, which ${where} refers to.`)
  return value
}

function joined(parts: readonly string[], delimiter: string, where: string): string {
  const length = parts.reduce((sum, part) => sum + part.length + delimiter.length, 0)
  if (length > MAX_TEXT) throw templateFault(where, `makes a text of more than ${MAX_TEXT} characters`)
  return parts.join(delimiter)
}

// An index out of bounds and a null end in a provisioning error: provision-template.html#intrinsic-functions
function selected(index: unknown, list: readonly unknown[], where: string): unknown {
  const at = typeof index === 'number' || (typeof index === 'string' && /^\d+$/.test(index)) ? Number(index) : -1
  const value = Number.isInteger(at) && at >= 0 ? list[at] : undefined
  if (value === undefined || value === null)
    throw templateFault(where, `a list of ${list.length} has nothing at index ${JSON.stringify(index)}`)
  return value
}

function split(delimiter: string, text: string, where: string): string[] {
  if (delimiter === '') throw templateFault(where, 'the delimiter is empty')
  return text.split(delimiter)
}

function found(mappings: Mappings, keys: readonly string[], where: string): unknown {
  const value = keys.reduce<unknown>((map, key) => (isRecord(map) && Object.hasOwn(map, key) ? map[key] : undefined), mappings)
  if (value === undefined) throw templateFault(where, `Mappings has nothing at ${keys.join('.')}`)
  return value
}

/** `${Name}` is a variable of the function's, else a parameter; `${!Name}` stays as `${Name}`. */
function substituted(text: string, variables: unknown, scope: Scope, where: string): string {
  if (variables !== undefined && !isRecord(variables)) throw templateFault(where, 'its variables are no object')
  let length = text.length
  return text.replaceAll(/\$\{(!?)([^}]*)\}/g, (_all, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`
    const own = variables !== undefined && Object.hasOwn(variables, name) ? variables[name] : undefined
    const value = own === undefined ? parameter(name, scope, where) : textOf(own, where)
    length += value.length
    if (length > MAX_TEXT) throw templateFault(where, `makes a text of more than ${MAX_TEXT} characters`)
    return value
  })
}

function textOf(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  throw templateFault(where, `takes a text here, not ${JSON.stringify(value)}`)
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[]
  throw templateFault(where, `takes a list here, not ${JSON.stringify(value)}`)
}
