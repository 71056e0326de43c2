import type { ShadowClock } from '../clock.ts'
import type { ShadowTransport } from '../shadow-transport.ts'

/** What AWS lets one thing ask of its shadows. */
export interface PaceLimits {
  /** Requests without an answer yet. */
  readonly inFlight: number
  /** Requests begun within any second. */
  readonly perSecond: number
}

/** @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html#device-shadow-limits */
export const AWS_LIMITS: PaceLimits = { inFlight: 10, perSecond: 20 }
const SECOND_MS = 1000

/** Lets requests begin, in order, as the limits allow. */
export interface Pace {
  /** Resolves when a request may begin, with what to call at its end. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<() => void>
  /** Whether nothing of what was begun counts any more. */
  idle(): boolean
}

export function createPace({ inFlight, perSecond }: PaceLimits, clock: ShadowClock): Pace {
  const waiting = new Set<() => void>()
  let begunMs: number[] = []
  let flying = 0
  let cancelTimer: (() => void) | undefined

  function untilNextMs(): number {
    const nowMs = clock.nowMs()
    begunMs = begunMs.filter((ms) => ms + SECOND_MS > nowMs)
    const [oldest] = begunMs
    return oldest === undefined || begunMs.length < perSecond ? 0 : oldest + SECOND_MS - nowMs
  }
  function admit(): void {
    cancelTimer?.()
    cancelTimer = undefined
    for (const begin of waiting) {
      if (flying >= inFlight) return
      const waitMs = untilNextMs()
      if (waitMs > 0) return void (cancelTimer = clock.after(waitMs, admit))
      waiting.delete(begin)
      flying += 1
      // Without a bound there is nothing to remember.
      if (Number.isFinite(perSecond)) begunMs.push(clock.nowMs())
      begin()
    }
  }
  const leave = () => {
    flying -= 1
    admit()
  }
  return {
    idle: () => flying === 0 && waiting.size === 0 && (untilNextMs(), begunMs.length === 0),
    enter: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const giveUp = () => {
          waiting.delete(begin)
          admit()
          reject(signal.reason)
        }
        const begin = () => {
          signal.removeEventListener('abort', giveUp)
          resolve(leave)
        }
        signal.addEventListener('abort', giveUp, { once: true })
        waiting.add(begin)
        admit()
      }),
  }
}

const paces = new WeakMap<ShadowTransport, Map<string, Pace>>()

/** The pace that all clients of a thing on a transport keep together: AWS counts by thing, however many shadows it has. */
export function paceOf(transport: ShadowTransport, thingName: string, create: () => Pace): Pace {
  const things = paces.get(transport) ?? new Map<string, Pace>()
  paces.set(transport, things)
  const pace = things.get(thingName) ?? create()
  // The map is in the order of last use: what has long been idle is at its beginning.
  things.delete(thingName)
  for (const [name, other] of things) {
    if (!other.idle()) break
    things.delete(name)
  }
  things.set(thingName, pace)
  return pace
}
