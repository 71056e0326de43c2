import { basicIngest, matchesTopicFilter } from '@keg/mqtt-topics'
import { checkFunctionNames } from '../check/function-names.ts'
import type { RuleContext } from '../functions/function-context.ts'
import type { Rule } from '../syntax/ast.ts'
import { writeJson } from '../value/json.ts'
import type { SqlValue } from '../value/value.ts'
import { compileExpression } from './expression.ts'
import { payloadOf, type RuleMessage } from './payload.ts'
import { type RuleFailureCode, RunFailure } from '../run-failure.ts'
import type { Run } from './run.ts'
import { compileSelection, isStarAlone } from './selection.ts'
import { compileTemplate } from './template.ts'

/** What SELECT gives: a value whose numbers are exact, or the payload's bytes when `*` passes on what is no JSON. */
export type RuleOutputValue = SqlValue | Uint8Array

export interface RuleFailure {
  readonly kind: 'failed'
  readonly code: RuleFailureCode
  readonly message: string
}

/** `payload` is what an action gets: the JSON text of `output` in UTF-8, or the bytes that `*` passes on. */
export type RuleResult =
  | { readonly kind: 'matched'; readonly output: RuleOutputValue; readonly payload: Uint8Array }
  | { readonly kind: 'notMatched' }
  | RuleFailure

/** A substitution template of one of the rule's actions. */
export interface CompiledTemplate {
  /** Fails with `NO_TEXT` where an expression is Undefined or Null. Never throws. */
  render(message: RuleMessage, context: RuleContext): { readonly kind: 'rendered'; readonly text: string } | RuleFailure
}

/** A rule that can be run; see {@link compileRule}. */
export interface CompiledRule {
  readonly rule: Rule
  /** Absent in a rule that only Basic Ingest reaches. */
  readonly topicFilter: string | undefined
  /** Topic, SET, WHERE, then SELECT. Never throws. */
  evaluate(message: RuleMessage, context: RuleContext): RuleResult
  /**
   * Compiles an action's parameter, `keg/${topic(3)}/state`; evaluated on the original payload, not on what SELECT gave. Throws RuleError.
   * `republishTopic`: a leading `$$` means `$`, as in the topic of a republish action.
   */
  template(text: string, options?: { readonly republishTopic?: boolean }): CompiledTemplate
}

const MAX_VARIABLE_BYTES = 128 * 1024
const NOT_MATCHED = { kind: 'notMatched' } as const
const utf8 = new TextEncoder()

/**
 * Makes a rule ready to run. Throws RuleError with code `UNSUPPORTED` for what this package can parse but not evaluate yet.
 * `ruleName`: the rule's own name; a Basic Ingest message (`$aws/rules/{name}/…`) runs the rule it names, whatever the filter, and no other.
 *
 * @example compileRule(parseRule("SELECT * FROM 'keg/#'")).evaluate({ topic: 'keg/k-1', payload }, { nowMs: 0 })
 */
export function compileRule(rule: Rule, options: { readonly ruleName?: string } = {}): CompiledRule {
  checkFunctionNames(rule)
  const start = compileStart(rule)
  const where = rule.where === undefined ? undefined : compileExpression(rule.where, rule.version)
  const select = compileSelection(rule.select, rule.version)
  const passOn = isStarAlone(rule.select)
  return {
    rule,
    topicFilter: rule.from,
    evaluate: (message, context) =>
      guarded(() => {
        if (!isFor(rule, options.ruleName, message.topic)) return NOT_MATCHED
        const run = start(message, context)
        if (where !== undefined && where(run) !== true) return NOT_MATCHED
        if (passOn) return { kind: 'matched', output: run.root ?? message.payload, payload: message.payload }
        const output = select(run)
        return { kind: 'matched', output, payload: utf8.encode(writeJson(output)) }
      }),
    template(text, { republishTopic = false } = {}) {
      const render = compileTemplate(republishTopic && text.startsWith('$$') ? text.slice(1) : text, rule)
      return { render: (message, context) => guarded(() => ({ kind: 'rendered', text: render(start(message, context)) })) }
    },
  }
}

function isFor(rule: Rule, ruleName: string | undefined, topic: string): boolean {
  const ingest = basicIngest(topic)
  if (ingest !== undefined) return ingest.rule === ruleName
  return rule.from !== undefined && matchesTopicFilter(rule.from, topic)
}

/** Begins a run: reads the payload and sets the variables, left to right. */
function compileStart(rule: Rule): (message: RuleMessage, context: RuleContext) => Run {
  const variables = rule.variables.map(({ name, value }) => ({ name, evaluate: compileExpression(value, rule.version) }))
  return (message, context) => {
    const topic = basicIngest(message.topic)?.topic ?? message.topic
    const payload = payloadOf(message, rule.version)
    const values: Record<string, SqlValue> = Object.create(null)
    const run: Run = {
      context: { ...context, topic, version: rule.version },
      get root() {
        return payload.value
      },
      bytes: message.payload,
      variables: values,
    }
    for (const { name, evaluate } of variables) values[name] = evaluate(run)
    if (variables.length > 0 && utf8.encode(writeJson(values)).length > MAX_VARIABLE_BYTES) {
      throw new RunFailure('VARIABLES_TOO_LARGE', `The SET variables take more than ${MAX_VARIABLE_BYTES} bytes of JSON.`)
    }
    return run
  }
}

function guarded<T>(run: () => T): T | RuleFailure {
  try {
    return run()
  } catch (error) {
    if (error instanceof RunFailure) return { kind: 'failed', code: error.code, message: error.message }
    // A document nested beyond the engine's stack.
    if (error instanceof RangeError) return { kind: 'failed', code: 'TOO_DEEP', message: error.message }
    return { kind: 'failed', code: 'INTERNAL', message: String(error) }
  }
}
