import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Site } from './site.ts'

/** Which of the two programs of a site is killed. */
export const KILLS = ['keg', 'gateway', 'both'] as const
export type Kill = (typeof KILLS)[number]

/** What may be told of the status of a gateway; see `apps/gateway`. */
interface Waiting {
  readonly spool: { readonly rows: Readonly<Record<string, number>> }
}

const POLL_MS = 5
/** One look of so many is at the gateway, too: it keeps messages for longer, and being looked at is work for it. */
const GATEWAY_LOOKS = 5
/** After so long without anything on its way a site counts as broken. */
const PATIENCE_MS = 60_000

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Waits until a message of the site is on its way, unacknowledged, and kills what it is on its way from; then starts it again.
 * A keg's pour is unacknowledged while it is in the outbox, a gateway's message while it is in the spool.
 */
export async function killPoint(site: Site, kill: Kill, random: () => number): Promise<void> {
  await untilUnacknowledged(site, kill)
  // Somewhere between the file and the socket, the fsync and the PUBACK.
  await delay(random() * 20)
  const ends = [...(kill === 'gateway' ? [] : [site.devices.kill()]), ...(kill === 'keg' ? [] : [site.gateway?.program.kill()])]
  await Promise.all(ends)
  if (kill !== 'keg') await site.restartGateway()
  if (kill !== 'gateway') await site.restartDevices()
}

async function untilUnacknowledged(site: Site, kill: Kill): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS
  for (let look = 0; !(await isWaiting(site, kill, look)); look++) {
    if (performance.now() > deadlineMs)
      throw new Error(`Nothing was on its way at ${site.gateway?.siteId ?? 'a site'} for ${PATIENCE_MS / 1_000} s.`)
    await delay(POLL_MS)
  }
}

async function isWaiting(site: Site, kill: Kill, look: number): Promise<boolean> {
  if (kill !== 'gateway' && (await kegsWait(site))) return true
  return kill !== 'keg' && look % GATEWAY_LOOKS === 0 && (await gatewayWaits(site))
}

async function kegsWait({ kegs }: Site): Promise<boolean> {
  for (const { dataDir } of kegs) {
    const text = await readFile(join(dataDir, 'outbox.json'), 'utf8').catch(() => '')
    // A pour that was written down and not yet acknowledged.
    if (text.includes('"pourId"')) return true
  }
  return false
}

async function gatewayWaits({ gateway }: Site): Promise<boolean> {
  if (gateway === undefined) return false
  const answer = await fetch(new URL('status.json', gateway.statusUrl))
  // What the gateway's own tests hold it to.
  const { spool } = (await answer.json()) as Waiting
  return Object.values(spool.rows).some((rows) => rows > 0)
}
