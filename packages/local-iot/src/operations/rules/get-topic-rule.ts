import { operation } from '../operation.ts'
import { findRule } from './find-rule.ts'

export const getTopicRule = operation('GetTopicRule', ({ ruleName }, { state }) => {
  const { payload, createdAtMs } = findRule(state, ruleName)
  const { sql, description, actions, errorAction, ruleDisabled = false, awsIotSqlVersion = '2015-10-08' } = payload
  return {
    ruleArn: state.arn(`rule/${ruleName}`),
    rule: { ruleName, sql, description, createdAt: new Date(createdAtMs), actions, ruleDisabled, awsIotSqlVersion, errorAction },
  }
})
