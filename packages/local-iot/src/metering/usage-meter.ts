import type { TrafficMeter } from '@keg/mqtt-broker'

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
  #messages = 0
  #rulesTriggered = 0
  #actionsExecuted = 0
  #shadowOperations = 0
  #registryOperations = 0

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  connected(connectionId: string): void {
    this.#since.set(connectionId, this.#nowMs())
  }

  disconnected(connectionId: string): void {
    this.#endedMs += this.#nowMs() - (this.#since.get(connectionId) ?? this.#nowMs())
    this.#since.delete(connectionId)
  }

  /** What travels on AWS's own topics is billed by the service behind them. */
  message(bytes: number, topic?: string): void {
    if (topic?.startsWith('$aws/') === true) return
    this.#messages += units(bytes, MESSAGE_UNIT_BYTES)
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
      messages: this.#messages,
      rulesTriggered: this.#rulesTriggered,
      actionsExecuted: this.#actionsExecuted,
      shadowOperations: this.#shadowOperations,
      registryOperations: this.#registryOperations,
    }
  }
}

/** Whole units, at least one. */
const units = (bytes: number, unitBytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes))
