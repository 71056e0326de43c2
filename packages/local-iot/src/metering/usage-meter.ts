import type { TrafficKind, TrafficMeter } from '@keg/mqtt-broker'

/** What AWS would bill for, counted since the start, in AWS's units. */
export interface Usage {
  /** Minutes that devices and pages were connected, each connection by itself. */
  readonly connectionMinutes: number
  /** Units of 5 KB, begun ones whole: CONNECT, SUBSCRIBE, messages in, messages out, and each PUBACK that a client sends. */
  readonly messages: number
  /** Rules that a message was given to, whatever WHERE said, in units of 5 KB. */
  readonly rulesTriggered: number
  /** Actions that were run, error actions too, in units of 5 KB. */
  readonly actionsExecuted: number
  /** Reads and writes of shadows, in units of 1 KB. */
  readonly shadowOperations: number
  /** Operations on things, in units of 1 KB. */
  readonly registryOperations: number
}

/** Why a unit of messages was billed: the broker's traffic, or an answer of the data plane over HTTPS. */
export type MessageCause = TrafficKind | 'answer'

/** What was used, for how long, and which messages it was. */
export interface MeterReading extends Usage {
  /** How long the meter has been running, in seconds. */
  readonly seconds: number
  /** The units of `messages`, by what they were. */
  readonly messagesBy: Readonly<Record<MessageCause, number>>
}

const MESSAGE_UNIT_BYTES = 5 * 1024
const DOCUMENT_UNIT_BYTES = 1024
const MS_PER_MINUTE = 60_000

/**
 * Meters a core as AWS does. PINGREQ, DISCONNECT and what the broker answers are free.
 *
 * @see https://aws.amazon.com/iot-core/pricing/
 */
export class UsageMeter implements TrafficMeter {
  readonly #nowMs: () => number
  readonly #since = new Map<string, number>()
  #endedMs = 0
  readonly #startedAtMs: number
  readonly #messages: Record<MessageCause, number> = {
    connect: 0, subscribe: 0, puback: 0, in: 0, retained: 0, stored: 0, out: 0, answer: 0,
  }
  #rulesTriggered = 0
  #actionsExecuted = 0
  #shadowOperations = 0
  #registryOperations = 0

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
    this.#startedAtMs = nowMs()
  }

  connected(connectionId: string): void {
    this.#since.set(connectionId, this.#nowMs())
  }

  disconnected(connectionId: string): void {
    this.#endedMs += this.#nowMs() - (this.#since.get(connectionId) ?? this.#nowMs())
    this.#since.delete(connectionId)
  }

  /** What travels on AWS's own topics is billed by the service behind them. */
  message(bytes: number, topic: string | undefined, cause: MessageCause): void {
    if (topic?.startsWith('$aws/') === true) return
    this.#messages[cause] += units(bytes, MESSAGE_UNIT_BYTES)
  }

  /** An answer over HTTPS; one without a body is free. */
  answer(bytes: number): void {
    if (bytes > 0) this.message(bytes, undefined, 'answer')
  }

  rulesTriggered(rules: number, bytes: number): void {
    this.#rulesTriggered += rules * units(bytes, MESSAGE_UNIT_BYTES)
  }

  actionExecuted(bytes: number): void {
    this.#actionsExecuted += units(bytes, MESSAGE_UNIT_BYTES)
  }

  shadowOperation(bytes: number): void {
    this.#shadowOperations += units(bytes, DOCUMENT_UNIT_BYTES)
  }

  registryOperation(bytes: number): void {
    this.#registryOperations += units(bytes, DOCUMENT_UNIT_BYTES)
  }

  /** What was used until now; connections that are open count up to now. */
  usage(): Usage {
    const nowMs = this.#nowMs()
    const openMs = [...this.#since.values()].reduce((sum, sinceMs) => sum + nowMs - sinceMs, 0)
    return {
      connectionMinutes: (this.#endedMs + openMs) / MS_PER_MINUTE,
      messages: Object.values(this.#messages).reduce((sum, count) => sum + count, 0),
      rulesTriggered: this.#rulesTriggered,
      actionsExecuted: this.#actionsExecuted,
      shadowOperations: this.#shadowOperations,
      registryOperations: this.#registryOperations,
    }
  }

  /** The same, with what the messages were. */
  reading(): MeterReading {
    return { ...this.usage(), seconds: (this.#nowMs() - this.#startedAtMs) / 1_000, messagesBy: { ...this.#messages } }
  }
}

/** Whole units, at least one. */
const units = (bytes: number, unitBytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes))
