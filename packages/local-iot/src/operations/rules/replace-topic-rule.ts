import { ensureDestinations } from '../destinations/ensure-destinations.ts'
import { compileTopicRule } from '../../rules/topic-rule.ts'
import { operation } from '../operation.ts'
import { checkPerElement } from './check-per-element.ts'
import { findRule } from './find-rule.ts'

export const replaceTopicRule = operation('ReplaceTopicRule', ({ ruleName, topicRulePayload }, { state, rules, destinations }) => {
  const rule = findRule(state, ruleName)
  checkPerElement(topicRulePayload)
  rules.put(compileTopicRule(ruleName, topicRulePayload, state))
  ensureDestinations(topicRulePayload, destinations)
  state.rules.set(ruleName, { ...rule, payload: topicRulePayload })
})
