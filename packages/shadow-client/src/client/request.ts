import type { JsonObject } from '../document/json.ts'
import { codeOfStatus, ShadowError } from '../shadow-error.ts'
import type { ShadowId, ShadowOperation, ShadowTransport } from '../shadow-transport.ts'

export interface Requests {
  /** The accepted payload; `undefined` when there is no shadow to get. Rejects with ShadowError, or the reason of the signal given. */
  send(kind: ShadowOperation['kind'], payload: JsonObject, signal?: AbortSignal): Promise<JsonObject | undefined>
}

/** Adds to a transport what every request needs: a client token, a time-out, typed errors, an end when the client closes. */
export function createRequests(
  transport: ShadowTransport,
  id: ShadowId,
  options: { readonly timeoutMs: number; readonly clientToken: () => string; readonly closed: AbortSignal },
): Requests {
  return {
    async send(kind, payload, given) {
      const clientToken = options.clientToken()
      const timeout = AbortSignal.timeout(options.timeoutMs)
      const signal = AbortSignal.any([options.closed, timeout, ...(given === undefined ? [] : [given])])
      try {
        signal.throwIfAborted()
        const reply = await untilAborted(transport.request({ kind, ...id }, { ...payload, clientToken }, { signal }), signal)
        if (reply.rejected === undefined) return reply.accepted
        const { code: status, message } = reply.rejected
        if (status === 404 && kind === 'get') return undefined
        throw new ShadowError(codeOfStatus(status), message, { status, clientToken })
      } catch (error) {
        if (timeout.aborted && error === timeout.reason) {
          throw new ShadowError('TIMEOUT', `No answer to ${kind} within ${options.timeoutMs} ms.`, { clientToken, cause: error })
        }
        throw error
      }
    },
  }
}

/** Ends with the signal even where the transport does not. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
