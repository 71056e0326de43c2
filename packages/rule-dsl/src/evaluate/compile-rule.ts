import { basicIngest } from '@keg/mqtt-topics'
import { checkFunctionNames, expressionsBelow, expressionsIn } from '../functions/function-names.ts'
import type { RuleContext } from '../functions/function-context.ts'
import { functionOf } from '../functions/index.ts'
import { RunFailure } from '../fault/run-failure.ts'
import type { Expression, Rule } from '../syntax/ast.ts'
import { refusingDepth } from '../fault/too-deep.ts'
import { writeChecked } from '../value/size.ts'
import { encodeUtf8 } from '../value/utf8.ts'
import type { SqlValue } from '../value/value.ts'
import { compileCondition } from './condition.ts'
import { compileElementTemplate, type RenderEach } from './element-template.ts'
import { compileExpression } from './expression.ts'
import type { CallLog } from './call-log.ts'
import type { Compiler, Observer } from './compiler.ts'
import { guarded, replayed, type RuleFailure } from './guard.ts'
import type { RuleMessage } from './payload.ts'
import { MessageRun } from './run.ts'
import { topicMatcher } from './topic-matcher.ts'
import { compileOutput } from './output.ts'
import { compileSelection, isStarAlone, wholeRoot } from './selection.ts'
import { compileTemplate } from './template.ts'

/** What SELECT gives: a value whose numbers are exact, or the payload's bytes when `*` passes on what is no JSON. */
export type RuleOutputValue = SqlValue | Uint8Array

/** `payload` is what an action gets: the JSON text of `output` in UTF-8, or the bytes that `*` passes on. */
export type RuleResult =
  | { readonly kind: 'matched'; readonly output: RuleOutputValue; readonly payload: Uint8Array }
  | { readonly kind: 'notMatched' }
  | RuleFailure

/** A substitution template of one of the rule's actions. */
export interface CompiledTemplate {
  /** The functions in the template that ask other services. */
  readonly externalFunctions: readonly string[]
  /** Fails with `NO_TEXT` where an expression is Undefined or Null, with `NEEDS_ASYNC` where one asks another service. Never throws. */
  render(message: RuleMessage, context: RuleContext): RenderResult
  /** As `render`, for templates and rules that ask other services through `context.ports`. Never rejects. */
  renderAsync(message: RuleMessage, context: RuleContext): Promise<RenderResult>
  /** The texts of a template with `@{…}`, one for each element of the rule's output, an object being one; absent in a template without. */
  readonly renderEach?: RenderEach
}
export type RenderResult = { readonly kind: 'rendered'; readonly text: string } | RuleFailure

/** A rule that can be run; see {@link compileRule}. */
export interface CompiledRule {
  readonly rule: Rule
  /** Absent in a rule that only Basic Ingest reaches. */
  readonly topicFilter: string | undefined
  /** The functions of the rule that ask other services; a rule that has any needs `evaluateAsync` and `context.ports`. */
  readonly externalFunctions: readonly string[]
  /** Topic, SET, WHERE, then SELECT. Never throws. */
  evaluate(message: RuleMessage, context: RuleContext): RuleResult
  /** As `evaluate`, asking other services where the rule does. Never rejects. */
  evaluateAsync(message: RuleMessage, context: RuleContext): Promise<RuleResult>
  /**
   * Compiles an action's parameter, `keg/${topic(3)}/state`; evaluated on the original payload, not on what SELECT gave. Throws RuleError.
   * `republishTopic`: a leading `$$` means `$`, as in the topic of a republish action.
   * `perElement`: `@{room}` is allowed, as in `tableName` and the tag values of the InfluxDB action; elsewhere it is refused.
   */
  template(text: string, options?: { readonly republishTopic?: boolean; readonly perElement?: boolean }): CompiledTemplate
}

const MAX_VARIABLE_BYTES = 128 * 1024
const NOT_MATCHED = { kind: 'notMatched' } as const

/**
 * Makes a rule ready to run. Throws RuleError for what can not be run.
 * `ruleName`: the rule's own name; a Basic Ingest message (`$aws/rules/{name}/…`) runs the rule it names, whatever the filter, and no
 * other.
 *
 * @example
 * const payload = new TextEncoder().encode('{"celsius":4}')
 * compileRule(parseRule("SELECT * FROM 'keg/#'")).evaluate({ topic: 'keg/k-1', payload }, { nowMs: 0 })
 */
export function compileRule(rule: Rule, { ruleName }: { readonly ruleName?: string } = {}): CompiledRule {
  return refusingDepth(() => compileObserved(rule, ruleName))
}

