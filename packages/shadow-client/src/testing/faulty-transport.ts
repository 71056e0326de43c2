import type { ShadowClock } from '../clock.ts'
import { ShadowError } from '../shadow-error.ts'
import type { SubscribingTransport } from '../shadow-transport.ts'
import type { MemoryTransport } from '../transports/memory.ts'

/** Numbers in [0, 1) that follow from a seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const LONGEST_DELAY_MS = 3000
const never = <T>(signal: AbortSignal) =>
  new Promise<T>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

/**
 * A connection on which messages and requests are late, doubled, out of order or lost, as the seed says, until it is quiet.
 * A message is lost only when the connection is, a while later: while it lasts, the broker sends again what was not acknowledged.
 */
export function faultyTransport(
  inner: MemoryTransport, clock: ShadowClock, random: () => number,
): SubscribingTransport & { quieten(): void } {
  let quiet = false
  const chance = (odds: number) => !quiet && random() < odds
  const later = (run: () => void) => void clock.after(random() * LONGEST_DELAY_MS, run)
  const late = () => new Promise<void>((resolve) => later(resolve))
  const cut = () =>
    later(() => {
      inner.setConnected(false)
      later(() => inner.setConnected(true))
    })

  return {
    ...inner,
    quieten: () => void (quiet = true),
    async request(operation, payload, options) {
      const again = chance(0.1)
      if (chance(0.1)) return never(options.signal)
      if (chance(0.1)) throw new ShadowError('DISCONNECTED', 'The request was lost.')
      if (chance(0.3)) await late()
      const reply = await inner.request(operation, payload, options)
      if (again) later(() => void inner.request(operation, payload, { signal: new AbortController().signal }).catch(() => undefined))
      if (chance(0.1)) return never(options.signal)
      if (chance(0.3)) await late()
      return reply
    },
    subscribe: (topics, handler) =>
      inner.subscribe(topics, (topic, payload) => {
        if (chance(0.1)) return cut()
        if (chance(0.3)) later(() => handler(topic, payload))
        else handler(topic, payload)
        if (chance(0.2)) later(() => handler(topic, payload))
      }),
  }
}
