import { PROTO_ARGUMENTS } from '../functions/proto-arguments.ts'
import { parseRule } from '../parse/parse-rule.ts'
import { RuleError } from '../fault/rule-error.ts'
import type { Call, Expression, Rule, Star } from '../syntax/ast.ts'
import { parseTemplate } from '../syntax/parse-rule.ts'
import { printExpression } from '../syntax/print-rule.ts'
import { parseElementTemplate } from '../syntax/parse-element-template.ts'
import { refusingDepth } from '../fault/too-deep.ts'
import type { SqlVersion } from '../value/value.ts'
import { checkAbsence } from './absence.ts'
import { contradiction } from './bounds.ts'
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts'
import { checkTemplatePart, expressionsIn } from '../functions/function-names.ts'
import { infer, type Scope, scopeOf } from './infer.ts'
import { wrongCount } from './infer-call.ts'
import { canBeTrue, isNothing } from './inferred.ts'
import { checkActions, checkQuotes, checkVersion } from './surroundings.ts'
import { jsonSchemaOf, type MessageSchema } from './schema.ts'

/** What a rule is checked against. */
export interface CheckOptions {
  /** Of a statement given as text; absent, `2016-03-23`. */
  readonly version?: SqlVersion
  /** Of the messages that the rule gets; absent, nothing is said about fields. */
  readonly schema?: MessageSchema
  /** Parameters of the rule's actions that hold `${…}`, or, of an InfluxDB action, `@{…}`. */
  readonly templates?: readonly string[]
  /** What the rule's actions are, as AWS's API names them: `lambda`, `influxDB`. Absent, nothing is said about them. */
  readonly actions?: readonly string[]
}

const CALL_LIMITS: Readonly<Record<string, number | undefined>> = { get_dynamodb: 1, get_registry_data: 1, 'decode proto': 2 }
const ROLE_TAKERS = new Set('get_dynamodb get_thing_shadow get_registry_data get_secret machinelearning_predict'.split(' '))

/**
 * What is wrong with a rule: errors that AWS refuses it for, and warnings of what AWS takes without a word. Never throws.
 *
 * @example checkRule("SELECT celsius FROM 'keg/+/telemetry' WHERE topic(3) = 'pours'")
 * // [{ severity: 'warning', code: 'NEVER_TRUE', message: "WHERE is never true: topic(3) of 'keg/+/telemetry' is 'telemetry'.", at }]
 */
export function checkRule(statement: string | Rule, options: CheckOptions = {}): readonly Diagnostic[] {
  try {
    const rule = typeof statement === 'string'
      ? parseRule(statement, options.version === undefined ? {} : { version: options.version })
      : statement
    const quotes = typeof statement === 'string' ? checkQuotes(statement) : []
    return inOrder([...quotes, ...refusingDepth(() => findings(rule, options))])
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return [refusal(error)]
  }
}

function refusal({ code, message, at }: RuleError): Diagnostic {
  return { severity: 'error', code: code === 'UNKNOWN_FUNCTION' ? code : 'SQL_SYNTAX', message, ...(at !== undefined && { at }) }
}

const warning = (code: DiagnosticCode, message: string, node: Expression | Star | undefined): Diagnostic =>
  ({ severity: 'warning', code, message, ...(node?.at !== undefined && { at: node.at }) })

const error = (code: DiagnosticCode, message: string, node: Expression): Diagnostic => ({
  ...warning(code, message, node), severity: 'error',
})

function findings(rule: Rule, { schema, templates = [], actions = [] }: CheckOptions): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const unknown = new Set<string>()
  const scope = scopeOf(rule, schema === undefined ? undefined : jsonSchemaOf(schema), (name, expression) => {
    const text = printExpression(expression)
    if (!unknown.has(text)) found.push(warning('UNKNOWN_FIELD', `The message has no field ${text}.`, expression))
    unknown.add(text)
  })
  found.push(...checkCalls(rule), ...checkSelection(rule, scope), ...checkWhere(rule, scope), ...checkVariables(rule, templates))
  found.push(...checkAbsence(rule, scope, schema !== undefined), ...checkVersion(rule), ...checkActions(rule, actions))
  for (const template of templates) found.push(...checkTemplate(template, rule, scope, actions))
  return found
}

const inOrder = (found: Diagnostic[]): readonly Diagnostic[] => found.sort((a, b) => (a.at?.offset ?? 0) - (b.at?.offset ?? 0))


function checkCalls(rule: Rule): Diagnostic[] {
  const calls = [...expressionsIn(rule)].filter((expression) => expression.kind === 'call')
  return [...calls.flatMap(checkCall), ...checkLimits(calls)]
}

