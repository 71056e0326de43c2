import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { joinPatches } from './join-patches.ts'
import { createRetry, type RetryOptions } from './retry.ts'

/** What happens to reports that do not fit the queue. */
export type WhenFull = 'reject' | 'drop-oldest'
/** A shadow's state holds no more, so neither can what is to be reported of it. */
export const DEFAULT_QUEUE_BYTES = 8192

interface Accepted {
  readonly version: number
}
interface Batch extends PromiseWithResolvers<Accepted> {
  patch: JsonObject
  bytes: number
}
export interface ReportQueue {
  /** Resolves when the service has accepted the patch, or one that it became part of. */
  add(patch: JsonObject): Promise<Accepted>
  /** Holds reports back, or lets them go. */
  setConnected(connected: boolean): void
  close(reason: ShadowError): void
}
export interface ReportQueueOptions extends RetryOptions {
  readonly send: (patch: JsonObject) => Promise<Accepted>
  readonly maxBytes: number
  readonly whenFull: WhenFull
  /** Told of each failure after which a report is sent again. */
  readonly onError: (error: unknown) => void
}

/**
 * Sends reports one after the other, so that none overtakes another; those that wait become one.
 * A report that did not get through is sent again until the service has answered it: reporting twice changes nothing.
 */
export function createReportQueue(options: ReportQueueOptions): ReportQueue {
  const waiting: Batch[] = []
  const retry = createRetry(options)
  let connected = true
  let flying = false
  let closed: ShadowError | undefined

  function add(patch: JsonObject): Promise<Accepted> {
    if (closed !== undefined) return Promise.reject(closed)
    const last = waiting.at(-1)
    const joined = last && joinPatches(last.patch, patch)
    const bytes = bytesOf(joined ?? patch)
    const others = waiting.reduce((sum, batch) => sum + batch.bytes, joined && last ? -last.bytes : 0)
    if (waiting.length > 0 && others + bytes > options.maxBytes) {
      const full = new ShadowError('QUEUE_FULL', `More than ${options.maxBytes} bytes of reports wait to be sent.`)
      if (options.whenFull === 'reject') return Promise.reject(full)
      waiting.shift()?.reject(full)
      return add(patch)
    }
    if (last && joined) {
      Object.assign(last, { patch: joined, bytes })
      return last.promise
    }
    const batch = { ...Promise.withResolvers<Accepted>(), patch, bytes }
    waiting.push(batch)
    // Reports made in one go are one.
    queueMicrotask(start)
    return batch.promise
  }

  function start(): void {
    if (!flying && connected) void fly()
  }

  async function fly(): Promise<void> {
    flying = true
    for (let batch = next(); batch !== undefined; batch = next()) {
      try {
        batch.resolve(await options.send(batch.patch))
        retry.reset()
      } catch (error) {
        if (closed !== undefined || !mayPass(error)) {
          batch.reject(error)
          continue
        }
        waiting.unshift(batch)
        options.onError(error)
        retry.later(start)
        break
      }
    }
    flying = false
  }
  const next = () => (connected && closed === undefined ? waiting.shift() : undefined)

  return {
    add,
    setConnected(now) {
      connected = now
      retry.reset()
      // What failed with the old connection comes back to the queue first.
      if (now) queueMicrotask(start)
    },
    close(reason) {
      closed = reason
      retry.cancel()
      for (const batch of waiting.splice(0)) batch.reject(reason)
    },
  }
}

const bytesOf = (patch: JsonObject) => new TextEncoder().encode(JSON.stringify(patch)).length

const PASSING = new Set(['DISCONNECTED', 'TIMEOUT', 'THROTTLED'])
const FIRST_SERVER_FAULT = 500
/** Whether another try may succeed: the service did not answer, or not for a reason of the request's. */
const mayPass = (error: unknown) =>
  error instanceof ShadowError && (PASSING.has(error.code) || (error.status ?? 0) >= FIRST_SERVER_FAULT)
