import { ensureDestinations } from '../destinations/ensure-destinations.ts'
import { compileTopicRule } from '../../rules/topic-rule.ts'
import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { checkPerElement } from './check-per-element.ts'

export const createTopicRule = operation('CreateTopicRule', ({ ruleName, topicRulePayload }, { state, rules, destinations }) => {
  const resourceArn = state.arn(`rule/${ruleName}`)
  if (state.rules.has(ruleName)) throw alreadyExists(`Rule already exists. RuleArn: ${resourceArn}`, { resourceArn })
  checkPerElement(topicRulePayload)
  rules.put(compileTopicRule(ruleName, topicRulePayload, state))
  ensureDestinations(topicRulePayload, destinations)
  state.rules.set(ruleName, { ruleName, payload: topicRulePayload, createdAtMs: state.clock.nowMs() })
})
