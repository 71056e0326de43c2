import { compileObserved, type RuleResult } from '../evaluate/compile-rule.ts'
import type { RuleMessage } from '../evaluate/payload.ts'
import type { RuleContext } from '../functions/function-context.ts'
import type { Rule } from '../syntax/ast.ts'
import { causeOf } from './cause.ts'
import { createTracer, type Trace, type Tracer } from './trace.ts'

/** How a rule came to its result on one message. */
export interface Explanation {
  readonly rule: Rule
  readonly topic: string
  /** What a person should know of a payload that is no JSON object or array, a sentence; absent for one that is. */
  readonly payloadNote?: string
  readonly result: RuleResult
  /** Why the rule did not match or failed; absent when it matched. */
  readonly because?: string
  /** The expression that decided; absent where the topic did, or the payload as a whole. */
  readonly decidedBy?: Trace
  /** Evaluated for this message, in the order of the statement; empty when the topic did not match. */
  readonly variables: readonly Trace[]
  readonly where: Trace | undefined
  readonly select: readonly Trace[]
}

/**
 * Evaluates a rule and tells how: every operand's value, and the first that made WHERE not true. Throws RuleError for what can not be run.
 *
 * @example
 * const message = { topic: 'a', payload: new TextEncoder().encode('{"c":9}') }
 * explainRule(parseRule("SELECT * FROM 'a' WHERE b > 8"), message, { nowMs: 0 }).because
 * // 'b is Undefined: the message has no such field'
 */
export function explainRule(
  rule: Rule, message: RuleMessage, context: RuleContext, { ruleName }: { readonly ruleName?: string } = {},
): Explanation {
  const tracer = createTracer()
  const result = compileObserved(rule, ruleName, tracer).evaluate(message, context)
  return explained(rule, message, result, tracer)
}

/**
 * Like {@link explainRule}, for rules that ask other services through `context.ports`.
 *
 * @example
 * const rule = parseRule("SELECT get_thing_shadow(topic(2), 'arn:aws:iam::123456789012:role/shadows') AS shadow FROM 'keg/+'")
 * const ports = { thingShadow: async () => ({ state: { reported: { celsius: 4 } } }) }
 * const explanation = await explainRuleAsync(rule, { topic: 'keg/k-1', payload: new Uint8Array() }, { nowMs: 0, ports })
 */
export async function explainRuleAsync(
  rule: Rule, message: RuleMessage, context: RuleContext, { ruleName }: { readonly ruleName?: string } = {},
): Promise<Explanation> {
  const tracer = createTracer()
  const result = await compileObserved(rule, ruleName, tracer).evaluateAsync(message, context)
  return explained(rule, message, result, tracer)
}

function explained(rule: Rule, { topic, payload }: RuleMessage, result: RuleResult, { traces }: Tracer): Explanation {
  // A variable that is the whole payload, `*`, has nothing to trace.
  const count = rule.variables.filter(({ value }) => value.kind !== 'star').length
  const where = rule.where === undefined ? undefined : traces[count]
  const payloadNote = noteOn(payload)
  const parts = {
    rule, topic, ...(payloadNote !== undefined && { payloadNote }), result, variables: traces.slice(0, count), where,
    select: traces.slice(count + (rule.where === undefined ? 0 : 1)),
  }
  if (result.kind === 'matched') return parts
  const decisive = result.kind === 'failed' ? traces.find(({ failure }) => failure !== undefined) : where
  if (decisive === undefined) return { ...parts, because: result.kind === 'failed' ? result.message : wrongTopic(rule, topic) }
  const { trace, because } = causeOf(decisive, rule.version)
  const binary = trace.expression.kind === 'attribute' && trace.value === undefined && payloadNote !== undefined
  return { ...parts, decidedBy: trace, because: binary ? `${because} (the payload is no JSON object)` : because }
}

const wrongTopic = ({ from }: Rule, topic: string): string =>
  from === undefined ? `without FROM, only Basic Ingest reaches the rule, not ${topic}` : `the topic ${topic} does not match '${from}'`

function noteOn(payload: Uint8Array): string | undefined {
  if (payload.length === 0) return 'The payload is empty: it has no fields.'
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof value === 'object' && value !== null) return undefined
    return "The payload is JSON, but no object or array: AWS takes it for binary. It has no fields; decode(encode(*, 'base64'), 'base64') is its value."
  } catch (error) {
    return `The payload is no JSON (${error instanceof Error ? error.message : String(error)}): it has no fields, and * is its bytes.`
  }
}
