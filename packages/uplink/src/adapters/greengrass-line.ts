import deviceSdk from 'aws-iot-device-sdk-v2'
import type { Line, LineState, PublishOptions } from '../line.ts'
import { createSubscriptions } from '../subscriptions.ts'
import { UplinkError } from '../uplink-error.ts'
import { GreengrassIpc, type GreengrassIpcOptions, type IpcClient } from './greengrass-ipc.ts'

export { greengrassComponent, type GreengrassComponent } from './greengrass-component.ts'
export type { GreengrassIpcOptions } from './greengrass-ipc.ts'

const { QOS } = deviceSdk.greengrasscoreipc.model

/** What {@link greengrassLine} takes. */
export interface GreengrassLineOptions extends GreengrassIpcOptions {
  /** Told of a subscription that was refused or has ended, and of a handler that rejected. */
  readonly onProblem?: (filter: string, error: unknown) => void
  /** How long one subscription may take, in milliseconds: the nucleus answers when the cloud did. 60,000 by default. */
  readonly subscribeTimeoutMs?: number
  /** How long to wait before a subscription is asked for again that the nucleus could not make, in milliseconds; 5,000 by default. */
  readonly resubscribeDelayMs?: number
}

/** A line to AWS IoT Core through the nucleus. */
export interface GreengrassLine extends Line {
  /** Gives the connection to the nucleus up as stalled and makes a new one; nothing where there is none. */
  reconnect(reason: string): void
  /** Ends a subscription. */
  unsubscribe(filter: string): void
}

type Subscription = ReturnType<IpcClient['subscribeToIoTCore']>

/** How long a new connection waits for its subscriptions before it counts as one: an answer to what is published then is heard. */
const SUBSCRIBED_WITHIN_MS = 2_000
/** A stream ends just before its connection does. */
const CONNECTION_ENDS_WITHIN_MS = 100

/**
 * A line to AWS IoT Core through a Greengrass nucleus, over the `greengrasscoreipc` client of `aws-iot-device-sdk-v2`. `connected` means:
 * to the nucleus. **`publish` resolves when the nucleus has spooled the message**, and not when the cloud has it: the nucleus keeps its
 * spool in memory, 2.5 MB by default, drops what is over, and what the cloud refused 100 times; what is in it when the nucleus ends is
 * lost. A message is acknowledged to the nucleus before its handler has taken it.
 *
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/ipc-iot-core-mqtt.html
 */
export function greengrassLine(
  { onProblem = () => undefined, subscribeTimeoutMs = 60_000, resubscribeDelayMs = 5_000, ...options }: GreengrassLineOptions,
): GreengrassLine {
  const ipc = new GreengrassIpc(options)
  const streams = new Map<string, Subscription>()
  const handlers: ((state: LineState, reason: string) => void)[] = []
  const retries = new Set<NodeJS.Timeout>()
  let asking: Promise<void>[] = []
  let state: LineState = 'disconnected'

  const later = (delayMs: number, run: () => void) => {
    const timer = setTimeout(() => {
      retries.delete(timer)
      run()
    }, delayMs)
    retries.add(timer)
  }
  const subscriptions = createSubscriptions({
    subscribe(filter) {
      const asked = ask(filter)
      asking.push(asked.catch(() => undefined))
      return asked
    },
    unsubscribe: async (filter) => void (await streams.get(filter)?.close()),
    onProblem,
  })
  /** Asks until the nucleus has an answer for good: it has none while the cloud is away. */
  async function ask(filter: string): Promise<void> {
    const { client } = ipc
    try {
      await ipc.call({ operation: 'SubscribeToIoTCore', resource: filter, patienceMs: subscribeTimeoutMs }, (client) =>
        listen(client, filter))
    } catch (error) {
      if (!(error instanceof UplinkError) || error.code !== 'UNAVAILABLE') throw error
      onProblem(filter, error)
      await new Promise<void>((resolve) => later(resubscribeDelayMs, resolve))
      // A new connection has asked for it by itself.
      if (ipc.client !== client) throw new UplinkError('DISCONNECTED', 'The connection to the nucleus was lost.', { topic: filter })
      return ask(filter)
    }
  }
  async function listen(client: IpcClient, filter: string): Promise<void> {
    const stream = client.subscribeToIoTCore({ topicName: filter, qos: QOS.AT_LEAST_ONCE })
    let active = false
    // Before it is activated: an event without a listener is gone.
    stream.on('message', ({ message }) => message && deliver(message.topicName, bytesOf(message.payload)))
    stream.on('ended', () => {
      if (active && streams.get(filter) === stream) {
        later(CONNECTION_ENDS_WITHIN_MS, () =>
          ipc.client === client && streams.get(filter) === stream && ipc.reconnect(`the nucleus ended the subscription to ${filter}`))
      }
    })
    streams.set(filter, stream)
    await stream.activate()
    active = true
  }
  function deliver(topic: string, payload: Uint8Array): void {
    subscriptions.deliver(topic, payload)?.catch((error: unknown) => onProblem(topic, error))
  }
  function tell(now: LineState, reason: string): void {
    state = now
    for (const handler of handlers) handler(now, reason)
  }
  async function connected(reason: string): Promise<void> {
    const { client } = ipc
    asking = []
    subscriptions.connected(false)
    await Promise.race([Promise.all(asking), new Promise<void>((resolve) => later(SUBSCRIBED_WITHIN_MS, resolve))])
    if (client !== undefined && ipc.client === client) tell('connected', reason)
  }
  ipc.onState((now, reason) => {
    if (now === 'connected') return void connected(reason)
    subscriptions.disconnected()
    streams.clear()
    tell(now, reason)
  })

  async function publish(
    topicName: string, payload: Uint8Array, qos: 0 | 1, { expirySec, responseTopic, retain }: PublishOptions = {},
  ): Promise<void> {
    const request = {
      topicName, payload, qos: qos === 1 ? QOS.AT_LEAST_ONCE : QOS.AT_MOST_ONCE,
      ...(expirySec === undefined ? {} : { messageExpiryIntervalSeconds: expirySec }),
      ...(responseTopic === undefined ? {} : { responseTopic }),
      ...(retain === undefined ? {} : { retain }),
    }
    await ipc.call({ operation: 'PublishToIoTCore', resource: topicName }, (client) => client.publishToIoTCore(request))
  }

  return {
    get state() {
      return state
    },
    publish,
    subscribe: (filter, handler) => subscriptions.add(filter, handler),
    unsubscribe: (filter) => subscriptions.remove(filter),
    reconnect: (reason) => ipc.reconnect(reason),
    onState: (handler) => void handlers.push(handler),
    start: () => ipc.start(),
    async close() {
      for (const timer of retries) clearTimeout(timer)
      state = 'disconnected'
      await ipc.close()
      subscriptions.close(new UplinkError('CLOSED', 'The line to the nucleus is closed.'))
    },
  }
}

/** What is received is a Buffer; the type says what could be sent. */
function bytesOf(payload: unknown): Uint8Array {
  if (payload instanceof ArrayBuffer) return new Uint8Array(payload)
  if (ArrayBuffer.isView(payload)) return new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength)
  return new TextEncoder().encode(typeof payload === 'string' ? payload : '')
}
