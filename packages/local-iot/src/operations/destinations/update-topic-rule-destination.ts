import { operation } from '../operation.ts'

export const updateTopicRuleDestination = operation('UpdateTopicRuleDestination', ({ arn, status }, { destinations }) => {
  destinations.update(arn, status)
  return {}
})
