import { epochMs, levelName, pour } from '@keg/message-schemas/keg'
import type * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

/** A pour in the ledger: what the keg said, where it was poured, and when the cloud received it. */
const ledgerPour = pour.schema.omit({ v: true }).extend({ siteId: levelName, kegId: levelName, receivedAtMs: epochMs })
  .meta({ id: 'LedgerPour' })

export type LedgerPour = z.output<typeof ledgerPour>

export const listPoursRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/pours',
  handler: 'list-pours',
  grants: ['readStore'],
  access: { does: 'reads', of: 'keg' },
  summary: 'The pours of a keg, newest first',
  params: kegPath,
  query: pageQuery,
  answer: { status: 200, schema: pageOf(ledgerPour) },
  problems: [],
})
