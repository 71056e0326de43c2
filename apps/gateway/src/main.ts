import { systemClock } from '@keg/mqtt-broker'
import { deviceSdkLine } from '@keg/uplink/device-sdk'
import { jsonFile } from '@keg/uplink/json-file'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { AdminDoor } from './admin/admin-door.ts'
import type { AdminToken } from './admin/admin-token.ts'
import { auditFile, readAdminToken } from './adapters/admin-files.ts'
import { followConfig, readConfig } from './adapters/config-file.ts'
import { listenForKegs } from './adapters/keg-listener.ts'
import { serveStatus } from './adapters/status-server.ts'
import { kegsOf, type GatewayConfig } from './config.ts'
import { createGateway } from './gateway.ts'
import { openWithheld } from './residency/adapters/sqlite-withheld.ts'
import { openSessions } from './sessions/adapters/sqlite-sessions.ts'
import { keptShadow } from './shadows/kept-shadow.ts'
import { openSpool } from './spool/adapters/sqlite-spool.ts'

// The gateway by itself: `node --conditions=@keg/source src/main.ts --config gateway.json`; see the README for the file.
// SIGTERM and Ctrl-C end the kegs' connections and send what waits, for a moment: the rest is on the disk, for the next start.

const DRAIN_MS = 5_000
const SCHEMA = 1
/** How long AWS is to keep what comes for a gateway that is away: the most that it can be asked for. It may keep less, by its quota. */
const SESSION_SEC = 604_800

const { values } = parseArgs({ options: { config: { type: 'string' }, 'admin-token-file': { type: 'string' }, withheld: { type: 'boolean' } } })
const config = configIn(values.config)
if (values.withheld === true) printWithheld(config)
const token = readToken(values['admin-token-file'])
const { siteId, gatewayId, cloud, dataDir } = config
const log = (line: string) => console.log(`${gatewayId}: ${line}`)
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
const line = deviceSdkLine({
  host: cloud.endpoint.host, port: cloud.endpoint.port, caFile: cloud.caFile, clientId: gatewayId, stallSec: cloud.stallSec, sessionExpirySec: SESSION_SEC,
  identity: { certificateFile: cloud.certificateFile, privateKeyFile: cloud.privateKeyFile },
})
const spool = openSpool({ file: join(dataDir, 'spool.db'), clock: systemClock, maxBytes: config.maxBytes })
const sessions = openSessions({ file: join(dataDir, 'sessions.db'), clock: systemClock })
const withheld = config.residency && openWithheld(join(dataDir, 'residency.db'), config.residency.maxBytes, () => systemClock.nowMs())
const gateway = createGateway({
  siteId, gatewayId, batchRule: cloud.batchRule, spool, sessions, line, clock: systemClock, log, batchEveryMs: config.batchEveryMs, quietBatchEveryMs: config.quietBatchEveryMs,
  kegs: kegsOf(config.kegs),
  newId: () => randomUUID().replaceAll('-', ''),
  residency: withheld && { topics: config.residency?.topics ?? [], withheld },
  shadowMemory: (kegId) => jsonFile(join(dataDir, 'shadows', `${kegId}.json`), { schema: keptShadow, version: SCHEMA, durable: true }),
})
const door = token && new AdminDoor({ token, acts: gateway.acts, audit: auditFile(join(dataDir, 'audit.jsonl')), nowMs: () => systemClock.nowMs() })
const listener = await listenForKegs(config.listen, gateway.broker, log)
const page = config.status && (await serveStatus({ port: config.status.port, status: () => gateway.status(), door }))
gateway.start()
line.start()
const unfollow = followConfig(values.config ?? '', { running: config, log, take: (kegs) => gateway.setKegs(kegsOf(kegs)), refuse: (problem) => gateway.kegsRefused(problem) })
log(`kegs connect at mqtts://${config.listen.host}:${listener.port}${page === undefined ? '' : `, status at ${page.url}`}`)

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  unfollow()
  const closed = listener.close()
  const booked = await gateway.stop(DRAIN_MS)
  await closed
  await page?.close()
  await line.close()
  await spool.close()
  withheld?.close()
  sessions.close()
  if (!booked) log('not all is booked; the rest goes out after the next start')
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
// Started by another program of ours: when that one is gone, however it ended, nobody is left to stop this one.
process.once('disconnect', () => process.exit(1))
process.send?.({ port: listener.port, statusUrl: page?.url })

/** `--withheld`, while the gateway does not run: what stayed at the site, a line of JSON each. */
function printWithheld({ dataDir: folder, residency }: GatewayConfig): never {
  try {
    const file = openWithheld(join(folder, 'residency.db'), residency?.maxBytes ?? Infinity, () => systemClock.nowMs())
    for (const { payload, ...message } of file.all()) process.stdout.write(`${JSON.stringify({ ...message, payloadBase64: Buffer.from(payload).toString('base64') })}\n`)
    file.close()
    process.exit(0)
  } catch (error) {
    console.error(`What stayed here can't be read while the gateway runs, or: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}

function readToken(file: string | undefined): AdminToken | undefined {
  if (file === undefined) return undefined
  try {
    if (config.status === undefined) throw new Error('--admin-token-file is for commands from the status page, and "status" is not in the configuration')
    return readAdminToken(file)
  } catch (error) {
    console.error(`Commands can't be taken: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(2)
  }
}

function configIn(file: string | undefined): GatewayConfig {
  try {
    if (file === undefined) throw new Error('--config FILE is missing')
    return readConfig(file)
  } catch (error) {
    console.error(`The configuration can't be used: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(2)
  }
}
