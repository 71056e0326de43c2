import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { ShadowTransport } from '../shadow-transport.ts'
import { createCore } from './core.ts'
import { type Documents, polledDocuments, publishedDocuments } from './documents.ts'
import { obey } from './obey.ts'
import type { AnyState, LiveShadowClient, ShadowClientFor, ShadowClientOptions, StatePatch } from './types.ts'
import { untilAborted } from './until-aborted.ts'
import type { UpdateJsonOptions } from './updates.ts'
import { waitUntilReported } from './wait-until-reported.ts'

/**
 * A client of one shadow of one thing. Its transport decides what it can: one that can not subscribe gives a client without `onDesired` and
 * `watch`. Operations reject with ShadowError.
 *
 * @example
 * const shadow = createShadowClient({ thingName: 'keg-1', transport: deviceSdkTransport(client) })
 * shadow.onDesired(async (change, { report }) => {
 *   console.log(change['targetCelsius'])
 *   await report(change)
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-comms-device.html
 */
export function createShadowClient<Transport extends ShadowTransport, State extends object = AnyState>(
  options: ShadowClientOptions<Transport, State>,
): ShadowClientFor<Transport, State> {
  // Without `subscribe` the type leaves `onDesired` and `watch` out, and calling them all the same throws.
  // The state's type is the caller's claim; inside it is JSON.
  return createJsonClient(options as ShadowClientOptions<ShadowTransport, unknown>) as unknown as ShadowClientFor<Transport, State>
}

// A patch of a state that is JSON is JSON.
const asJson = (patch: StatePatch<AnyState>) => patch as JsonObject
const asJsonOptions = (given: object | undefined) => given as UpdateJsonOptions | undefined

function createJsonClient(options: ShadowClientOptions<ShadowTransport, unknown>): LiveShadowClient<AnyState> {
  const closing = new AbortController()
  const core = createCore(options, closing.signal)
  const { clock, known, get, update, reports, inspect, refusal, failed: onError } = core
  let stopListening: (() => void) | undefined
  let obeying: { stop(): Promise<void> } | undefined

  const report: LiveShadowClient<AnyState>['report'] = (patch, given) => {
    if (given?.ifVersion !== undefined) return update('reported', asJson(patch), asJsonOptions(given))
    stopListening ??= core.transport.onConnection?.(reports.setConnected)
    return untilAborted(reports.add(asJson(patch)), given?.signal)
  }
  async function* inspected(documents: Documents): Documents {
    for await (const snapshot of documents) {
      await inspect(snapshot)
      yield snapshot
    }
    return undefined
  }
  const watch = (ended: AbortSignal) => inspected(publishedDocuments(core.following(), known, ended))
  const documents = (ended: AbortSignal, pollMs: number) =>
    (core.subscribes ? watch(ended) : polledDocuments({ get, clock, pollMs, onError }, ended))

  async function close(): Promise<void> {
    const closed = new ShadowError('CLOSED', 'The shadow client is closed.')
    closing.abort(closed)
    stopListening?.()
    reports.close(closed)
    await obeying?.stop()
  }

  return {
    async get({ signal } = {}) {
      const snapshot = await get(signal)
      known.replace(snapshot)
      await inspect(snapshot)
      return snapshot
    },
    report,
    setDesired: (patch, given) => update('desired', asJson(patch), asJsonOptions(given)),
    waitUntilReported: (predicate, given) => waitUntilReported({ ...given, predicate, documents, clock, closed: closing.signal }),
    watch({ signal } = {}) {
      closing.signal.throwIfAborted()
      return watch(signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]))
    },
    get state() {
      return known.value
    },
    close,
    [Symbol.asyncDispose]: close,
    onDesired(handler, { onSynchronized } = {}) {
      closing.signal.throwIfAborted()
      void obeying?.stop()
      const mine = obey({
        following: core.following(), known, refusal, onSynchronized, handle: (change, version) => handler(change, { version, report }),
      })
      obeying = mine
      return () => void mine.stop()
    },
  }
}
