import type { Caller } from './people.ts'

/** A page of a list, as the API answers it. */
interface ApiPage<Item> {
  readonly items: readonly Item[]
  readonly cursor?: string
}

/** Goes through a list of the API, page by page. */
export async function* listAll<Item>(api: Caller, path: string): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({ limit: '1000', ...(cursor === undefined ? {} : { cursor }) })
    const answer = await api.fetch(`${path}?${query}`)
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`)
    // The routes answer pages of the store's port, which the e2e tests hold them to.
    const page = (await answer.json()) as ApiPage<Item>
    yield* page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** What the ledger adds up to. */
export async function ledgerTotals(api: Caller): Promise<{ kegs: number; pours: number; totalMl: number }> {
  const totals = { kegs: 0, pours: 0, totalMl: 0 }
  for await (const keg of listAll<{ pours: number; totalMl: number }>(api, '/kegs')) {
    totals.kegs += 1
    totals.pours += keg.pours
    totals.totalMl += keg.totalMl
  }
  return totals
}

/** Flows that carry pours, in whose quarantine there is beer. */
const POUR_FLOWS: ReadonlySet<string> = new Set(['pours', 'batch'])

/** How many messages of pours the quarantine holds, and the beer they speak of. */
export async function quarantineTotals(api: Caller): Promise<{ quarantined: number; mlInQuarantine: number }> {
  const totals = { quarantined: 0, mlInQuarantine: 0 }
  for await (const { flow, volumeMl = 0 } of listAll<{ flow: string; volumeMl?: number }>(api, '/quarantine')) {
    if (!POUR_FLOWS.has(flow)) continue
    totals.quarantined += 1
    totals.mlInQuarantine += volumeMl
  }
  return totals
}