/** {@link compileRule} with an observer of every expression. */
export function compileObserved(rule: Rule, ruleName: string | undefined, observer?: Observer): CompiledRule {
  checkFunctionNames(rule)
  const isFor = compileTopic(rule, ruleName)
  const externalFunctions = externalFunctionsOf(expressionsIn(rule))
  const steps = compileSteps(rule, { version: rule.version, observer }, compileOutput(rule, externalFunctions.length > 0))
  const start = (message: RuleMessage, context: RuleContext, calls?: CallLog) => {
    observer?.start()
    return new MessageRun(message, context, rule.version, calls)
  }
  return {
    rule,
    topicFilter: rule.from,
    externalFunctions,
    evaluate: (message, context) => (isFor(message.topic) ? guarded(() => steps(start(message, context))) : NOT_MATCHED),
    async evaluateAsync(message, context) {
      if (!isFor(message.topic)) return NOT_MATCHED
      if (externalFunctions.length === 0) return guarded(() => steps(start(message, context)))
      return replayed((calls) => steps(start(message, context, calls)), context, rule.version)
    },
    template(text, { republishTopic = false, perElement = false } = {}) {
      const renderEach = perElement ? compileElementTemplate(text) : undefined
      if (renderEach !== undefined) return forElements(renderEach)
      const { externalFunctions: asked, render } = compileRender(republishTopic && text.startsWith('$$') ? text.slice(1) : text, rule)
      return {
        externalFunctions: asked,
        render: (message, context) => guarded(() => render(start(message, context))),
        renderAsync: (message, context) => replayed((calls) => render(start(message, context, calls)), context, rule.version),
      }
    },
  }
}

function forElements(renderEach: RenderEach): CompiledTemplate {
  const failed = { kind: 'failed', code: 'NO_TEXT', message: '@{…} has a text for each element of the output: use renderEach.' } as const
  return { externalFunctions: [], renderEach, render: () => failed, renderAsync: () => Promise.resolve(failed) }
}

function compileRender(
  text: string, rule: Rule,
): Pick<CompiledTemplate, 'externalFunctions'> & { render: (run: MessageRun) => RenderResult } {
  const setVariables = compileVariables(rule, rule)
  const { expressions, render } = compileTemplate(text, rule)
  return {
    externalFunctions: externalFunctionsOf(expressionsBelow(expressions)),
    render: (run) => {
      setVariables(run)
      return { kind: 'rendered', text: render(run) }
    },
  }
}

function compileSteps(rule: Rule, compiler: Compiler, write: ReturnType<typeof compileOutput>): (run: MessageRun) => RuleResult {
  const setVariables = compileVariables(rule, compiler)
  const passes = compileCondition(rule.where, compiler)
  const select = compileSelection(rule.select, compiler)
  const passOn = isStarAlone(rule.select)
  return (run) => {
    setVariables(run)
    if (!passes(run)) return NOT_MATCHED
    if (passOn) return { kind: 'matched', output: run.root ?? run.bytes, payload: run.bytes }
    const output = select(run)
    return { kind: 'matched', output, payload: write(run, output) }
  }
}

function compileTopic({ from }: Rule, ruleName: string | undefined): (topic: string) => boolean {
  const matches = from === undefined ? () => false : topicMatcher(from)
  return (topic) => {
    const ingest = topic.startsWith('$') ? basicIngest(topic) : undefined
    if (ingest !== undefined) return ingest.rule === ruleName
    return matches(topic)
  }
}

/** Sets the variables, left to right. */
function compileVariables(rule: Rule, compiler: Compiler): (run: MessageRun) => void {
  const variables = rule.variables.map(({ name, value }) => ({
    name, evaluate: value.kind === 'star' ? wholeRoot : compileExpression(value, compiler),
  }))
  if (variables.length === 0) return () => undefined
  return (run) => {
    const values: Record<string, SqlValue> = Object.create(null)
    run.variables = values
    let bytes = 0
    for (const { name, evaluate } of variables) {
      const value = evaluate(run)
      bytes += encodeUtf8(writeChecked(value, `@${name}`)).length
      if (bytes > MAX_VARIABLE_BYTES) {
        throw new RunFailure('VARIABLES_TOO_LARGE', `The SET variables take more than ${MAX_VARIABLE_BYTES} bytes of JSON.`)
      }
      values[name] = value
    }
  }
}

function externalFunctionsOf(expressions: Iterable<Expression>): string[] {
  const names = new Set<string>()
  for (const expression of expressions) {
    if (expression.kind === 'call' && functionOf(expression)?.external === true) names.add(expression.name.toLowerCase())
  }
  return [...names]
}
