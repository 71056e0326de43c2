import { pageStart } from '@keg/aws-service'

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
const PAGE_MAX = 100

/** A page of a list; the token is where the next one begins. Throws `ServiceException` for one that was not given out here. */
export function page<T>(
  all: readonly T[],
  { NextToken, MaxResults = PAGE_MAX }: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
) {
  const from = pageStart(NextToken, 'ValidationException')
  const to = from + MaxResults
  return { items: all.slice(from, to), NextToken: to < all.length ? String(to) : undefined }
}
