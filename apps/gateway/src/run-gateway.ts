import { systemClock } from '@keg/mqtt-broker'
import { jsonFile } from '@keg/uplink/json-file'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listenForKegs } from './adapters/keg-listener.ts'
import { serveStatus } from './adapters/status-server.ts'
import type { SiteConfig } from './config.ts'
import { createGateway } from './gateway.ts'
import type { Host } from './hosts/host.ts'
import { keptShadow } from './shadows/kept-shadow.ts'
import { openSpool } from './spool/adapters/sqlite-spool.ts'

/** A gateway that serves kegs. */
export interface RunningGateway {
  /** Where kegs connect. */
  readonly port: number
  readonly statusUrl: string | undefined
  /** Ends the kegs' connections and sends what waits, for a moment: the rest is on the disk, for the next start. */
  stop(): Promise<void>
}

const DRAIN_MS = 5_000
const SCHEMA = 1

/** Starts a gateway on a host. What was opened is closed again when a part fails. */
export async function runGateway(host: Pick<Host, 'newLine' | 'acknowledgedBy'>, config: SiteConfig, say: (line: string) => void): Promise<RunningGateway> {
  const { siteId, gatewayId, cloud, dataDir, batchEveryMs, bookedWithinMs } = config
  const log = (text: string) => say(`${gatewayId}: ${text}`)
  await using opened = new AsyncDisposableStack()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const spool = opened.adopt(openSpool({ file: join(dataDir, 'spool.db'), clock: systemClock, maxBytes: config.maxBytes }), (open) => open.close())
  const line = opened.adopt(host.newLine(), (open) => open.close())
  const gateway = createGateway({
    siteId, gatewayId, batchRule: cloud.batchRule, spool, line, clock: systemClock, log, batchEveryMs, bookedWithinMs, acknowledgedBy: host.acknowledgedBy,
    kegs: new Map(config.kegs.map(({ certificateId, kegId }) => [certificateId, kegId])),
    newId: () => randomUUID().replaceAll('-', ''),
    shadowMemory: (kegId) => jsonFile(join(dataDir, 'shadows', `${kegId}.json`), { schema: keptShadow, version: SCHEMA }),
  })
  const listener = opened.adopt(await listenForKegs(config.listen, gateway.broker, log), (open) => open.close())
  const page = config.status && (await serveStatus(config.status.port, () => gateway.status()))
  if (page !== undefined) opened.adopt(page, (open) => open.close())
  gateway.start()
  line.start()
  log(`kegs connect at mqtts://${config.listen.host}:${listener.port}${page === undefined ? '' : `, status at ${page.url}`}`)
  const running = opened.move()
  return {
    port: listener.port,
    statusUrl: page?.url,
    async stop() {
      // Takes nobody in while it sends.
      const closed = listener.close()
      if (!(await gateway.stop(DRAIN_MS))) log('not all is booked; the rest goes out after the next start')
      await closed
      await running.disposeAsync()
    },
  }
}
