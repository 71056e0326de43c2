import { operation } from './operation.ts'

export const confirmSubscription = operation('ConfirmSubscription', async ({ Token }, { sns: { confirmations } }) => ({
  SubscriptionArn: await confirmations.confirm(Token),
}))
