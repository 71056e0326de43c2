import { useInfiniteQuery } from '@tanstack/react-query'
import type { ListPage } from '../api/list-page.ts'
import { useEvery } from './use-every.ts'

/** A list of the API, page by page. */
export interface Pages<Item> {
  readonly items: readonly Item[]
  /** Whether the first page has come. */
  readonly isRead: boolean
  readonly error: Error | null
  /** Whether the next page is on its way. */
  readonly isReadingMore: boolean
  /** Reads the next page; absent = there is none. */
  readonly more?: () => void
}

/** Reads a list of the API, and again every so often the pages that are shown. */
export function usePages<Item>(key: readonly string[], page: (cursor?: string) => Promise<ListPage<Item>>, everyMs: number): Pages<Item> {
  const refetchInterval = useEvery(everyMs)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage: isReadingMore } = useInfiniteQuery({
    queryKey: key, queryFn: ({ pageParam }) => page(pageParam), refetchInterval,
    // Absent = the first page.
    initialPageParam: undefined as string | undefined, getNextPageParam: ({ cursor }: ListPage<Item>) => cursor,
  })
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [], isRead: data !== undefined, error, isReadingMore,
    ...(hasNextPage ? { more: () => void fetchNextPage() } : {}),
  }
}
