import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { ShadowTransport, SubscribingTransport } from '../shadow-transport.ts'
import { type Change, createDelivery } from './delivery.ts'
import { createKnownState, readSnapshot, type ShadowSnapshotJson } from './known-state.ts'
import { createRequests } from './request.ts'
import { doublingDelay } from './retry.ts'
import { createSynchronizer } from './synchronizer.ts'
import type { AnyState, DesiredHandler, LiveShadowClient, ShadowClientFor, ShadowClientOptions, ShadowSnapshot, StatePart, UpdateOptions } from './types.ts'

const DEFAULT_TIMEOUT_MS = 10_000
const subscribes = (transport: ShadowTransport): transport is SubscribingTransport => transport.subscribe !== undefined

/**
 * A client of one shadow of one thing. Its transport decides what it can: one that can not subscribe gives a client without `onDesired`.
 * Operations reject with ShadowError.
 *
 * @example
 * const shadow = createShadowClient({ thingName: 'keg-1', transport: deviceSdkTransport(mqtt) })
 * shadow.onDesired(async (change, { report }) => {
 *   if (typeof change.targetCelsius === 'number') await report({ targetCelsius: cooler.aim(change.targetCelsius) })
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-comms-device.html
 */
export function createShadowClient<Transport extends ShadowTransport, State extends object = AnyState>(
  options: ShadowClientOptions<Transport, State>,
): ShadowClientFor<Transport, State> {
  const id = { thingName: options.thingName, ...(options.shadowName !== undefined && { shadowName: options.shadowName }) }
  const closing = new AbortController()
  const requests = createRequests(options.transport, id, {
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    clientToken: options.clientToken ?? (() => crypto.randomUUID()),
    closed: closing.signal,
  })
  const known = createKnownState()
  let stopDesired: (() => Promise<void>) | undefined

  async function fetchSnapshot(signal?: AbortSignal): Promise<ShadowSnapshotJson | undefined> {
    const accepted = await requests.send('get', {}, signal)
    const snapshot = accepted && readSnapshot(accepted)
    if (accepted !== undefined && snapshot === undefined) throw new ShadowError('BAD_ANSWER', 'The answer to get is no shadow document.')
    return snapshot
  }

  async function update(half: 'desired' | 'reported', patch: JsonObject, { ifVersion, signal }: UpdateOptions = {}) {
    const payload = { state: { [half]: patch }, ...(ifVersion !== undefined && { version: ifVersion }) }
    const version = (await requests.send('update', payload, signal).catch(withCurrentVersion))?.['version']
    if (typeof version !== 'number') throw new ShadowError('BAD_ANSWER', 'The answer to update has no version.')
    known.merge(half, patch, version)
    return { version }
  }

  async function withCurrentVersion(error: unknown): Promise<never> {
    if (!(error instanceof ShadowError) || error.code !== 'CONFLICT') throw error
    const snapshot = await fetchSnapshot().catch(() => undefined)
    const { message, status, clientToken } = error
    throw new ShadowError('CONFLICT', message, {
      cause: error,
      ...(status !== undefined && { status }),
      ...(clientToken !== undefined && { clientToken }),
      ...(snapshot && { currentVersion: snapshot.version }),
    })
  }

  async function close(): Promise<void> {
    closing.abort(new ShadowError('CLOSED', 'The shadow client is closed.'))
    await stopDesired?.()
  }

  // The state's type is the caller's claim, checked by the schema on the way in; inside it is JSON.
  const client: LiveShadowClient<State> = {
    async get({ signal } = {}) {
      const snapshot = await fetchSnapshot(signal)
      known.replace(snapshot)
      return snapshot as ShadowSnapshot<State> | undefined
    },
    report: (patch, given) => update('reported', patch as JsonObject, given),
    setDesired: (patch, given) => update('desired', patch as JsonObject, given),
    get state() {
      return known.value as ShadowSnapshot<State> | undefined
    },
    close,
    [Symbol.asyncDispose]: close,
    onDesired(handler) {
      closing.signal.throwIfAborted()
      void stopDesired?.()
      const stop = watch(handler)
      stopDesired = stop
      return () => void stop()
    },
  }

  function watch(handler: DesiredHandler<State>): () => Promise<void> {
    const { transport, retryDelayMs = doublingDelay, onInvalid = ignore, onError = ignore } = options
    if (!subscribes(transport)) throw new TypeError('This transport can not subscribe.')
    const delivery = createDelivery({ deliver: (change) => deliver(handler, change), retryDelayMs })
    const report = client.report
    const failed = (error: unknown) => onError(error instanceof ShadowError ? error : new ShadowError('DISCONNECTED', 'Synchronizing failed.', { cause: error }))
    const synchronizer = createSynchronizer({ id, transport, known, delivery, get: fetchSnapshot, retryDelayMs, onInvalid, onError: failed })
    return async () => {
      delivery.stop()
      await synchronizer.stop()
    }

    async function deliver(handle: DesiredHandler<State>, { state, version }: Change): Promise<void> {
      const change = known.remaining(state, version)
      if (change === undefined) return
      const issues = (await options.schema?.['~standard'].validate(change))?.issues
      if (issues !== undefined) return onInvalid({ message: issues.map(({ message }) => message).join('; '), payload: change })
      try {
        await handle(change as StatePart<State>, { version, report })
      } catch (cause) {
        if (!closing.signal.aborted) onError(new ShadowError('HANDLER_FAILED', `The handler failed on version ${version}; it gets the change again.`, { cause }))
        throw cause
      }
    }
  }
  // Without `subscribe` the type leaves `onDesired` out, and calling it all the same throws.
  return client as ShadowClientFor<Transport, State>
}

const ignore = () => undefined
