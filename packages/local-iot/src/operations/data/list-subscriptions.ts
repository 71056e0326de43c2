import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { checkClientId, noConnection } from './get-connection.ts'

export const listSubscriptions = operation('ListSubscriptions', ({ clientId, nextToken, maxResults }, { broker }) => {
  checkClientId(clientId)
  const subscriptions = broker.subscriptions(clientId)
  if (subscriptions === undefined) throw noConnection(clientId)
  const { items, nextToken: next } = page(subscriptions, ({ filter }) => filter, nextToken, maxResults ?? 20)
  return { subscriptions: items.map(({ filter, qos }) => ({ topicFilter: filter, qos })), nextToken: next }
})