function checkCall(call: Call): Diagnostic[] {
  const found: Diagnostic[] = []
  const name = call.name.toLowerCase()
  const count = wrongCount(call)
  if (count !== undefined) found.push(warning('ARGUMENT_COUNT', `${count}: the call is always Undefined.`, call))
  const scheme = name === 'encode' || name === 'decode' ? call.arguments[1] : undefined
  const known = call.arguments.length === PROTO_ARGUMENTS ? 'proto' : 'base64'
  if (scheme?.kind === 'string' && scheme.text !== known) {
    const message = `${call.name}() with ${call.arguments.length} arguments knows '${known}', not '${scheme.text}'.`
    found.push(error('UNSUPPORTED', message, scheme))
  }
  const role = ROLE_TAKERS.has(name) ? call.arguments.at(name === 'machinelearning_predict' ? 1 : -1) : undefined
  if (role?.kind === 'variable') found.push(warning('VARIABLE_AS_ROLE', `A role in ${call.name}() can not be a variable.`, call))
  return found
}

function checkLimits(calls: readonly Call[]): Diagnostic[] {
  const counts = new Map<string, number>()
  return calls.flatMap((call) => {
    const name = call.name.toLowerCase()
    const key = name === 'decode' && call.arguments.length === PROTO_ARGUMENTS ? 'decode proto' : name
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const limit = CALL_LIMITS[key]
    if (limit === undefined || count !== limit + 1) return []
    const often = limit === 1 ? 'once' : 'twice'
    return [error('CALL_LIMIT', `${call.name}() may be called ${often} in a statement; the rule ends without an action.`, call)]
  })
}

function checkSelection({ select }: Rule, scope: Scope): Diagnostic[] {
  if (select.kind === 'value') return alwaysUndefined(select.value, scope)
  const names = new Set<string>()
  return select.items.flatMap(({ value: item, alias }, index) => {
    const value = item.kind === 'spread' ? item.of : item
    const found = alwaysUndefined(value, scope)
    const own = 'name' in item ? item.name : undefined
    // These give names of their own.
    const members = item.kind === 'star' || item.kind === 'spread' || item.kind === 'object'
    if (alias === undefined && own === undefined && !members) {
      found.push(warning('UNNAMED_ITEM', `Without AS, this item is called _${index}.`, value))
    }
    const name = alias?.join('.') ?? own
    if (name !== undefined && names.has(name))
      found.push(warning('DUPLICATE_NAME', `Two items are called ${name}: the later one stands.`, value))
    if (name !== undefined) names.add(name)
    return found
  })
}

function alwaysUndefined(expression: Expression | Star, scope: Scope): Diagnostic[] {
  const inferred = infer(expression, scope)
  // What the schema lacks, and a wrong count, have been reported themselves.
  if (!isNothing(inferred) || /^the message has no field|\(\) takes /.test(inferred.why ?? '')) return []
  return [warning('ALWAYS_UNDEFINED', `This is always Undefined: ${inferred.why ?? 'no message gives it a value'}.`, expression)]
}

function checkWhere({ where, version }: Rule, scope: Scope): Diagnostic[] {
  if (where === undefined) return []
  const inferred = infer(where, scope)
  if (!canBeTrue(inferred)) return [warning('NEVER_TRUE', `WHERE is never true: ${inferred.why ?? 'it is no Boolean'}.`, where)]
  const pair = contradiction(where, version)
  if (pair === undefined) return []
  return [warning('NEVER_TRUE', `WHERE is never true: ${printExpression(pair.first)} and ${printExpression(pair.second)} exclude each other.`, pair.second)]
}

function checkVariables(rule: Rule, templates: readonly string[]): Diagnostic[] {
  const used = new Set<string>()
  for (const expression of expressionsIn(rule)) if (expression.kind === 'variable') used.add(expression.name)
  return rule.variables
    .filter(({ name }) => !used.has(name) && !templates.some((template) => template.includes(`@${name}`)))
    .map(({ name, value }) => warning('UNUSED_VARIABLE', `@${name} is never used.`, value))
}

function checkTemplate(template: string, rule: Rule, scope: Scope, actions: readonly string[]): Diagnostic[] {
  try {
    if (actions.includes('influxDB') && parseElementTemplate(template) !== undefined) return []
    return parseTemplate(template, rule).flatMap((part) => {
      if (typeof part === 'string') return []
      checkTemplatePart(part, rule)
      const inferred = infer(part, scope)
      if (!isNothing(inferred)) return []
      const why = inferred.why ?? 'no message gives it a value'
      return [warning('ALWAYS_UNDEFINED', `\${${printExpression(part)}} is always Undefined: ${why}.`, undefined)]
    })
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return [{ ...refusal(error), message: `In '${template}': ${error.message}` }]
  }
}
