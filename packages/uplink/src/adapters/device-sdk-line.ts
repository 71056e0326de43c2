import deviceSdk from 'aws-iot-device-sdk-v2'
import type { mqtt5 } from 'aws-iot-device-sdk-v2'
import { createAcknowledgements } from '../acknowledgements.ts'
import type { Line, LineState, PublishOptions } from '../line.ts'
import { createStallWatch, type StallClock } from '../stall-watch.ts'
import { createSubscriptions } from '../subscriptions.ts'
import { UplinkError } from '../uplink-error.ts'
import { publishFailure } from './publish-failure.ts'
import { createSdkClient, type SdkClientOptions } from './sdk-client.ts'

export type { CertificateIdentity, SdkClientOptions, SignedIdentity } from './sdk-client.ts'

const { mqtt5: sdk } = deviceSdk

/** What {@link deviceSdkLine} takes. */
export interface DeviceSdkLineOptions extends SdkClientOptions {
  /** How long something may wait for its acknowledgement while none comes, in seconds, before the line counts as stalled; 30 by default. */
  readonly stallSec?: number
  /** How long `close` waits for a connection that does not end, in milliseconds; 5,000 by default. */
  readonly closeTimeoutMs?: number
  /** Told of a subscription that the broker refused or that could not be ended, and of a handler that rejected. */
  readonly onProblem?: (filter: string, error: unknown) => void
}

/** A line over the device SDK. */
export interface DeviceSdkLine extends Line {
  /** The SDK's own client, for what speaks to it directly: shadows, jobs. It stays the same across all connections. */
  readonly client: mqtt5.Mqtt5Client
  /** Gives the connection up as stalled and makes a new one, for a reason that the state tells; nothing where there is none. */
  reconnect(reason: string): void
  /** Ends a subscription, at once or at the next connection. */
  unsubscribe(filter: string): void
}

const FIRST_FAILURE = 0x80
const systemClock: StallClock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

/**
 * A line to a broker over `aws-iot-device-sdk-v2`: MQTT 5, a session that lasts, the SDK's own backoff. `publish` rejects when the
 * connection is lost; the SDK may still send such a message again, where the broker kept the session, so a receiver must know it by an id.
 */
export function deviceSdkLine(options: DeviceSdkLineOptions): DeviceSdkLine {
  const { stallSec = 30, closeTimeoutMs = 5_000, onProblem = () => undefined } = options
  // Beyond the stall watch, which is not about one message but about all: one that alone is never acknowledged ends, too.
  const client = createSdkClient(options, Math.ceil(stallSec * 2))
  const handlers: ((state: LineState, reason: string) => void)[] = []
  let state: LineState = 'disconnected'
  let started = false
  let closing: Promise<void> | undefined
  const answers = createAcknowledgements(createStallWatch({
    stallMs: stallSec * 1_000, clock: systemClock, onStall: () => reconnect(`nothing was acknowledged for ${stallSec} s`),
  }))
  const subscriptions = createSubscriptions({
    subscribe: (filter) => answers.until(subscribe(client, filter), true),
    unsubscribe: async (filter) => void (await answers.until(client.unsubscribe({ topicFilters: [filter] }), true)),
    onProblem,
  })

  client.on('connectionSuccess', ({ connack }) => {
    tell('connected', 'connected')
    subscriptions.connected(connack.sessionPresent)
  })
  client.on('connectionFailure', ({ error, connack }) => lost('disconnected', connack?.reasonString ?? String(error)))
  client.on('disconnection', ({ error, disconnect }) => {
    // Ended by us because it stalled, and said so already.
    if (state !== 'stalled') lost('disconnected', disconnect?.reasonString ?? String(error))
  })
  client.on('messageReceived', ({ message, acknowledgementControl }) => {
    const later = subscriptions.deliver(message.topicName, bytesOf(message.payload))
    const acknowledgement = later && acknowledgementControl?.acquireHandle()
    // What is not taken is not acknowledged: the broker sends it again with the session.
    later?.then(() => acknowledgement?.invokeAcknowledgement(), (error: unknown) => onProblem(message.topicName, error))
  })
  // Without a listener an error event is thrown.
  client.on('error', () => undefined)

  function tell(now: LineState, reason: string): void {
    state = now
    for (const handler of handlers) handler(now, reason)
  }
  function lost(now: LineState, reason: string): void {
    const error = new UplinkError(
      now === 'stalled' ? 'STALLED' : 'DISCONNECTED', `The line to ${options.host} was lost before the broker acknowledged: ${reason}`,
    )
    state = now
    subscriptions.disconnected()
    answers.failAll(error)
    tell(now, reason)
  }
  function reconnect(reason: string): void {
    if (state !== 'connected') return
    lost('stalled', `${reason}; connecting anew`)
    // Without a DISCONNECT packet: who does not read would not take that one either. A start that does not wait for the stop undoes it.
    void stopped(client, closeTimeoutMs).then(() => closing ?? client.start())
  }

  async function publish(topic: string, payload: Uint8Array, qos: 0 | 1, given?: PublishOptions): Promise<void> {
    if (closing !== undefined) throw new UplinkError('CLOSED', `The line to ${options.host} is closed.`)
    if (state !== 'connected') throw new UplinkError('DISCONNECTED', `There is no connection to ${options.host}.`)
    await answers.until(send(client, topic, payload, qos, given), qos === 1)
  }
  async function end(): Promise<void> {
    const closed = new UplinkError('CLOSED', `The line to ${options.host} is closed.`)
    if (started) await stopped(client, closeTimeoutMs, { reasonCode: sdk.DisconnectReasonCode.NormalDisconnection })
    state = 'disconnected'
    answers.failAll(closed)
    subscriptions.close(closed)
    client.close()
  }

  return {
    client,
    get state() {
      return state
    },
    publish,
    subscribe: (filter, handler) => subscriptions.add(filter, handler),
    unsubscribe: (filter) => subscriptions.remove(filter),
    reconnect,
    onState: (handler) => void handlers.push(handler),
    start() {
      if (closing !== undefined) return
      started = true
      client.start()
    },
    close: () => (closing ??= end()),
  }
}

