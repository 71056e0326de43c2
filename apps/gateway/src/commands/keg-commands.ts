import { command, reply, type Command, type KegOrder, type Reply } from '@keg/message-schemas/keg'
import type { Broker } from '@keg/mqtt-broker'
import type { ServerClock } from '@keg/uplink'

/** A command on its way through this gateway, and what its keg has said to it. */
export interface SeenCommand {
  readonly kegId: string
  readonly commandId: string
  /** Absent where the message can't be read: the keg is the one to refuse it. */
  readonly order?: Command['order']
  readonly from: 'cloud' | 'here'
  readonly takenAtMs: number
  readonly reply?: Pick<Reply, 'status' | 'statusReason'>
}

export interface KegCommandsParts {
  readonly siteId: string
  readonly broker: Pick<Broker, 'publish' | 'receivers'>
  /** Resolves when what waits for kegs is on the disk. */
  readonly kept: () => Promise<void>
  readonly nowMs: () => number
  readonly newId: () => string
  readonly cloudClock: Pick<ServerClock, 'known' | 'offsetMs'>
}

/** How many commands the status shows. */
const SHOWN = 20

/** Commands for the kegs of a site: they wait on the disk for a keg that is away, until they expire. */
export class KegCommands {
  readonly #parts: KegCommandsParts
  readonly #seen = new Map<string, SeenCommand>()

  constructor(parts: KegCommandsParts) {
    this.#parts = parts
  }

  /** The last ones, newest first. */
  get seen(): readonly SeenCommand[] {
    return [...this.#seen.values()].reverse()
  }

  /** Hands a command to its keg. Resolves when it is on the disk, or with the keg: only then may the cloud forget it. */
  async take(topic: string, payload: Uint8Array, from: SeenCommand['from']): Promise<void> {
    const decoded = command.decode(payload)
    const { broker, kept, nowMs } = this.#parts
    const expiresAtMs = decoded.ok ? this.#hereMs(decoded.value.expiresAtMs) : undefined
    broker.publish({ topic, payload, qos: 1, retain: false, ...(expiresAtMs !== undefined && { expiresAtMs }) })
    await kept()
    const to = command.topic.parse(topic)
    if (to !== undefined) {
      this.#show(topic, {
        kegId: to.kegId, commandId: to.commandId, from, takenAtMs: nowMs(), ...(decoded.ok && { order: decoded.value.order }),
      })
    }
  }

  /**
   * Sends a command of this gateway's own; answers its id once it is on the disk, or nothing where the keg has no session that would get
   * it.
   */
  async send(kegId: string, order: KegOrder, expiresInSec: number): Promise<string | undefined> {
    const { siteId, broker, nowMs, newId, cloudClock } = this.#parts
    const commandId = newId()
    const topic = command.topic.format({ siteId, kegId, commandId })
    if (broker.receivers(topic).length === 0) return undefined
    const issuedAtMs = Math.round(nowMs() + cloudClock.offsetMs)
    await this.take(topic, command.encode({ v: 1, issuedAtMs, expiresAtMs: issuedAtMs + expiresInSec * 1_000, order }), 'here')
    return commandId
  }

  /** What a keg says to a command. */
  replied(topic: string, payload: Uint8Array): void {
    const to = reply.topic.parse(topic)
    const decoded = reply.decode(payload)
    if (to === undefined || !decoded.ok) return
    const key = command.topic.format(to)
    const seen = this.#seen.get(key)
    const { status, statusReason } = decoded.value
    if (seen !== undefined) this.#seen.set(key, { ...seen, reply: { status, ...(statusReason && { statusReason }) } })
  }

  /** The cloud's time as this machine's. While nothing is known of the cloud's clock, the keg alone judges what is too late. */
  #hereMs(cloudMs: number): number | undefined {
    const { known, offsetMs } = this.#parts.cloudClock
    return known ? cloudMs - offsetMs : undefined
  }

  #show(topic: string, seen: SeenCommand): void {
    const before = this.#seen.get(topic)
    const shown = seen.order?.kind === 'cancel' && before !== undefined ? before : seen
    this.#seen.set(topic, { ...shown, ...(before?.reply && { reply: before.reply }) })
    for (const oldest of [...this.#seen.keys()].slice(0, -SHOWN)) this.#seen.delete(oldest)
  }
}
