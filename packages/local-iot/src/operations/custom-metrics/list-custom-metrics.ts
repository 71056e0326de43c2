import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 25

export const listCustomMetrics = operation('ListCustomMetrics', ({ maxResults = PAGE_SIZE, nextToken }, { state }) => {
  const { items, nextToken: next } = page(state.customMetrics.keys(), (name) => name, nextToken, maxResults)
  return { metricNames: items, nextToken: next }
})
