import { operation } from '../operation.ts'
import { described } from './destination-shapes.ts'

export const getTopicRuleDestination = operation('GetTopicRuleDestination', ({ arn }, { destinations }) => ({
  topicRuleDestination: described(destinations.get(arn)),
}))
