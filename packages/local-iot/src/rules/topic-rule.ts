import {
  compileRule, explainRuleAsync, parseRule, RuleError, type CompiledRule, type Explanation, type RuleContext, type RuleMessage,
  type SqlVersion,
} from '@keg/rule-dsl'
import { prepareAction } from '../actions/index.ts'
import type { ActionSetup, PreparedAction } from '../actions/action.ts'
import type { TopicRulePayload } from '../model/model.generated.ts'
import { invalidRequest, notEmulated, sqlParse } from '../errors/service-exception.ts'
import { SERVED_FUNCTIONS } from './served-functions.ts'

/** A topic rule ready to run. */
export interface CompiledTopicRule {
  readonly ruleName: string
  /** The TopicRulePayload that it is made of, in JSON. */
  readonly definition: string
  readonly isDisabled: boolean
  readonly compiled: CompiledRule
  readonly actions: readonly PreparedAction[]
  readonly errorAction: PreparedAction | undefined
  /** Whether the statement or a template has functions that ask others. */
  readonly asksOthers: boolean
}

/** The most actions of a rule (AWS IoT Core quotas). */
const MAX_ACTIONS = 10
const VERSIONS: readonly string[] = ['2015-10-08', '2016-03-23', 'beta']

/** Compiles SQL and actions. Throws the ServiceException that creating such a rule gets. */
export function compileTopicRule(
  ruleName: string, payload: TopicRulePayload, { region, accountId }: { readonly region: string; readonly accountId: string },
): CompiledTopicRule {
  const { sql, awsIotSqlVersion = '2015-10-08', actions, errorAction, ruleDisabled: isDisabled = false } = payload
  if (!VERSIONS.includes(awsIotSqlVersion)) throw invalidRequest(`Invalid SQL version ${awsIotSqlVersion}`)
  if (actions.length > MAX_ACTIONS) throw invalidRequest(`A rule can have at most ${MAX_ACTIONS} actions`)
  return refusing(() => {
    // One of the three just checked.
    const compiled = compileRule(parseRule(sql, { version: awsIotSqlVersion as SqlVersion }), { ruleName })
    checkServed(compiled.externalFunctions)
    let asksOthers = compiled.externalFunctions.length > 0
    const template: ActionSetup['template'] = (text, options) => {
      const one = compiled.template(text, options)
      checkServed(one.externalFunctions)
      asksOthers ||= one.externalFunctions.length > 0
      return one
    }
    const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`
    const setup = { region, arn, template, isErrorAction: false }
    const prepared = {
      actions: actions.map((config) => prepareAction(config, setup)),
      errorAction: errorAction === undefined ? undefined : prepareAction(errorAction, { ...setup, isErrorAction: true }),
    }
    return { ruleName, definition: JSON.stringify(payload), isDisabled, compiled, ...prepared, asksOthers }
  })
}

function checkServed(externalFunctions: readonly string[]): void {
  const missing = externalFunctions.find((name) => !SERVED_FUNCTIONS.includes(name))
  if (missing !== undefined) throw notEmulated(`The rule function ${missing}`)
}

function refusing<T>(compile: () => T): T {
  try {
    return compile()
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    if (error.code === 'UNSUPPORTED') throw notEmulated(error.message)
    const where = error.at === undefined ? '' : ` at line ${error.at.line}, column ${error.at.column}`
    throw sqlParse(`${error.message}${where}`)
  }
}

/** Evaluates a rule on a message, and tells how it came to its result. */
export const explainTopicRule = (
  { ruleName, compiled }: CompiledTopicRule, message: RuleMessage, context: RuleContext,
): Promise<Explanation> => explainRuleAsync(compiled.rule, message, context, { ruleName })
