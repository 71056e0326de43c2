import type { IotState, TopicRule } from '../../state/iot-state.ts'
import { ServiceException } from '../../errors/service-exception.ts'

// The rules API has no ResourceNotFoundException: a rule that is not there gets UnauthorizedException (API_GetTopicRule.html, Errors).
export function findRule(state: IotState, ruleName: string): TopicRule {
  const rule = state.rules.get(ruleName)
  if (rule === undefined) {
    throw new ServiceException('UnauthorizedException', 401, `Access to topic rule '${state.arn(`rule/${ruleName}`)}' was denied`)
  }
  return rule
}
