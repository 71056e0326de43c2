import { pageLimit, StoreError, type Page, type PageRequest } from '../hot-store.ts'

/** A page of a list in memory. Throws `StoreError` for one that can't be. */
export function slice<Item>(items: readonly Item[], page: PageRequest): Page<Item> {
  const limit = pageLimit(page)
  const from = page.cursor === undefined ? 0 : Number(page.cursor)
  if (!Number.isInteger(from) || from < 0) throw new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave')
  const rest = items.slice(from)
  return rest.length > limit ? { items: rest.slice(0, limit), cursor: String(from + limit) } : { items: rest }
}
