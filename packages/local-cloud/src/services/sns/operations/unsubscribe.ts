import { answerOfEngine, operation } from './operation.ts'

export const unsubscribe = operation('Unsubscribe', async ({ SubscriptionArn }, state) => {
  const { pushed } = state.sns
  const subscription = pushed.find(SubscriptionArn)
  if (subscription === undefined) return answerOfEngine(state)
  await pushed.unsubscribe(subscription)
})
