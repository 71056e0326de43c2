import type { Packet } from 'mqtt-packet'
import type { BrokerLimits } from './limits.ts'
import { decodePacket } from './packet-decoder.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'

const MAX_LENGTH_BYTES = 4

/** Takes bytes, gives packets: MQTT framing with the size checked as soon as the length is known. */
export class PacketReader {
  readonly #onPacket: (packet: Packet) => void
  readonly #limits: Pick<BrokerLimits, 'maxConnectBytes' | 'maxPacketBytes'>
  /** The beginning of a packet whose end has not come: the first bytes of a buffer with room for more. */
  #begun: Buffer | undefined
  #begunBytes = 0
  /** Of the CONNECT, once it has come. */
  #protocolVersion: number | undefined
  #failed = false

  constructor(onPacket: (packet: Packet) => void, limits: Pick<BrokerLimits, 'maxConnectBytes' | 'maxPacketBytes'>) {
    this.#onPacket = onPacket
    this.#limits = limits
  }

  /** Throws {@link ClientFault} for bytes that are no MQTT, and for a packet over the limit before it is buffered. */
  read(chunk: Buffer): void {
    if (this.#failed) return
    try {
      const bytes = this.#begun === undefined ? chunk : this.#joined(this.#begun, chunk)
      const at = this.#readPackets(bytes)
      if (at === bytes.length) this.#begun = undefined
      else if (at > 0 || bytes === chunk) this.#keep(bytes.subarray(at))
    } catch (error) {
      this.#failed = true
      this.#begun = undefined
      throw error
    }
  }

  /** Reads the packets that are whole; answers where the first that is not begins. */
  #readPackets(bytes: Buffer): number {
    let at = 0
    while (at < bytes.length) {
      let body = at + 1
      let length = 0
      let digit: number | undefined
      do {
        if (body > at + MAX_LENGTH_BYTES) throw new ClientFault(ReasonCode.malformedPacket, 'Invalid variable byte integer')
        digit = bytes[body]
        if (digit === undefined) return at
        length += (digit & 0x7f) * 0x80 ** (body - at - 1)
        body++
      } while (digit >= 0x80)
      this.#checkLength(length)
      const end = body + length
      if (end > bytes.length) return at
      this.#give(decodePacket({ bytes, start: at, body, end }, this.#protocolVersion ?? 4))
      at = end
    }
    return at
  }

  #give(packet: Packet): void {
    if (packet.cmd === 'connect') this.#protocolVersion ??= packet.protocolVersion
    this.#onPacket(packet)
  }

  #checkLength(length: number): void {
    const limit = this.#protocolVersion === undefined ? this.#limits.maxConnectBytes : this.#limits.maxPacketBytes
    if (length > limit) throw new ClientFault(ReasonCode.quotaExceeded, `A packet of ${length} bytes; at most ${limit} are taken.`)
  }

  /** A copy, so that a few bytes don't hold all that came with them. */
  #keep(rest: Buffer): void {
    this.#begun = Buffer.from(rest)
    this.#begunBytes = rest.length
  }

  /** What was kept with the chunk behind it; room grows by doubling, so that single bytes don't cost a copy of all before them each. */
  #joined(begun: Buffer, chunk: Buffer): Buffer {
    const length = this.#begunBytes + chunk.length
    let buffer = begun
    if (length > begun.length) {
      buffer = Buffer.allocUnsafe(Math.max(length, 2 * begun.length))
      begun.copy(buffer, 0, 0, this.#begunBytes)
    }
    chunk.copy(buffer, this.#begunBytes)
    this.#begun = buffer
    this.#begunBytes = length
    return buffer.subarray(0, length)
  }
}
