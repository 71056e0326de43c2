import { parseArgs } from 'node:util'
import { ledgerTotals } from './ledger.ts'
import { startSystem } from './system.ts'
import { buildSystem } from './workspace.ts'

// `pnpm start`: the system with five kegs, until Ctrl-C.

const { values } = parseArgs({
  options: {
    kegs: { type: 'string', default: '5' },
    port: { type: 'string', default: '8080' },
    verbose: { type: 'boolean', default: false },
  },
})
const LIVE_LINE_MS = 1_000
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

console.log('Building the stack and the page, starting the cloud …')
await buildSystem()
const system = await startSystem({
  kegs: Number(values.kegs),
  port: Number(values.port),
  ...(values.verbose ? { log: (line: string) => console.error(line) } : {}),
})
const { port } = new URL(system.url)
if (port !== values.port) console.log(`Port ${values.port} is taken.`)
console.log(`Dashboard: ${system.url}\nAPI:       ${system.apiUrl}/kegs\nAWS:       ${system.cloud.endpoint} (AWS_ENDPOINT_URL)\nCtrl-C stops all.`)
try {
  await Promise.race([showLiveLine(), system.devices.failed])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  console.log('\nStopping …')
  await system.close()
}

async function showLiveLine(): Promise<void> {
  while (!stopped.signal.aborted) {
    const { kegs, pours, totalMl } = await ledgerTotals(system.apiUrl)
    const line = `${kegs} kegs, ${pours} pours, ${(totalMl / 1_000).toFixed(1)} l in the ledger`
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LIVE_LINE_MS)
      stopped.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
  }
}
