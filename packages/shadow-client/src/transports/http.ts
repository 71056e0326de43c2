import {
  DeleteThingShadowCommand, GetThingShadowCommand, type IoTDataPlaneClient, UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import type { JsonObject } from '../document/json.ts'
import { isObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { ShadowOperation, ShadowTransport } from '../shadow-transport.ts'

export interface HttpTransportOptions {
  /** Reads an answer; `readJson` of `/document` keeps numbers that a double would change. Default JSON.parse. */
  readonly parse?: (text: string) => unknown
}

/**
 * Shadows over the HTTPS data plane, with a client of @aws-sdk/client-iot-data-plane. Nothing can be subscribed to: its shadow clients
 * have no `onDesired` and no `watch`, and `waitUntilReported` asks again and again. The SDK retries by itself; where an update has
 * a version, set `maxAttempts: 1`, or an answer that was lost becomes a conflict.
 *
 * @example
 * import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
 *
 * createShadowClient({ thingName: 'keg-1', transport: httpTransport(new IoTDataPlaneClient({})) })
 */
export function httpTransport(client: IoTDataPlaneClient, { parse = JSON.parse }: HttpTransportOptions = {}): ShadowTransport {
  return {
    async request(operation, payload, { signal }) {
      try {
        const answer = await send(client, operation, payload, signal)
        // The service answers shadow requests with JSON objects.
        return { accepted: parse(new TextDecoder().decode(answer.payload)) as JsonObject }
      } catch (error) {
        if (signal.aborted) throw signal.reason
        const code = statusOf(error)
        if (code === undefined) throw new ShadowError('DISCONNECTED', `No answer to ${operation.kind}.`, { cause: error })
        return { rejected: { code, message: error instanceof Error ? error.message : String(error) } }
      }
    },
  }
}

function send(client: IoTDataPlaneClient, { kind, thingName, shadowName }: ShadowOperation, payload: JsonObject, abortSignal: AbortSignal) {
  const id = { thingName, shadowName }
  if (kind === 'get') return client.send(new GetThingShadowCommand(id), { abortSignal })
  if (kind === 'delete') return client.send(new DeleteThingShadowCommand(id), { abortSignal })
  return client.send(new UpdateThingShadowCommand({ ...id, payload: new TextEncoder().encode(JSON.stringify(payload)) }), { abortSignal })
}

/** The status that the service rejected with; `undefined` when there was no answer. */
function statusOf(error: unknown): number | undefined {
  if (!isObject(error) || !isObject(error['$metadata'])) return undefined
  const { httpStatusCode } = error['$metadata']
  return typeof httpStatusCode === 'number' ? httpStatusCode : undefined
}
