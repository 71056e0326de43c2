import { systemClock } from '../adapters/system-clock.ts'
import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { ShadowTransport, SubscribingTransport } from '../shadow-transport.ts'
import { createKnownState, readSnapshot, type ShadowSnapshotJson } from './known-state.ts'
import { AWS_LIMITS } from './pace.ts'
import { createReportQueue, DEFAULT_QUEUE_BYTES } from './report-queue.ts'
import { createRequests } from './request.ts'
import { doublingDelay } from './retry.ts'
import type { ShadowClientOptions } from './types.ts'
import { createUpdate } from './updates.ts'

const DEFAULT_TIMEOUT_MS = 10_000
const ignore = () => undefined

/** What all of a client's operations share. */
export function createCore(options: ShadowClientOptions<ShadowTransport, unknown>, closed: AbortSignal) {
  const { transport, schema, clock = systemClock, retryDelayMs = doublingDelay, onInvalid = ignore, onError = ignore } = options
  const id = { thingName: options.thingName, ...(options.shadowName !== undefined && { shadowName: options.shadowName }) }
  const known = createKnownState()
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const limits = { ...AWS_LIMITS, ...options.limits }
  const clientToken = options.clientToken ?? (() => crypto.randomUUID())
  const requests = createRequests(transport, id, { clock, timeoutMs, limits, clientToken, closed })

  async function get(signal?: AbortSignal): Promise<ShadowSnapshotJson | undefined> {
    const accepted = await requests.send('get', {}, signal)
    const snapshot = accepted && readSnapshot(accepted)
    if (accepted !== undefined && snapshot === undefined) throw new ShadowError('BAD_ANSWER', 'The answer to get is no shadow document.')
    return snapshot
  }
  const update = createUpdate(requests, known, get)
  // In the background nothing but a ShadowError fails, save for what the caller's own signal ended.
  const failed = (error: unknown) => void (error instanceof ShadowError && onError(error))
  const { maxBytes = DEFAULT_QUEUE_BYTES, whenFull = 'reject' } = options.queue ?? {}
  const reports = createReportQueue({
    clock, retryDelayMs, maxBytes, whenFull, send: (patch) => update('reported', patch), onError: failed,
  })

  /** Why the schema refuses a value; `undefined` when it does not. */
  async function refusal(value: JsonObject): Promise<string | undefined> {
    const issues = (await schema?.['~standard'].validate(value))?.issues
    return issues?.map(({ message }) => message).join('; ')
  }
  /** Tells of each half that the schema refuses. */
  async function inspect(snapshot: ShadowSnapshotJson | undefined): Promise<void> {
    for (const payload of [snapshot?.desired, snapshot?.reported]) {
      const message = payload && (await refusal(payload))
      if (message !== undefined) onInvalid({ message, payload })
    }
  }
  /** What following the shadow needs. */
  function following() {
    if (!subscribes(transport)) throw new TypeError('This transport can not subscribe.')
    return { id, transport, get, clock, retryDelayMs, onInvalid, onError }
  }
  return { transport, clock, known, get, update, reports, refusal, inspect, following, failed, subscribes: subscribes(transport) }
}

const subscribes = (transport: ShadowTransport): transport is SubscribingTransport => transport.subscribe !== undefined
