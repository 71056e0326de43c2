import { balances, busyEvening, runEvening } from './evening.ts'
import { FlagError, gatewayHost, readFlags, runCommand, systemOptions, wholeNumber } from './flags.ts'
import { messagesInQueues } from './queues.ts'
import { startSystem } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm demo [--kegs 20] [--seconds 20] [--gateway [--host standalone|greengrass]] [--json] [--dynamodb dynoxide|dynalite]
// [--verbose]`: a busy evening, then the accounts. With `--gateway` the kegs are behind a gateway of their site, by itself or as a
// component of Greengrass. Exits 1 when the ledger does not balance.

await runCommand(async () => {
  const flags = readFlags(
    {
      kegs: { type: 'string', default: '20' }, seconds: { type: 'string', default: '20' }, gateway: { type: 'boolean', default: false },
      host: { type: 'string' }, json: { type: 'boolean', default: false },
    },
    process.argv.slice(2),
  )
  const kegs = wholeNumber('kegs', flags.kegs)
  const seconds = wholeNumber('seconds', flags.seconds)
  if (flags.host !== undefined && !flags.gateway) throw new FlagError('--host says what the gateways run on: it goes with --gateway')
  const options = {
    ...systemOptions(flags), kegs, host: gatewayHost(flags.host), behindGateway: flags.gateway ? kegs : 0, simulation: busyEvening,
  }
  if (!flags.json) console.log(`${kegs} kegs for ${seconds} s …`)
  await buildSystem()
  await using system = await startSystem(options)
  const evening = await runEvening(system, seconds)
  console.log(flags.json ? JSON.stringify(evening) : evening)
  if (balances(evening)) {
    if (evening.problem !== undefined) throw new Error(`The ledger balances, but something went wrong: ${evening.problem}`)
    return
  }
  const waiting = await messagesInQueues(system)
  throw new Error(
    `${evening.problem === undefined ? '' : `${evening.problem} `}The ledger does not balance${waiting === 0 ? ', and nothing is on its way any more.' : ` yet: ${waiting} messages are still in the queues, and are tried again when their time-outs are over.`}`,
  )
})
