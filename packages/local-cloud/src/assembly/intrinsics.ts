import { isRecord } from '@keg/aws-service'
import { ownMember } from '../ground/own-member.ts'
import { CloudError } from '../ground/cloud-error.ts'
import { intrinsicCall } from '../ground/template.ts'

/** What intrinsic functions look up. Each method throws `CloudError` `UNRESOLVED` for a name that is not there. */
export interface Scope {
  /** A parameter, a pseudo parameter or a created resource; `AWS::NoValue` never gets here. */
  ref(name: string): unknown
  attribute(logicalId: string, name: string): unknown
  condition(name: string): boolean
  mapping(map: string, topKey: string, secondKey: string): unknown
  importValue(name: string): unknown
  /** Called with every text that comes out, for what hides inside texts: dynamic references, addresses of AWS. */
  text(text: string): string
}

/**
 * The value with every intrinsic function called; properties that come out as `AWS::NoValue` are left out.
 * Throws `CloudError`: `UNSUPPORTED` for an unknown function, `UNRESOLVED` for an unknown name or a wrong argument.
 *
 * @example resolve({ 'Fn::Join': ['-', ['keg', { Ref: 'AWS::Region' }]] }, scope) // 'keg-eu-central-1'
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return scope.text(value)
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined)
  const call = intrinsicCall(value)
  if (call !== undefined) {
    const result = invoke(call[0], call[1], scope)
    return typeof result === 'string' ? scope.text(result) : result
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]): [string, unknown] => [key, resolve(entry, scope)])
      .filter(([, entry]) => entry !== undefined),
  )
}

/** The value with `Fn::If` replaced by the branch taken, and nothing else resolved: what a stack really says. */
export function chooseBranches(value: unknown, condition: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => chooseBranches(item, condition)).filter((item) => item !== undefined)
  const call = intrinsicCall(value)
  if (call?.[0] === 'Fn::If') {
    const [name, whenTrue, whenFalse] = list(call[1], 'Fn::If')
    return chooseBranches(condition(String(name)) ? whenTrue : whenFalse, condition)
  }
  if (call?.[0] === 'Ref' && call[1] === 'AWS::NoValue') return undefined
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]): [string, unknown] => [key, chooseBranches(entry, condition)])
      .filter(([, entry]) => entry !== undefined),
  )
}

type IntrinsicFunction = (argument: unknown, scope: Scope) => unknown

const functions: Readonly<Record<string, IntrinsicFunction>> = {
  Ref: (name, scope) => (name === 'AWS::NoValue' ? undefined : scope.ref(String(name))),
  Condition: (name, scope) => scope.condition(String(name)),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...attributePath(argument)),
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(resolve(argument, scope), 'Fn::Join')
    return list(parts, 'Fn::Join').map(String).join(String(separator))
  },
  'Fn::Sub': (argument, scope) => {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub')
    return substitute(String(template), isRecord(variables) ? variables : {}, scope)
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(resolve(argument, scope), 'Fn::Select')
    const item = list(items, 'Fn::Select')[Number(index)]
    if (item === undefined) throw new CloudError('UNRESOLVED', `Fn::Select finds nothing at index ${String(index)}.`)
    return item
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = list(resolve(argument, scope), 'Fn::Split')
    return String(text).split(String(separator))
  },
  'Fn::If': (argument, scope) => {
    const [name, whenTrue, whenFalse] = list(argument, 'Fn::If')
    return resolve(scope.condition(String(name)) ? whenTrue : whenFalse, scope)
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolve(argument, scope), 'Fn::Equals')
    // CloudFormation compares scalars as text: a Number parameter equals the literal 1.
    return isRecord(left) || Array.isArray(left) ? JSON.stringify(left) === JSON.stringify(right) : String(left) === String(right)
  },
  'Fn::And': (argument, scope) => list(argument, 'Fn::And').every((condition) => resolve(condition, scope) === true),
  'Fn::Or': (argument, scope) => list(argument, 'Fn::Or').some((condition) => resolve(condition, scope) === true),
  'Fn::Not': (argument, scope) => resolve(list(argument, 'Fn::Not')[0], scope) !== true,
  'Fn::FindInMap': (argument, scope) => {
    const [map, topKey, secondKey] = list(resolve(argument, scope), 'Fn::FindInMap')
    return scope.mapping(String(map), String(topKey), String(secondKey))
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(String(resolve(argument, scope))),
  'Fn::Base64': (argument, scope) => Buffer.from(String(resolve(argument, scope))).toString('base64'),
  // Of the transform AWS::LanguageExtensions.
  'Fn::ToJsonString': (argument, scope) => JSON.stringify(resolve(argument, scope)),
  'Fn::Length': (argument, scope) => list(resolve(argument, scope), 'Fn::Length').length,
  'Fn::GetAZs': (argument, scope) => {
    const region = resolve(argument, scope)
    return ['a', 'b', 'c'].map((zone) => `${String(region === '' ? scope.ref('AWS::Region') : region)}${zone}`)
  },
}

/** The intrinsic functions that `resolve` knows. */
export const intrinsicFunctions: ReadonlySet<string> = new Set(Object.keys(functions))

/** The logical id and attribute name of a `Fn::GetAtt`, which templates write as a list or as `Id.Name`. */
export function attributePath(argument: unknown): [logicalId: string, name: string] {
  if (Array.isArray(argument)) return [String(argument[0]), argument.slice(1).map(String).join('.')]
  const [logicalId = '', ...name] = String(argument).split('.')
  return [logicalId, name.join('.')]
}

/** Calls `visit` with each name inside `${…}` of a `Fn::Sub` template; `${!…}` is a literal. */
export function substitutions(template: string, visit: (name: string) => string): string {
  return template.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => (literal === '' ? visit(name.trim()) : `\${${name}}`))
}

function invoke(name: string, argument: unknown, scope: Scope): unknown {
  const intrinsic = ownMember(functions, name)
  if (intrinsic === undefined) throw new CloudError('UNSUPPORTED', `The intrinsic function ${name} is not supported.`)
  return intrinsic(argument, scope)
}

function substitute(template: string, variables: Record<string, unknown>, scope: Scope): string {
  return substitutions(template, (name) => {
    if (Object.hasOwn(variables, name)) return String(resolve(variables[name], scope))
    return String(name.includes('.') ? scope.attribute(...attributePath(name)) : scope.ref(name))
  })
}

function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new CloudError('UNRESOLVED', `${name} takes a list, not ${JSON.stringify(value)}.`)
  return value
}
