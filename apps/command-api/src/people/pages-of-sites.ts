import { StoreError, type Page, type PageRequest } from '@keg/store'
import type { Person } from './person.ts'

/** One page of a list: of a site, or of all where it is absent. */
export type ListSite<Item> = (page: PageRequest, siteId?: string) => Promise<Page<Item>>

/** A request for a page; of one site, or of all that somebody may see. */
export interface SitePageRequest extends PageRequest {
  readonly siteId?: string | undefined
}

/**
 * A page of what somebody may see: of the site that is asked for, of all for who may see all, else of one site of theirs after the other.
 * Then a page holds what is of one site, and its cursor says which is next; the last page has none. Throws `StoreError` `BAD_CURSOR` for a
 * cursor of a site that they may not see, or of no page.
 */
export async function pagesOfSites<Item>(
  { sites }: Pick<Person, 'sites'>, { siteId, cursor, ...page }: SitePageRequest, list: ListSite<Item>,
): Promise<Page<Item>> {
  if (siteId !== undefined || sites === undefined) return list({ ...page, ...(cursor === undefined ? {} : { cursor }) }, siteId)
  const from = cursor === undefined ? { siteId: sites[0] } : readCursor(cursor)
  const at = from.siteId === undefined ? -1 : sites.indexOf(from.siteId)
  if (at === -1 || from.siteId === undefined) {
    if (cursor === undefined) return { items: [] }
    throw new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave')
  }
  const { items, cursor: rest } = await list({ ...page, ...(from.cursor === undefined ? {} : { cursor: from.cursor }) }, from.siteId)
  const next = rest === undefined ? sites[at + 1] : from.siteId
  return next === undefined ? { items } : { items, cursor: writeCursor(next, rest) }
}

const writeCursor = (siteId: string, cursor: string | undefined): string => `${siteId}.${cursor ?? ''}`

function readCursor(text: string): { readonly siteId: string | undefined; readonly cursor?: string } {
  const [, siteId, cursor = ''] = /^([\w-]+)\.(.*)$/s.exec(text) ?? []
  return cursor === '' ? { siteId } : { siteId, cursor }
}
