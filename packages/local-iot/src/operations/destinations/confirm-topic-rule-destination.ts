import { operation } from '../operation.ts'

export const confirmTopicRuleDestination = operation('ConfirmTopicRuleDestination', ({ confirmationToken }, { destinations }) => {
  destinations.confirm(confirmationToken)
  return {}
})
