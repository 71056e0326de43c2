import { losses, type BesideOptions, type EdgeLosses } from './beside.ts'
import { balances, busyEvening, settle } from './evening.ts'
import { FlagError, gatewayHost, readFlags, runCommand, systemOptions, wholeNumber } from './flags.ts'
import { KILLS, killPoint, seeded, type Kill } from './kill-points.ts'
import { findMosquitto } from './mosquitto.ts'
import { startSystem } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm test:kill [--points 12] [--seed 1] [--kegs 4] [--host standalone|greengrass] [--json]`: kills kegs and gateways while messages are
// on their way, then draws up the accounts. Under Greengrass the nucleus answers and then forgets its spool, again and again. Exits 1 when
// the ledger does not balance. `--beside mosquitto`: the same blows to a gateway and to a mosquitto with a bridge in its place, and what
// each has lost. Exits 1 when the gateway has.

/** Under Greengrass: upon so many of the messages that it answers, the nucleus forgets its spool. */
const FORGETS_SHARE = 0.25

const FLAGS = {
  points: { type: 'string', default: '12' }, seed: { type: 'string', default: '1' }, kegs: { type: 'string', default: '4' },
  host: { type: 'string' }, json: { type: 'boolean', default: false }, beside: { type: 'string' },
} as const

await runCommand(async () => {
  const flags = readFlags(
    FLAGS,
    process.argv.slice(2),
  )
  const points = wholeNumber('points', flags.points)
  const seed = wholeNumber('seed', flags.seed, 0)
  const kegs = wholeNumber('kegs', flags.kegs)
  const host = gatewayHost(flags.host)
  if (flags.beside !== undefined) return killBeside(flags.beside, { ...systemOptions(flags), points, seed, json: flags.json })
  await buildSystem()
  await using system = await startSystem({
    ...systemOptions(flags), kegs, behindGateway: kegs, host, forgetsShare: FORGETS_SHARE, simulation: busyEvening,
  })
  const byKind: Record<Kill, number> = { keg: 0, gateway: 0, both: 0 }
  await Promise.all(system.sites.map(async (site, index) => {
    const random = seeded(seed * system.sites.length + index)
    for (let point = index; point < points; point += system.sites.length) {
      const kill = KILLS[Math.floor(point / system.sites.length) % KILLS.length] ?? 'both'
      await killPoint(site, kill, random)
      byKind[kill] += 1
      if (!flags.json) console.log(`${point + 1} of ${points}: ${kill} of ${site.gateway?.siteId ?? 'no site'}`)
    }
  }))
  await system.devices.stop()
  const { poursSent, poursInLedger, mlPoured, mlInLedger, mlInQuarantine, ...more } = await settle(system)
  const nuclei = system.sites.flatMap(({ gateway }) => gateway?.nucleus ?? [])
  const forgotten = nuclei.reduce((sum, nucleus) => sum + nucleus.spool().forgotten, 0)
  const counts = {
    points, byKind, poursSent, poursInLedger, mlPoured, mlInLedger, mlInQuarantine, ...(nuclei.length === 0 ? {} : { forgotten }),
  }
  console.log(flags.json ? JSON.stringify(counts) : counts)
  if (!balances({ poursSent, poursInLedger, mlPoured, mlInLedger, mlInQuarantine, ...more }))
    throw new Error('The ledger does not balance.')
})

async function killBeside(
  other: string, { json, ...options }: Omit<BesideOptions, 'mosquitto'> & { readonly json: boolean },
): Promise<void> {
  if (other !== 'mosquitto') throw new FlagError(`--beside is mosquitto, got ${JSON.stringify(other)}`)
  const mosquitto = findMosquitto()
  if (mosquitto === undefined) {
    return console.log(json
      ? JSON.stringify({ beside: other, installed: false })
      : 'mosquitto is not installed: there is nothing to compare with (apt-get install mosquitto).')
  }
  await buildSystem()
  const rows: EdgeLosses[] = []
  for (const edge of ['gateway', 'mosquitto, saved as it comes', 'mosquitto, saved at every change'] as const) {
    const row = await losses(edge, { ...options, mosquitto })
    rows.push(row)
    if (!json) console.log(row)
  }
  if (json) console.log(JSON.stringify(rows))
  if (rows[0]?.poursLost !== 0 || rows[0].mlLost !== 0) throw new Error('The gateway has lost beer.')
}
