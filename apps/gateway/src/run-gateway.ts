import { systemClock } from '@keg/mqtt-broker'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AdminDoor } from './admin/admin-door.ts'
import type { AdminToken } from './admin/admin-token.ts'
import { auditFile, readAdminToken } from './adapters/admin-files.ts'
import { listenForKegs } from './adapters/keg-listener.ts'
import { shadowFiles } from './adapters/shadow-files.ts'
import { serveStatus } from './adapters/status-server.ts'
import { kegsOf, type SiteConfig } from './config/config.ts'
import { createGateway } from './gateway.ts'
import { ConfigError, type Host } from './host/host.ts'
import { siteLog } from './log/site-log.ts'
import { openWithheld } from './residency/adapters/sqlite-withheld.ts'
import { openSessions } from './sessions/adapters/sqlite-sessions.ts'
import { openSpool } from './spool/adapters/sqlite-spool.ts'

/** A gateway that serves kegs. */
export interface RunningGateway {
  /** Where kegs connect. */
  readonly port: number
  readonly statusUrl: string | undefined
  /** Lets in these kegs from now on. */
  setKegs(kegs: SiteConfig['kegs']): void
  /** A new configuration could not be used: it goes on as it is, and its page says why. */
  kegsRefused(problem: string): void
  /** Ends the kegs' connections and sends what waits, for a moment: the rest is on the disk, for the next start. */
  stop(): Promise<void>
}

const DRAIN_MS = 5_000

/** Starts a gateway on a host. What was opened is closed again when a part fails. */
export async function runGateway(
  host: Pick<Host, 'newLine' | 'acknowledgedBy'>, config: SiteConfig, say: (line: string) => void,
): Promise<RunningGateway> {
  const { siteId, gatewayId, cloud, dataDir, batchEveryMs, quietBatchEveryMs, bookedWithinMs } = config
  const log = siteLog((text) => say(`${gatewayId}: ${text}`), () => systemClock.nowMs())
  const token = readToken(config)
  await using opened = new AsyncDisposableStack()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sessions = opened.adopt(openSessions({ file: join(dataDir, 'sessions.db'), clock: systemClock }), (open) => open.close())
  const spool = opened.adopt(
    openSpool({
      file: join(dataDir, 'spool.db'), clock: systemClock, maxBytes: config.maxBytes, maxBytesOfKeg: Math.ceil(config.maxBytes / 2),
    }),
    (open) => open.close(),
  )
  const withheld = config.residency
    && opened.adopt(openWithheld(join(dataDir, 'residency.db'), config.residency.maxBytes, () => systemClock.nowMs()), (open) =>
      open.close())
  const line = opened.adopt(host.newLine(), (open) => open.close())
  const gateway = createGateway({
    siteId, gatewayId, batchRule: cloud.batchRule, spool, sessions, line, clock: systemClock, log, batchEveryMs, quietBatchEveryMs,
    bookedWithinMs, acknowledgedBy: host.acknowledgedBy, kegs: kegsOf(config.kegs),
    residency: withheld && { topics: config.residency?.topics ?? [], withheld }, newId: () => randomUUID().replaceAll('-', ''),
    shadowMemory: shadowFiles({ folder: join(dataDir, 'shadows'), nowMs: () => systemClock.nowMs(), log }),
  })
  const door = token
    && new AdminDoor({ token, acts: gateway.acts, audit: auditFile(join(dataDir, 'audit.jsonl')), nowMs: () => systemClock.nowMs() })
  const listener = opened.adopt(await listenForKegs(config.listen, gateway.broker, log), (open) => open.close())
  const page = config.status && (await serveStatus({ port: config.status.port, status: () => gateway.status(), door }))
  if (page !== undefined) opened.adopt(page, (open) => open.close())
  gateway.start()
  line.start()
  log(`kegs connect at mqtts://${config.listen.host}:${listener.port}${page === undefined ? '' : `, status at ${page.url}`}`)
  const running = opened.move()
  return {
    port: listener.port,
    statusUrl: page?.url,
    setKegs: (kegs) => gateway.setKegs(kegsOf(kegs)),
    kegsRefused: (problem) => gateway.kegsRefused(problem),
    async stop() {
      // Takes nobody in while it sends.
      const closed = listener.close()
      if (!(await gateway.stop(DRAIN_MS))) log('not all is booked; the rest goes out after the next start')
      await closed
      await running.disposeAsync()
    },
  }
}

function readToken({ adminTokenFile, status }: SiteConfig): AdminToken | undefined {
  if (adminTokenFile === undefined) return undefined
  try {
    if (status === undefined)
      throw new Error('--admin-token-file is for commands from the status page, and "status" is not in the configuration')
    return readAdminToken(adminTokenFile)
  } catch (error) {
    throw new ConfigError(`Commands can't be taken: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
