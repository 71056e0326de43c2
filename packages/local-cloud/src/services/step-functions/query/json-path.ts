import { isRecord } from '@keg/aws-service'
import { JSONPath } from 'jsonpath-plus'
import type { Scope } from '../scope.ts'
import { runtimeError } from '../state-error.ts'
import { callIntrinsic } from './intrinsic.ts'

/** Where a path may lead: `$` is the data, `$$` the context object, `$name` a variable. */
export type PathScope = Pick<Scope, 'variables' | 'context' | 'name' | 'run'>

/** What a path leads to; `undefined` where there is nothing. */
export function lookUp(path: string, data: unknown, { variables, context }: PathScope): unknown {
  const [root, rest] = rootOf(path, data, variables, context)
  if (callsOrMatches(rest))
    throw runtimeError(`The JSONPath '${path}' has a function or a regular expression in a filter, which is not supported`)
  // jsonpath-plus takes objects and lists alone.
  if (rest === '$') return root
  if (typeof root !== 'object' || root === null) return undefined
  return JSONPath({ path: rest, json: root, wrap: false, eval: 'safe' }) as unknown
}

/** AWS's filters compare; the library's could call methods of texts, and expressions that run for ever. */
function callsOrMatches(path: string): boolean {
  return path.includes('(') && /[\w\])]\s*\(|[/\x60]/.test(path.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '\'\''))
}

function rootOf(path: string, data: unknown, variables: Scope['variables'], context: Scope['context']): [root: unknown, rest: string] {
  if (path.startsWith('$$')) return [context, path.slice(1)]
  const variable = /^\$([A-Za-z_]\w*)(.*)$/s.exec(path)
  return variable === null ? [data, path] : [variables[variable[1] ?? ''], `$${variable[2] ?? ''}`]
}

/** What a path or an intrinsic function comes to. Throws `StateError` where there is nothing. */
export function query(expression: string, data: unknown, scope: PathScope): unknown {
  if (expression.startsWith('States.')) return callIntrinsic(expression, { ...scope.run, path: (path) => query(path, data, scope) })
  const found = lookUp(expression, data, scope)
  if (found === undefined) throw runtimeError(`An error occurred while executing the state '${scope.name}'. The JSONPath '${expression}' could not be found in the input '${JSON.stringify(data)}'`)
  return found
}

/** A payload template with its fields that end in `.$` filled in. @see https://states-language.net/spec.html#payload-template */
export function fillTemplate(template: unknown, data: unknown, scope: PathScope): unknown {
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, data, scope))
  if (!isRecord(template)) return template
  return Object.fromEntries(Object.entries(template).map(([name, value]) =>
    (name.endsWith('.$') ? [name.slice(0, -2), query(String(value), data, scope)] : [name, fillTemplate(value, data, scope)])))
}

/** The data with a value put at a reference path, whose steps are made where they are missing. */
export function putAt(path: string, data: unknown, value: unknown): unknown {
  const steps = JSONPath.toPathArray(path).slice(1)
  return put(steps, data, value)
}

function put([step, ...rest]: readonly string[], data: unknown, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(data) && /^\d+$/.test(step))
    return Object.assign([...data as unknown[]], { [step]: put(rest, data[Number(step)], value) })
  if (data !== undefined && data !== null && !isRecord(data)) throw new TypeError(`there is no place for ${step}`)
  return { ...(isRecord(data) ? data : {}), [step]: put(rest, isRecord(data) ? data[step] : undefined, value) }
}
