import { pageStart } from '@keg/aws-service'

/** How many are answered where a call does not say. */
const PAGE_SIZE = 100

/** A page of a list; the token is where the next one begins. Throws `ServiceException` for one that was not given out here. */
export function page<T>(
  all: readonly T[],
  { NextToken, MaxResults = PAGE_SIZE }: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
) {
  const from = pageStart(NextToken, 'InvalidInputException')
  const to = from + MaxResults
  return { items: all.slice(from, to), NextToken: to < all.length ? String(to) : undefined }
}
