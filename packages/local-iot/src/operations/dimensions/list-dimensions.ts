import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 25

export const listDimensions = operation('ListDimensions', ({ maxResults = PAGE_SIZE, nextToken }, { state }) => {
  const { items, nextToken: next } = page(state.dimensions.keys(), (name) => name, nextToken, maxResults)
  return { dimensionNames: items, nextToken: next }
})
