import { pageLimit, StoreError, type Page, type PageRequest } from '../hot-store.ts'

/** Sorts by a key, as text. */
export const by =
  <Item>(key: (item: Item) => string) =>
  (a: Item, b: Item) =>
    key(a) < key(b) ? -1 : 1

/** A page of a list. Throws {@link StoreError} for one that can't be. */
export function slice<Item>(items: readonly Item[], page: PageRequest): Page<Item> {
  const limit = pageLimit(page)
  const from = page.cursor === undefined ? 0 : Number(page.cursor)
  if (!Number.isInteger(from) || from < 0) throw new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave')
  const rest = items.slice(from)
  return rest.length > limit ? { items: rest.slice(0, limit), cursor: String(from + limit) } : { items: rest }
}