type Send = [topicName: string, payload: Uint8Array, qos: 0 | 1, options?: PublishOptions]

async function send(client: mqtt5.Mqtt5Client, ...[topicName, payload, qos, options = {}]: Send): Promise<void> {
  const { expirySec, responseTopic, retain } = options
  const answer = await client.publish({
    topicName,
    payload,
    qos: qos === 1 ? sdk.QoS.AtLeastOnce : sdk.QoS.AtMostOnce,
    ...(expirySec !== undefined && { messageExpiryIntervalSeconds: expirySec }),
    ...(responseTopic !== undefined && { responseTopic }),
    ...(retain !== undefined && { retain }),
  }).catch((error: unknown) => {
    throw publishFailure(topicName, error)
  })
  // A PUBACK from 0x80 up is a refusal (MQTT 5, 3.4.2.1); QoS 0 has no answer.
  if (answer && answer.reasonCode >= FIRST_FAILURE) throw refused(topicName, answer.reasonCode, answer.reasonString)
}

async function subscribe(client: mqtt5.Mqtt5Client, topicFilter: string): Promise<void> {
  const { reasonCodes, reasonString } = await client.subscribe({ subscriptions: [{ topicFilter, qos: sdk.QoS.AtLeastOnce }] })
  const code = reasonCodes[0]
  if (code !== undefined && code >= FIRST_FAILURE) throw refused(topicFilter, code, reasonString)
}

const refused = (topic: string, reasonCode: number, why: string | undefined) =>
  new UplinkError('REFUSED', `the broker refused ${topic}: ${why ?? `reason code ${reasonCode}`}; does the policy allow it?`, {
    topic, reasonCode,
  })

/** Resolves when the client has stopped, or after `timeoutMs`: it may wait for a broker that does not read. */
function stopped(client: mqtt5.Mqtt5Client, timeoutMs: number, goodbye?: mqtt5.DisconnectPacket): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      client.removeListener('stopped', end)
      resolve()
    }
    const timer = setTimeout(end, timeoutMs)
    client.on('stopped', end)
    client.stop(goodbye)
  })
}

/** What is received is an ArrayBuffer; the type says what could be sent. */
function bytesOf(payload: unknown): Uint8Array {
  if (payload instanceof ArrayBuffer) return new Uint8Array(payload)
  if (ArrayBuffer.isView(payload)) return new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength)
  return new TextEncoder().encode(typeof payload === 'string' ? payload : '')
}
