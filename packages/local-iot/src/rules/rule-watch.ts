import type { Explanation } from '@keg/rule-dsl'
import type { ActionEnd } from './action-runner.ts'
import type { CompiledTopicRule } from './topic-rule.ts'

/** Who is told what the rules make of one message. */
export interface RuleWatch {
  /** A rule looked at the message. */
  evaluated(rule: CompiledTopicRule, explanation: Explanation): void
  /** One of its actions was delivered or given up. */
  answered(rule: CompiledTopicRule, end: ActionEnd): void
}
