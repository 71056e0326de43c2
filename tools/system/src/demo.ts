import { parseArgs } from 'node:util'
import { balances, busyEvening, runEvening } from './evening.ts'
import { startSystem } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm demo --kegs N --seconds S [--json]`: a busy evening, then the accounts. Exits 1 when the ledger does not balance.

const { values } = parseArgs({
  options: {
    kegs: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

const kegs = wholeNumber('kegs', values.kegs)
const seconds = wholeNumber('seconds', values.seconds)
if (!values.json) console.log(`${kegs} kegs for ${seconds} s …`)
await buildSystem()
await using system = await startSystem({ kegs, simulation: busyEvening, ...(values.verbose ? { log: (line: string) => console.error(line) } : {}) })
const evening = await runEvening(system, seconds)
console.log(values.json ? JSON.stringify(evening) : evening)
if (!balances(evening)) {
  console.error('The ledger does not balance.')
  process.exitCode = 1
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    console.error(`--${name} is a whole number from 1 up, got ${text}`)
    process.exit(2)
  }
  return value
}
