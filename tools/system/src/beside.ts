import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { layLine, type CuttableLine } from './cuttable-line.ts'
import { busyEvening, settle } from './evening.ts'
import { prepareGateway } from './gateways.ts'
import { ledgerTotals } from './ledger.ts'
import type { Caller } from './people.ts'
import { seeded } from './kill-points.ts'
import { prepareMosquitto, type MosquittoSaving } from './mosquitto.ts'
import type { Site } from './site.ts'
import { startSystem, type SystemOptions } from './system.ts'

/** What stands between the kegs and the cloud. */
export type Edge = 'gateway' | `mosquitto, saved ${MosquittoSaving}`

/**
 * What is done to it: killed while a pour is unacknowledged; its line cut while kegs pour; or both, killed with pours that the cloud has
 * not.
 */
export const BLOWS = ['kill', 'cut', 'kill while cut'] as const
export type Blow = (typeof BLOWS)[number]

/** What became of an evening with it. */
export interface EdgeLosses {
  readonly edge: Edge
  readonly points: number
  readonly byKind: Readonly<Record<Blow, number>>
  readonly poursSent: number
  readonly poursInLedger: number
  readonly poursLost: number
  readonly mlPoured: number
  readonly mlLost: number
}

export interface BesideOptions extends SystemOptions {
  readonly points: number
  readonly seed: number
  /** The program of mosquitto. */
  readonly mosquitto: string
}

/** Kegs of one site, so that each blow falls on what they all go through. */
const KEGS = 2
const POLL_MS = 5
const BOOKED_POLL_MS = 100
const PATIENCE_MS = 60_000
/** After the last pour: what has not come by then does not come. */
const SETTLE_MS = 30_000

/**
 * Pours through an edge that is killed and cut off by a schedule that is the same for each, and counts what is missing in the ledger then.
 */
export async function losses(edge: Edge, { points, seed, mosquitto, ...options }: BesideOptions): Promise<EdgeLosses> {
  await using lines = new AsyncDisposableStack()
  let line: CuttableLine | undefined
  const prepareEdge: NonNullable<SystemOptions['prepareEdge']> = async (aws, given) => {
    const laid = lines.adopt(await layLine(given.cloud.endpoint.port), (it) => it.close())
    line = laid
    const cut = { ...given, cloud: { ...given.cloud, endpoint: { host: 'localhost', port: laid.port } } }
    if (edge === 'gateway') return prepareGateway(aws, cut)
    return prepareMosquitto(mosquitto, edge === 'mosquitto, saved as it comes' ? 'as it comes' : 'at every change', aws, cut)
  }
  await using system = await startSystem({ ...options, kegs: KEGS, behindGateway: KEGS, simulation: busyEvening, prepareEdge })
  const [site] = system.sites
  if (site === undefined || line === undefined) throw new Error('No site was started.')
  const random = seeded(seed)
  const byKind: Record<Blow, number> = { kill: 0, cut: 0, 'kill while cut': 0 }
  for (let point = 0; point < points; point++) {
    const blow = BLOWS[point % BLOWS.length] ?? 'kill'
    await strike(site, line, blow, random)
    byKind[blow] += 1
    // Whatever stands there gets the time to find its line again: each blow falls on one that works.
    await untilBooked(system.api)
  }
  await system.devices.stop()
  const { poursSent, poursInLedger, quarantined, mlPoured, mlInLedger, mlInQuarantine } = await settle(system, SETTLE_MS)
  return {
    edge, points, byKind, poursSent, poursInLedger, poursLost: poursSent - poursInLedger - quarantined, mlPoured,
    mlLost: mlPoured - mlInLedger - mlInQuarantine,
  }
}

async function strike(site: Site, line: CuttableLine, blow: Blow, random: () => number): Promise<void> {
  if (blow === 'kill') await until(site, ({ pending }) => pending > 0)
  else {
    line.setConnected(false)
    const { acknowledged } = await outboxesOf(site)
    // One more than what may have been on its way to the kegs: at least one was acknowledged that the cloud can't have.
    await until(site, (now) => now.acknowledged > acknowledged + KEGS)
  }
  await delay(random() * 20)
  if (blow !== 'cut') {
    await site.gateway?.program.kill()
    await site.restartGateway()
  }
  line.setConnected(true)
}

/** What the kegs' outboxes say, all together. */
interface Outboxes {
  readonly pending: number
  readonly acknowledged: number
}

async function outboxesOf({ kegs }: Site): Promise<Outboxes> {
  const sum = { pending: 0, acknowledged: 0 }
  for (const { dataDir } of kegs) {
    const text = await readFile(join(dataDir, 'outbox.json'), 'utf8').catch(() => undefined)
    if (text === undefined) continue
    // The file is replaced as a whole, and is what the device's own tests hold it to.
    const { value: { pours, pending } } = JSON.parse(text) as { value: { pours: number; pending: unknown[] } }
    sum.pending += pending.length
    sum.acknowledged += pours - pending.length
  }
  return sum
}

async function untilBooked(api: Caller): Promise<void> {
  const { pours } = await ledgerTotals(api)
  const deadlineMs = performance.now() + PATIENCE_MS
  while ((await ledgerTotals(api)).pours === pours) {
    if (performance.now() > deadlineMs) throw new Error(`No pour was booked for ${PATIENCE_MS / 1_000} s.`)
    await delay(BOOKED_POLL_MS)
  }
}

async function until(site: Site, isSo: (outboxes: Outboxes) => boolean): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS
  while (!isSo(await outboxesOf(site))) {
    if (performance.now() > deadlineMs)
      throw new Error(`Nothing was poured at ${site.kegs[0]?.siteId ?? 'a site'} for ${PATIENCE_MS / 1_000} s.`)
    await delay(POLL_MS)
  }
}
