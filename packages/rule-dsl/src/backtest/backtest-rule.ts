import { compileRule, type CompiledRule, type RuleResult } from '../evaluate/compile-rule.ts'
import type { RuleMessage } from '../evaluate/payload.ts'
import type { RuleContext } from '../functions/function-context.ts'
import type { RuleFailureCode } from '../fault/run-failure.ts'
import type { Rule } from '../syntax/ast.ts'

/** A message as it was stored; `place` says where, `telemetry.jsonl:17`. */
export interface StoredMessage {
  readonly place: string
  readonly message: RuleMessage
  readonly context: RuleContext
}

/** What a rule makes of one message, as text: `not matched`, `failed NO_TEXT`, or the JSON of its output. */
export interface BacktestExample {
  readonly place: string
  readonly topic: string
  readonly result: string
}

/** What a rule would have done with stored messages. */
export interface BacktestReport {
  readonly messages: number
  readonly matched: number
  readonly notMatched: number
  readonly failed: number
  /** How many failed for which reason. */
  readonly failures: { readonly [Code in RuleFailureCode]?: number }
  /** The first that matched. */
  readonly matches: readonly BacktestExample[]
  /** Messages of which the other rule makes something else; absent without another rule. */
  readonly different?: number
  readonly differences?: readonly (BacktestExample & { readonly before: string })[]
}

const MAX_EXAMPLES = 5
const utf8 = new TextDecoder()

/**
 * Runs a rule over stored messages, and another one beside it: what it selects, and where the two differ. Throws RuleError for what can not
 * be run.
 *
 * @example
 * const message = { topic: 'keg/k-1', payload: new TextEncoder().encode('{"celsius":8.5}') }
 * const messages = [{ place: 'line 1', message, context: { nowMs: 0 } }]
 * const against = parseRule("SELECT * FROM 'keg/#' WHERE celsius > 9")
 * await backtestRule(parseRule("SELECT * FROM 'keg/#' WHERE celsius > 8"), messages, { against })
 */
export async function backtestRule(
  rule: Rule, messages: AsyncIterable<StoredMessage> | Iterable<StoredMessage>, { against }: { readonly against?: Rule } = {},
): Promise<BacktestReport> {
  const compiled = compileRule(rule)
  const other = against === undefined ? undefined : compileRule(against)
  const counts = { messages: 0, matched: 0, notMatched: 0, failed: 0, different: 0 }
  const failures: { [Code in RuleFailureCode]?: number } = {}
  const matches: BacktestExample[] = []
  const differences: (BacktestExample & { before: string })[] = []
  for await (const stored of messages) {
    const result = await resultOf(compiled, stored)
    counts.messages += 1
    counts[result.kind] += 1
    const example = { place: stored.place, topic: stored.message.topic, result: told(result) }
    if (result.kind === 'failed') failures[result.code] = (failures[result.code] ?? 0) + 1
    if (result.kind === 'matched' && matches.length < MAX_EXAMPLES) matches.push(example)
    const before = other === undefined ? example.result : told(await resultOf(other, stored))
    if (before === example.result) continue
    counts.different += 1
    if (differences.length < MAX_EXAMPLES) differences.push({ ...example, before })
  }
  const { different, ...rest } = counts
  return { ...rest, failures, matches, ...(other !== undefined && { different, differences }) }
}

const resultOf = (
  { externalFunctions, evaluate, evaluateAsync }: CompiledRule, { message, context }: StoredMessage,
): RuleResult | Promise<RuleResult> =>
  externalFunctions.length === 0 ? evaluate(message, context) : evaluateAsync(message, context)

function told(result: RuleResult): string {
  if (result.kind === 'matched') return utf8.decode(result.payload)
  return result.kind === 'failed' ? `failed ${result.code}` : 'not matched'
}
