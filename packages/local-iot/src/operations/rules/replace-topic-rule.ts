import { operation } from '../operation.ts'
import { findRule } from './find-rule.ts'

export const replaceTopicRule = operation('ReplaceTopicRule', ({ ruleName, topicRulePayload }, { state, rules }) => {
  const rule = findRule(state, ruleName)
  rules.put(ruleName, topicRulePayload)
  state.rules.set(ruleName, { ...rule, payload: topicRulePayload })
})
