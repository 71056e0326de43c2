import type { greengrasscoreipc } from 'aws-iot-device-sdk-v2'
import { systemClock } from '../adapters/system-clock.ts'
import { createRetry, doublingDelay, type RetryOptions } from '../client/retry.ts'
import { untilAborted } from '../client/until-aborted.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import type { ShadowOperation, ShadowReply, ShadowSubscription, SubscribingTransport } from '../shadow-transport.ts'

type Client = greengrasscoreipc.Client

/** A transport to the shadow manager of a Greengrass core. It owns its connection: close it at the end. */
export interface GreengrassTransport extends SubscribingTransport {
  close(): Promise<void>
}

// The client has no time-out of its own, and one that is not answered would wait for ever.
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Shadows of the core, from a component of it: requests go to the shadow manager, changes come by local topics. A client of the SDK
 * connects once, so the transport is handed how to make one and makes another when the connection is lost. Throws what the first throws.
 * Needs `aws.greengrass.ShadowManager` for Get-, Update- and DeleteThingShadow, and `aws.greengrass.ipc.pubsub` to subscribe.
 *
 * @example
 * import sdk from 'aws-iot-device-sdk-v2'
 *
 * createShadowClient({ thingName: 'keg-1', transport: greengrassTransport(() => sdk.greengrasscoreipc.createClient()) })
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/ipc-local-shadows.html
 */
export function greengrassTransport(createClient: () => Client, options: Partial<RetryOptions> = {}): GreengrassTransport {
  const { clock = systemClock, retryDelayMs = doublingDelay } = options
  const retry = createRetry({ clock, retryDelayMs })
  const listeners = new Set<(connected: boolean) => void>()
  let client = createClient()
  /** Aborted when the client that is connected is no longer: what is under way then would never end. */
  let connection: AbortController | undefined
  let closed = false
  let opening = open()

  async function open(): Promise<void> {
    const mine = client
    const line = new AbortController()
    const cancel = clock.after(CONNECT_TIMEOUT_MS, () => {
      line.abort(new ShadowError('TIMEOUT', 'The core did not answer.'))
      mine.close().catch(() => undefined)
    })
    mine.once('disconnection', () => lost(line))
    try {
      await untilAborted(mine.connect(), line.signal)
      if (closed) return void (await mine.close())
      connection = line
      retry.reset()
      for (const listener of [...listeners]) listener(true)
    } catch {
      again()
    } finally {
      cancel()
    }
  }
  function lost(line: AbortController): void {
    line.abort(new ShadowError('DISCONNECTED', 'The connection to the core was lost.'))
    if (connection !== line) return
    connection = undefined
    for (const listener of [...listeners]) listener(false)
    again()
  }
  function again(): void {
    if (closed) return
    retry.later(() => {
      try {
        client = createClient()
        opening = open()
      } catch {
        again()
      }
    })
  }
  function online(): { readonly client: Client; readonly lost: AbortSignal } {
    if (connection === undefined) throw new ShadowError('DISCONNECTED', 'There is no connection to the core.')
    return { client, lost: connection.signal }
  }

  return {
    async request(operation, payload, { signal }) {
      const line = online()
      const ended = AbortSignal.any([signal, line.lost])
      try {
        return { accepted: await untilAborted(call(line.client, operation, payload), ended) }
      } catch (error) {
        return rejection(error)
      }
    },
    async subscribe(topics, handler) {
      const line = online()
      const subscriptions = await Promise.all(topics.map((topic) => subscribe(line.client, topic, handler, line.lost)))
      return { close: async () => void (await Promise.all(subscriptions.map((it) => it.close()))) }
    },
    onConnection(handler) {
      listeners.add(handler)
      handler(connection !== undefined)
      return () => void listeners.delete(handler)
    },
    async close() {
      closed = true
      retry.cancel()
      // The SDK must not be closed while it connects, and where it failed to, it closes itself.
      await opening
      const open = connection
      connection = undefined
      open?.abort(new ShadowError('CLOSED', 'The transport is closed.'))
      if (open !== undefined) await client.close()
    },
  }
}

// The SDK's own cancelling is not used: while a call is being sent it leaves a rejection that nobody can catch. What is
// given up ends with its answer or with the connection.
async function call(client: Client, { kind, thingName, shadowName }: ShadowOperation, payload: JsonObject): Promise<JsonObject> {
  const id = { thingName, ...(shadowName !== undefined && { shadowName }) }
  if (kind === 'get') return readObject((await client.getThingShadow(id)).payload)
  if (kind === 'update') return readObject((await client.updateThingShadow({ ...id, payload: JSON.stringify(payload) })).payload)
  await client.deleteThingShadow(id)
  return {}
}

async function subscribe(
  client: Client, topic: string, handler: (topic: string, payload: Uint8Array) => void, lost: AbortSignal,
): Promise<ShadowSubscription> {
  const operation = client.subscribeToTopic({ topic, receiveMode: 'RECEIVE_ALL_MESSAGES' as greengrasscoreipc.model.ReceiveMode })
  operation.on('message', ({ binaryMessage, jsonMessage }) => {
    const payload = binaryMessage === undefined
      ? new TextEncoder().encode(JSON.stringify(jsonMessage?.message))
      : bytesOf(binaryMessage.message)
    handler(topic, payload)
  })
  // Its errors come with the client's disconnection, and without a listener they are thrown.
  operation.on('streamError', () => undefined)
  await untilAborted(operation.activate(), lost)
  return { close: () => (lost.aborted ? Promise.resolve() : operation.close()) }
}

const STATUS: Readonly<Record<string, number>> = {
  InvalidArgumentsError: 400,
  UnauthorizedError: 403,
  ResourceNotFoundError: 404,
  ConflictError: 409,
  ServiceError: 500,
}

/** The answer of the service, where the error is one; else throws it. */
function rejection(error: unknown): ShadowReply {
  const answer = isObject(error) ? error['serviceError'] : undefined
  if (!isObject(answer)) throw error
  const { _errorCode: name, message, _message } = answer
  // Nucleus lite sends `_message` alone.
  return { rejected: { code: STATUS[String(name)] ?? 500, message: String(message ?? _message) } }
}

function bytesOf(payload: unknown): Uint8Array {
  if (payload instanceof ArrayBuffer) return new Uint8Array(payload)
  if (ArrayBuffer.isView(payload)) return new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength)
  return new TextEncoder().encode(typeof payload === 'string' ? payload : '')
}

// The shadow manager answers with JSON objects.
const readObject = (payload: unknown) => JSON.parse(new TextDecoder().decode(bytesOf(payload))) as JsonObject
