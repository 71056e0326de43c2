import { compileTopicRule } from '../../rules/topic-rule.ts'
import { operation } from '../operation.ts'
import { findRule } from './find-rule.ts'

export const disableTopicRule = operation('DisableTopicRule', ({ ruleName }, { state, rules }) => {
  const rule = findRule(state, ruleName)
  const payload = { ...rule.payload, ruleDisabled: true }
  rules.put(compileTopicRule(ruleName, payload, state))
  state.rules.set(ruleName, { ...rule, payload })
})
