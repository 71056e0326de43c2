import { NEVER_SEC } from './limits.ts'
import type { TrafficMeter } from './traffic-meter.ts'

/** A message on its way through the broker. */
export interface Message {
  readonly topic: string
  readonly payload: Uint8Array
  readonly qos: 0 | 1
  readonly retain: boolean
  readonly properties?: MessageProperties | undefined
  /** When it is no longer delivered; absent = never. */
  readonly expiresAtMs?: number | undefined
}

/** What MQTT 5 lets a message carry along. */
export interface MessageProperties {
  readonly payloadFormatIndicator?: boolean
  readonly contentType?: string
  readonly responseTopic?: string
  readonly correlationData?: Uint8Array
  readonly userProperties?: Readonly<Record<string, string | string[]>>
}

/** Where a message came from: a connection, or this process (`clientId` absent). */
export interface MessageSource {
  readonly clientId?: string | undefined
  readonly principal?: string | undefined
  readonly sourceIp?: string | undefined
  /** What log lines call the message; absent = it has no name yet. */
  readonly traceId?: string | undefined
  /** How often it was published anew for a message that came in, so that a circle ends; the broker only hands it on. */
  readonly hops: number
}

export const isExpired = (message: Message, nowMs: number) => message.expiresAtMs !== undefined && message.expiresAtMs <= nowMs

/**
 * When a message with this expiry interval expires, in ms; `undefined` without an interval. 0 counts as 1 s, and more than `maxSec` as
 * `maxSec`.
 *
 * @example expiresAt(0, 60, 3_600)  // 60_000
 */
export const expiresAt = (nowMs: number, intervalSec: number | undefined, maxSec: number) =>
  intervalSec === undefined ? undefined : nowMs + Math.min(Math.max(intervalSec, 1), maxSec) * 1000

/** The message, with an expiry that MQTT can say: at most {@link NEVER_SEC} from now. One that is no number counts as none. */
export function withWritableExpiry(message: Message, nowMs: number): Message {
  const { expiresAtMs } = message
  if (expiresAtMs === undefined) return message
  const latestMs = nowMs + NEVER_SEC * 1000
  if (Number.isNaN(expiresAtMs)) return { ...message, expiresAtMs: undefined }
  return expiresAtMs <= latestMs ? message : { ...message, expiresAtMs: latestMs }
}

/**
 * The metered size of a message: topic, payload and properties.
 *
 * @example messageBytes({ topic: 'menu', payload: Buffer.from('Helles') })  // 10
 */
export const messageBytes = ({ topic, payload, properties }: Pick<Message, 'topic' | 'payload' | 'properties'>): number =>
  Buffer.byteLength(topic) + payload.length + propertyBytes(properties)

/** What MQTT 5 properties add to the size by which a packet is metered: their names and texts, roughly as many bytes as on the line. */
export const propertyBytes = (properties: object | undefined): number =>
  (properties === undefined ? 0 : Buffer.byteLength(JSON.stringify(properties)))

/** Meters a message on its way in; one to be retained counts twice. */
export function meterMessage(meter: TrafficMeter, message: Message): void {
  const bytes = messageBytes(message)
  meter.message(bytes, message.topic, 'in')
  if (message.retain) meter.message(bytes, message.topic, 'retained')
}
