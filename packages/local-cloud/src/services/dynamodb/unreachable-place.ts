import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Ports that no browser connects to, whatever a page asks for: they belong to protocols that can be mistaken for HTTP.
 * @see https://fetch.spec.whatwg.org/#bad-port
 */
export const portsClosedToBrowsers = [
  1719, 1720, 1723, 3659, 4045, 4190, 5060, 5061, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
] as const

/** An address and a port. */
export interface Place {
  readonly host: string
  readonly port: number
}

/**
 * A free place of this machine for a server that lets everybody in: at a port that browsers refuse, so that no page reaches it, and where
 * the system has more than one loopback address, at one of millions. `undefined` where no such port is free.
 */
export async function unreachablePlace(): Promise<Place | undefined> {
  for (const host of [`127.${randomInt(1, 255)}.${randomInt(0, 255)}.${randomInt(1, 255)}`, '127.0.0.1']) {
    for (const port of shuffled(portsClosedToBrowsers)) if (await isFree({ host, port })) return { host, port }
  }
  return undefined
}

async function isFree({ host, port }: Place): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch {
    return false
  }
  const closed = once(server, 'close')
  server.close()
  await closed
  return true
}

function shuffled<T>(items: readonly T[]): T[] {
  return items.map((item) => ({ item, at: randomInt(2 ** 32) })).sort((a, b) => a.at - b.at).map(({ item }) => item)
}
