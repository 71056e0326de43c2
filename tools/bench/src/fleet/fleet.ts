import type { Benchmark } from '../row.ts'
import { jobRows } from './job.ts'
import { memoryRow } from './memory.ts'
import { provisioningRow } from './provisioning.ts'
import { searchRows } from './search.ts'

/** Many kegs: a job to them, a search among them, how fast they come, and what they cost in memory. */
export const fleet: Benchmark = {
  name: 'fleet', run: async () => [await provisioningRow(), await memoryRow(), ...(await searchRows()), ...(await jobRows())],
}
