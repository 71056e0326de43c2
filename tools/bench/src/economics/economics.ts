import { row, type Benchmark } from '../row.ts'
import { simulateEvening, unitsOf, type Evening } from './evening.ts'

/** A bar on an evening: two pours of each keg in ten minutes. */
const BAR = { kegs: 20, minutes: 10 } as const

/** How much less is billed behind a gateway; both ledgers have to be exact. */
export const economics: Benchmark = {
  name: 'economics',
  async run() {
    const direct = await simulateEvening({ ...BAR, behindGateway: false })
    const gateway = await simulateEvening({ ...BAR, behindGateway: true })
    return [
      row('economics/billed-units-direct', 'units', unitsOf(direct), unitsOf(gateway), '>= 20'),
      row('economics/billed-messages-direct', 'msgs', direct.billed.messages, gateway.billed.messages, '>= 20'),
      row('economics/ledger-behind-gateway', 'ml', exact(gateway), gateway.mlPoured, '>= 1'),
      row('economics/ledger-direct', 'ml', exact(direct), direct.mlPoured, '>= 1'),
    ]
  },
}

/** What stands in the books. Throws where that is more than was poured: a row can't say so. */
function exact({ mlInLedger, mlInQuarantine, mlPoured }: Evening): number {
  const booked = mlInLedger + mlInQuarantine
  if (booked > mlPoured) throw new Error(`${booked} ml are booked, of ${mlPoured} ml that were poured.`)
  return booked
}
