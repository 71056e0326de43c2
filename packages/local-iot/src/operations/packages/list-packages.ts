import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 100

export const listPackages = operation('ListPackages', ({ maxResults = PAGE_SIZE, nextToken }, { state }) => {
  const { items, nextToken: next } = page(state.packages.values(), ({ packageName }) => packageName, nextToken, maxResults)
  const packageSummaries = items.map(({ packageName, defaultVersionName, createdAtMs, updatedAtMs }) =>
    ({ packageName, defaultVersionName, creationDate: new Date(createdAtMs), lastModifiedDate: new Date(updatedAtMs) }))
  return { packageSummaries, nextToken: next }
})
