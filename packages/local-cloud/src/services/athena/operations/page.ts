import { pageStart } from '@keg/aws-service'

/** What a client asks of a list. */
interface Asked {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

/**
 * A part of a list, with the token of the next where there is one; `most` is what a page holds unless less is asked for. Throws
 * `ServiceException`.
 */
export function page<T>(
  all: readonly T[], { NextToken, MaxResults = Number.POSITIVE_INFINITY }: Asked, most: number,
): { readonly items: readonly T[]; readonly next: { readonly NextToken?: string } } {
  const from = pageStart(NextToken, 'InvalidRequestException')
  const to = from + Math.min(MaxResults, most)
  return { items: all.slice(from, to), next: to < all.length ? { NextToken: String(to) } : {} }
}
