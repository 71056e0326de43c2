import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listAuthorizers = operation('ListAuthorizers', ({ status, marker, pageSize = 25, ascendingOrder }, { state }) => {
  const authorizers = [...state.authorizers.values()].filter((authorizer) => status === undefined || authorizer.status === status)
  const { items, nextToken } = page(authorizers, ({ authorizerName }) => authorizerName, marker, pageSize, !ascendingOrder)
  return { authorizers: items.map(({ authorizerName, authorizerArn }) => ({ authorizerName, authorizerArn })), nextMarker: nextToken }
})
