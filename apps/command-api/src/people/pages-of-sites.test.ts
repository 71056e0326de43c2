import type { Page, PageRequest } from '@keg/store'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOfSites, type SitePageRequest } from './pages-of-sites.ts'

type Beers = Readonly<Record<string, readonly string[]>>

/** A list of items by site, whose cursors are numbers. */
const listOf = (beers: Beers) => async ({ limit = 100, cursor = '0' }: PageRequest, siteId?: string): Promise<Page<string>> => {
  const all = siteId === undefined ? Object.values(beers).flat() : beers[siteId] ?? []
  const end = Number(cursor) + limit
  return { items: all.slice(Number(cursor), end), ...(end < all.length ? { cursor: String(end) } : {}) }
}

async function everything(beers: Beers, sites: readonly string[] | undefined, request: SitePageRequest): Promise<readonly string[]> {
  const items: string[] = []
  let page: Page<string> = { items: [] }
  do {
    const next = { ...request, ...(page.cursor && { cursor: page.cursor }) }
    page = await pagesOfSites(sites === undefined ? {} : { sites }, next, listOf(beers))
    items.push(...page.items)
  } while (page.cursor !== undefined)
  return items
}

const site = fc.stringMatching(/^[a-z0-9_-]{1,6}$/)

it('goes through the sites of somebody one after the other, whatever the limit, and through no other', async () => {
  const beers = fc.dictionary(site, fc.array(fc.string(), { maxLength: 5 }), { maxKeys: 5, noNullPrototype: true })
  const some = fc.array(site, { maxLength: 3 })
  await fc.assert(fc.asyncProperty(beers, some, fc.integer({ min: 1, max: 4 }), async (given, others, limit) => {
    const sites = [...new Set([...Object.keys(given).slice(0, 3), ...others])].sort()
    expect(await everything(given, sites, { limit })).toEqual(sites.flatMap((name) => given[name] ?? []))
  }))
})

it('lists all for who may see all, and one site where one is asked for', async () => {
  const beers = { berlin: ['pils', 'bock'], munich: ['helles'] }
  expect(await everything(beers, undefined, { limit: 1 })).toEqual(['pils', 'bock', 'helles'])
  expect(await everything(beers, ['berlin', 'munich'], { siteId: 'munich' })).toEqual(['helles'])
})

describe.each(['munich.', 'munich.1', '', '.', 'berlin', '__proto__.', '7'])('the cursor %j', (cursor) => {
  it('leads to no site but those of somebody', async () => {
    const page = pagesOfSites({ sites: ['berlin'] }, { cursor }, listOf({ munich: ['helles'] }))
    await expect(page).rejects.toMatchObject({ code: 'BAD_CURSOR' })
  })
})
