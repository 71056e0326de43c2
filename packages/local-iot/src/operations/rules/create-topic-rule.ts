import { operation } from '../operation.ts'
import { alreadyExists } from '../service-exception.ts'

export const createTopicRule = operation('CreateTopicRule', ({ ruleName, topicRulePayload }, { state, rules }) => {
  const resourceArn = state.arn(`rule/${ruleName}`)
  if (state.rules.has(ruleName)) throw alreadyExists(`Rule already exists. RuleArn: ${resourceArn}`, { resourceArn })
  rules.put(ruleName, topicRulePayload)
  state.rules.set(ruleName, { ruleName, payload: topicRulePayload, createdAtMs: state.clock.nowMs() })
})
