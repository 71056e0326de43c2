import { systemClock } from '@keg/mqtt-broker'
import { parseArgs } from 'node:util'
import { greengrass, isUnderGreengrass } from './hosts/greengrass.ts'
import { ConfigError, unusable, type Host } from './host/host.ts'
import { serveOn } from './hosts/serve.ts'
import { standalone } from './hosts/standalone.ts'
import { siteLog } from './log/site-log.ts'
import { printWithheld } from './residency/adapters/print-withheld.ts'

// The gateway: `node --conditions=@keg/source src/main.ts --config gateway.json` by itself, `--host greengrass` as a component; see the
// README. SIGTERM and Ctrl-C end the kegs' connections and send what waits, for a moment: the rest is on the disk, for the next start.

const HOSTS = ['standalone', 'greengrass'] as const
const log = siteLog((line) => console.log(line), () => systemClock.nowMs())
const HELP = `The gateway of a site: takes its kegs in, works while the line to AWS IoT Core is down, and loses nothing.

  --config FILE            what it is told, see the README; looked at again when it changes, and at SIGHUP
  --host NAME              ${HOSTS.join(' or ')}; as a component of Greengrass where the nucleus's variables are, and no --config
  --admin-token-file FILE  takes commands from the status page, from who has the token in it
  --withheld               prints what may not leave the site and stayed, while no gateway runs on the folder
  --help
`

void main().catch((error: unknown) => {
  const isTheirs = error instanceof ConfigError
  console.error(isTheirs ? error.message : error)
  process.exit(isTheirs ? 2 : 1)
})

async function main(): Promise<void> {
  // Started by another program of ours: when that one is gone, however it ended, nobody is left to stop this one.
  process.once('disconnect', () => process.exit(1))
  const values = flags()
  if (values.help === true) return void process.stdout.write(HELP)
  const host = chooseHost(values)
  if (values.withheld === true) return printWithheld(await host.configuration(), (line) => process.stdout.write(line))
  const serving = await serveOn(host, log)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await serving.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  process.send?.({ port: serving.ready.port, statusUrl: serving.ready.statusUrl })
  await serving.failed
}

function flags() {
  try {
    return parseArgs({
      options: {
        config: { type: 'string' }, host: { type: 'string' }, 'admin-token-file': { type: 'string' }, withheld: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw unusable(`${error instanceof Error ? error.message : String(error)} --help tells the flags.`, error)
  }
}

function chooseHost(
  values: { readonly config?: string | undefined; readonly host?: string | undefined; readonly 'admin-token-file'?: string | undefined },
): Host {
  const found = values.config === undefined && isUnderGreengrass(process.env) ? 'greengrass' : 'standalone'
  switch (values.host ?? found) {
    case 'standalone': return standalone({ configFile: values.config, adminTokenFile: values['admin-token-file'], log })
    case 'greengrass': return greengrass(process.env, log)
    default: throw unusable(`--host is one of ${HOSTS.join(', ')}, got ${JSON.stringify(values.host)}`)
  }
}
