import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { summarized } from './destination-shapes.ts'

export const listTopicRuleDestinations = operation('ListTopicRuleDestinations', ({ maxResults, nextToken }, { destinations }) => {
  const { items, nextToken: next } = page(destinations.list(), ({ arn }) => arn, nextToken, maxResults ?? 100)
  return { destinationSummaries: items.map(summarized), nextToken: next }
})
