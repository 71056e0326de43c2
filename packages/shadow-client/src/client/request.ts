import type { ShadowClock } from '../clock.ts'
import type { JsonObject } from '../document/json.ts'
import { codeOfStatus, ShadowError } from '../shadow-error.ts'
import type { ShadowId, ShadowOperation, ShadowTransport } from '../shadow-transport.ts'
import { createPace, type PaceLimits, paceOf } from './pace.ts'
import { untilAborted } from './until-aborted.ts'

export interface Requests {
  /** The accepted payload; `undefined` when there is no shadow to get. Rejects with ShadowError, or the reason of the signal given. */
  send(kind: ShadowOperation['kind'], payload: JsonObject, signal?: AbortSignal): Promise<JsonObject | undefined>
}

export interface RequestOptions {
  readonly clock: ShadowClock
  readonly timeoutMs: number
  readonly limits: PaceLimits
  readonly clientToken: () => string
  readonly closed: AbortSignal
}

/** Adds to a transport what every request needs: its turn, a client token, a time-out, typed errors, an end when the client closes. */
export function createRequests(transport: ShadowTransport, id: ShadowId, options: RequestOptions): Requests {
  const { clock, timeoutMs, limits, closed } = options
  return {
    async send(kind, payload, given) {
      const clientToken = options.clientToken()
      const timeout = new AbortController()
      const signal = AbortSignal.any([closed, timeout.signal, ...(given === undefined ? [] : [given])])
      signal.throwIfAborted()
      const leave = await paceOf(transport, id.thingName, () => createPace(limits, clock)).enter(signal)
      const timedOut = () => timeout.abort(new ShadowError('TIMEOUT', `No answer to ${kind} within ${timeoutMs} ms.`, { clientToken }))
      const cancel = clock.after(timeoutMs, timedOut)
      try {
        const reply = await untilAborted(transport.request({ kind, ...id }, { ...payload, clientToken }, { signal }), signal)
        if (reply.rejected === undefined) return reply.accepted
        const { code: status, message } = reply.rejected
        if (status === 404 && kind === 'get') return undefined
        throw new ShadowError(codeOfStatus(status), message, { status, clientToken })
      } catch (error) {
        if (error instanceof ShadowError || signal.aborted) throw error
        throw new ShadowError('DISCONNECTED', `The request to ${kind} did not get through.`, { clientToken, cause: error })
      } finally {
        cancel()
        leave()
      }
    },
  }
}
