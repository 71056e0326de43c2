import { serviceError } from './ipc-error.ts'

/** A message between a component and AWS IoT Core. */
export interface CloudMessage {
  readonly topic: string
  readonly payload: Uint8Array
  readonly qos: 0 | 1
  readonly retain?: boolean | undefined
  readonly properties?: MessageProperties | undefined
}

/** What MQTT 5 adds to a message. */
export interface MessageProperties {
  readonly messageExpiryIntervalSeconds?: number | undefined
  readonly responseTopic?: string | undefined
  readonly correlationData?: Uint8Array | undefined
  readonly contentType?: string | undefined
  readonly userProperties?: readonly { readonly key: string; readonly value: string }[] | undefined
}

/** The core device's connection to AWS IoT Core. It comes back by itself. */
export interface CloudLine {
  readonly connected: boolean
  /** Resolves at the acknowledgement; rejects where it is refused, or the connection goes. */
  publish(message: CloudMessage): Promise<void>
  subscribe(filter: string, qos: 0 | 1): Promise<void>
  unsubscribe(filter: string): void
  onMessage(handler: (message: CloudMessage) => void): void
  onConnected(handler: () => void): void
  close(): Promise<void>
}

/** What became of the messages that were taken. */
export interface SpoolCounts {
  readonly taken: number
  readonly sent: number
  /** Given up after too many tries, or for want of room. */
  readonly dropped: number
  /** Answered, and lost: a fault. */
  readonly forgotten: number
  readonly waiting: number
}

export interface SpoolerOptions {
  readonly line: CloudLine
  /** Default 2.5 MB, as a nucleus has it. */
  readonly maxBytes?: number
  /** Asked of each message once it was answered: whether the spool is lost now, and that message with it. Default never. */
  readonly forgets?: () => boolean
}

interface Waiting {
  readonly message: CloudMessage
  tries: number
}

const MAX_BYTES = 2_621_440
const MAX_TRIES = 100
const MAX_IN_FLIGHT = 5

/**
 * What the nucleus does with messages to AWS IoT Core: kept in memory, answered at once, sent when there is a connection, dropped after 100
 * tries. Whatever is in it when the nucleus ends is lost.
 *
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/greengrass-nucleus-component.html
 */
export class Spooler {
  readonly #options: SpoolerOptions
  #queue: Waiting[] = []
  #bytes = 0
  #inFlight = 0
  readonly #counts = { taken: 0, sent: 0, dropped: 0, forgotten: 0 }

  constructor(options: SpoolerOptions) {
    this.#options = options
    options.line.onConnected(() => this.#pump())
  }

  get counts(): SpoolCounts {
    return { ...this.#counts, waiting: this.#queue.length + this.#inFlight }
  }

  /** Takes a message in. Throws a `ServiceError` where there is no room for it. */
  keep(message: CloudMessage): void {
    const { maxBytes = MAX_BYTES, line } = this.#options
    if (message.qos === 0 && !line.connected) throw serviceError('Device is offline. Dropping QoS 0 message.')
    if (message.payload.length > maxBytes) throw serviceError('Message is larger than the size of message spool.')
    this.#makeRoom(maxBytes - message.payload.length)
    if (this.#bytes + message.payload.length > maxBytes) throw serviceError('Message spool is full. Message could not be added.')
    this.#bytes += message.payload.length
    this.#queue.push({ message, tries: 0 })
    this.#counts.taken += 1
  }

  /** Goes on with what is kept: after it was answered. */
  answered(): void {
    if (this.#options.forgets?.()) this.forget()
    this.#pump()
  }

  /** Loses what is in it. */
  forget(): void {
    this.#counts.forgotten += this.#queue.length
    for (const waiting of this.#queue.splice(0)) this.#bytes -= waiting.message.payload.length
  }

  /** Drops the oldest messages of QoS 0: those of QoS 1 stay, and what is new is refused. */
  #makeRoom(bytes: number): void {
    for (const waiting of this.#queue.filter(({ message }) => message.qos === 0)) {
      if (this.#bytes <= bytes) return
      this.#queue.splice(this.#queue.indexOf(waiting), 1)
      this.#bytes -= waiting.message.payload.length
      this.#counts.dropped += 1
    }
  }

  #pump(): void {
    while (this.#options.line.connected && this.#inFlight < MAX_IN_FLIGHT) {
      const waiting = this.#queue.shift()
      if (waiting === undefined) return
      this.#inFlight += 1
      void this.#send(waiting)
    }
  }

  async #send(waiting: Waiting): Promise<void> {
    const { message } = waiting
    waiting.tries += 1
    const sent = await this.#options.line.publish(message).then(() => true, () => false)
    this.#inFlight -= 1
    if (sent) this.#counts.sent += 1
    else if (waiting.tries >= MAX_TRIES) this.#counts.dropped += 1
    else {
      this.#queue.unshift(waiting)
      return this.#pump()
    }
    this.#bytes -= message.payload.length
    this.#pump()
  }
}
