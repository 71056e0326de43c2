import { keepHeapSmall } from '@keg/local-cloud'
import { announceCore } from '@keg/local-iot/running'
import { explained, readFlags, runCommand, systemOptions, wholeNumber } from './flags.ts'
import { liveLine } from './live-line.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts'
import { startSystem, type System } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm start [--kegs 5] [--port 8080] [--dynamodb dynoxide|dynalite] [--verbose]`: the system, until Ctrl-C.

const LIVE_LINE_MS = 1_000
/** Kegs that are behind a gateway. */
const BEHIND_GATEWAY = 2
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

await runCommand(async () => {
  const flags = readFlags({ kegs: { type: 'string', default: '5' }, port: { type: 'string', default: '8080' } }, process.argv.slice(2))
  const kegs = wholeNumber('kegs', flags.kegs)
  const options = { ...systemOptions(flags), kegs, behindGateway: Math.min(kegs, BEHIND_GATEWAY), port: wholeNumber('port', flags.port, 0) }
  console.log('Building the stack and the page, starting the cloud …')
  await buildSystem()
  keepHeapSmall()
  const system = await startSystem(options)
  // So that `keg subscribe` and its like find it.
  const announced = await announceCore(system.cloud.iot, { kind: 'system', nameAfter: 'keg', cloudEndpoint: system.cloud.endpoint })
    .catch((error: unknown) => console.error(explained(error)))
  try {
    sayWhere(system, options.port, announced?.name ?? 'keg')
    await Promise.race([showLiveLine(system), system.devices.failed])
  } finally {
    console.log('\nStopping …')
    await announced?.takeBack()
    await system.close()
  }
})

function sayWhere({ url, apiUrl, cloud, sites }: System, wished: number, name: string): void {
  if (wished !== 0 && Number(new URL(url).port) !== wished) console.log(`Port ${wished} is taken.`)
  const { accessKeyId, secretAccessKey } = cloud.credentials
  console.log([
    `Dashboard: ${url}`,
    `Sign in:   ${DEMO_PEOPLE.map(({ username }) => username).join(', ')}; password ${DEMO_PASSWORD}`,
    `API:       ${apiUrl}, for who sends a token: KEG_PASSWORD='${DEMO_PASSWORD}' pnpm --silent keg token --user brewer`,
    ...sites.flatMap(({ gateway }) => (gateway === undefined ? [] : [`Gateway:   ${gateway.statusUrl} (${gateway.gatewayId})`])),
    `MQTT:      ${cloud.iot.endpoints.mqtts}, CA ${cloud.iot.caFile}`,
    `AWS:       ${cloud.endpoint}, access key ${accessKeyId}, secret ${secretAccessKey}`,
    `           eval "$(pnpm --silent keg env --core ${name})" takes the aws command and the SDKs there`,
    `Inside:    ${cloud.endpoint}/__keg, pnpm keg tail`,
    "Messages:  pnpm keg subscribe 'keg/#'",
    'Ctrl-C stops all.',
  ].join('\n'))
}

async function showLiveLine({ api }: System): Promise<void> {
  while (!stopped.signal.aborted) {
    const line = await liveLine(api)
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line.slice(0, process.stdout.columns - 1)}`)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LIVE_LINE_MS)
      stopped.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
  }
}
