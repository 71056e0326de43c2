import {
  checkRule, compileRule, explainRule, parseRule, printExplanation, RuleError, type CompiledRule, type Diagnostic, type Rule,
} from '@keg/rule-dsl'
import { matchesTopicFilter } from '@keg/mqtt-topics'

/** What a rule made of a message. */
export interface Outcome {
  readonly topic: string
  readonly atMs: number
  readonly kind: 'matched' | 'notMatched' | 'failed'
  /** What it would hand to its actions; why it did not, else. */
  readonly text: string
  /** The evaluation, operand by operand. */
  readonly explanation: string
}

/** A rule that is tried on messages, in the page. */
export interface RuleTrial {
  /** What is to be said of the statement: errors first. */
  readonly diagnostics: readonly Diagnostic[]
  /** Functions that ask other services, which a page can't; where there are any, nothing is evaluated. */
  readonly asks: readonly string[]
  /** Whether messages are evaluated at all. */
  readonly runs: boolean
  /** Whether it took too long on a message, and is evaluated no more: a page has other things to do. */
  readonly isStopped: () => boolean
  /** Evaluates a message; `undefined` where the rule is not for its topic, or does not run. */
  take(topic: string, payload: Uint8Array, nowMs: number): Outcome | undefined
}

/** The longest that a rule may hold up the page with one message. */
const MAX_MS = 100

/**
 * Reads a statement in AWS IoT SQL, to try it on messages by the very evaluator that runs it elsewhere, until it holds up the page; that is
 * told by `clockMs`.
 */
export function tryRule(sql: string, clockMs: () => number = () => performance.now()): RuleTrial {
  const diagnostics = checkRule(sql).toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'))
  const read = diagnostics.some(({ severity }) => severity === 'error') ? undefined : compiled(sql)
  const asks = read?.run.externalFunctions ?? []
  if (read === undefined || asks.length > 0) return { diagnostics, asks, runs: false, isStopped: () => false, take: () => undefined }
  const { rule } = read
  let isStopped = false
  return {
    diagnostics, asks, runs: true, isStopped: () => isStopped,
    take(topic, payload, nowMs) {
      if (isStopped || rule.from === undefined || !matchesTopicFilter(rule.from, topic)) return undefined
      const startedMs = clockMs()
      const made = outcome(rule, { topic, payload }, nowMs)
      isStopped = clockMs() - startedMs > MAX_MS
      return made
    },
  }
}

function compiled(sql: string): { readonly rule: Rule; readonly run: CompiledRule } | undefined {
  try {
    const rule = parseRule(sql)
    return { rule, run: compileRule(rule) }
  } catch (error) {
    // What the check did not find: the statement does not run.
    if (error instanceof RuleError) return undefined
    throw error
  }
}

function outcome(rule: Rule, message: { readonly topic: string; readonly payload: Uint8Array }, nowMs: number): Outcome {
  const explained = explainRule(rule, message, { nowMs, random: Math.random, newId: () => crypto.randomUUID() })
  const { result, because = '' } = explained
  const text = result.kind === 'matched' ? new TextDecoder().decode(result.payload) : because
  return { topic: message.topic, atMs: nowMs, kind: result.kind, text, explanation: printExplanation(explained) }
}
