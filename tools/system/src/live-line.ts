import { explained } from './flags.ts'
import { ledgerTotals } from './ledger.ts'
import type { Caller } from './people.ts'

/** What the ledger holds in one line, or why the API does not say: a user who is gone ends no system. Never rejects. */
export async function liveLine(api: Caller): Promise<string> {
  try {
    const { kegs, pours, totalMl } = await ledgerTotals(api)
    return `${kegs} kegs, ${pours} pours, ${(totalMl / 1_000).toFixed(1)} l in the ledger`
  } catch (error) {
    return `The API does not say what is in the ledger: ${explained(error)}`.replaceAll(/\p{Cc}+/gu, ' ')
  }
}
