import mqttPacket, { type IConnectPacket, type Packet } from 'mqtt-packet'
import { MAX_CONNECT_BYTES, MAX_PACKET_BYTES } from './limits.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'

/** Takes bytes, gives packets: MQTT framing with the size checked as soon as the length is known. */
export class PacketReader {
  readonly #parser = mqttPacket.parser()
  readonly #onPacket: (packet: Packet) => void
  #connected = false
  #failed = false

  constructor(onPacket: (packet: Packet) => void) {
    this.#onPacket = onPacket
    this.#parser.on('packet', (packet: Packet) => this.#receive(packet))
    this.#parser.on('error', (error: Error) => {
      this.#failed = true
      throw new ClientFault(ReasonCode.malformedPacket, error.message)
    })
  }

  /** Throws {@link ClientFault} for bytes that are no MQTT, and for a packet over the limit before it is buffered. */
  read(chunk: Buffer): void {
    if (this.#failed) return
    this.#parser.parse(chunk)
    this.#checkLength(pending(this.#parser).length)
  }

  #receive(packet: Packet): void {
    this.#checkLength(packet.length ?? 0)
    if (packet.cmd === 'connect') this.#connected = true
    this.#onPacket(packet)
    if (packet.cmd === 'connect') forget(this.#parser, packet)
  }

  #checkLength(length: number): void {
    const limit = this.#connected ? MAX_PACKET_BYTES : MAX_CONNECT_BYTES
    if (length <= limit) return
    this.#failed = true
    throw new ClientFault(ReasonCode.quotaExceeded, `A packet of ${length} bytes; at most ${limit} are taken.`)
  }
}

// mqtt-packet's parser keeps these on itself; its types leave them out.
interface ParserInternals {
  packet: { length: number }
  settings: Partial<IConnectPacket>
}
const internals = (parser: unknown) => parser as ParserInternals
const pending = (parser: unknown) => internals(parser).packet

/** The parser needs the protocol version for what follows; it would hold password and will as long as the connection. */
function forget(parser: unknown, { protocolVersion }: IConnectPacket): void {
  internals(parser).settings = protocolVersion === undefined ? {} : { protocolVersion }
}
