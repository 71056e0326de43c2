import { operation } from '../operation.ts'

export const deleteTopicRuleDestination = operation('DeleteTopicRuleDestination', ({ arn }, { destinations }) => {
  destinations.delete(destinations.get(arn).arn)
  return {}
})
