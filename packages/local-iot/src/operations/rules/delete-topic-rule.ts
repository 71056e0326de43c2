import { operation } from '../operation.ts'

// Deleting a rule that is not there succeeds.
export const deleteTopicRule = operation('DeleteTopicRule', ({ ruleName }, { state, rules }) => {
  rules.remove(ruleName)
  state.rules.delete(ruleName)
})
