/** Codes of a WebSocket's close frame: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
export const CloseCode = { normal: 1000, protocolError: 1002, unsupportedData: 1003, tooBig: 1009 } as const
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode]

/** What a client sent that no WebSocket may, or that is more than is taken. */
export class FrameFault extends Error {
  override readonly name = 'FrameFault'
  readonly code: CloseCode
  constructor(code: CloseCode, message: string) {
    super(message)
    this.code = code
  }
}

const CONTINUATION = 0
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
const MAX_CONTROL_BYTES = 125

/** Told what a reader finds. */
export interface FrameHandlers {
  /** Bytes of binary messages, as they come: MQTT packets need not end where frames or messages do. [MQTT-6.0.0-2] */
  data(bytes: Buffer): void
  ping(payload: Buffer): void
  close(): void
}

/** Reads the frames of a client, unmasking its data in place. Throws {@link FrameFault}. */
export class FrameReader {
  readonly #handlers: FrameHandlers
  readonly #maxMessageBytes: number
  /** The beginning of a frame's header, or of a control frame, whose end has not come. */
  #begun: Buffer | undefined
  /** Of the data frame under way: bytes that have not come, its mask, and where in the mask they go on. */
  #left = 0
  readonly #mask = new Uint8Array(4)
  #maskAt = 0
  /** Bytes of the message under way, whose last frame has not come; `undefined` between messages. */
  #messageBytes: number | undefined

  constructor(handlers: FrameHandlers, maxMessageBytes: number) {
    this.#handlers = handlers
    this.#maxMessageBytes = maxMessageBytes
  }

  read(chunk: Buffer): void {
    let bytes = chunk
    if (this.#begun !== undefined) {
      bytes = Buffer.concat([this.#begun, chunk])
      this.#begun = undefined
    }
    let at = 0
    // The data of all frames in the chunk is moved together, to be handed on as one.
    let dataStart = 0
    let dataEnd = 0
    const flush = () => {
      if (dataEnd > dataStart) this.#handlers.data(bytes.subarray(dataStart, dataEnd))
      dataStart = dataEnd
    }
    for (;;) {
      if (this.#left > 0) {
        if (dataEnd === dataStart) dataStart = dataEnd = at
        const count = Math.min(this.#left, bytes.length - at)
        this.#unmask(bytes, at, count, dataEnd)
        dataEnd += count
        at += count
        this.#left -= count
      }
      if (at >= bytes.length) break
      const next = this.#header(bytes, at, flush)
      if (next === undefined) {
        this.#begun = Buffer.from(bytes.subarray(at))
        break
      }
      at = next
    }
    flush()
  }

  /** Takes a frame's header, and all of a control frame; answers where it ends, `undefined` where not all of it is there. */
  #header(bytes: Buffer, at: number, flush: () => void): number | undefined {
    const first = bytes[at] ?? 0
    const second = bytes[at + 1]
    if ((first & 0x70) !== 0) throw new FrameFault(CloseCode.protocolError, 'A frame has bits of extensions that were not agreed on.')
    if (second === undefined) return undefined
    if ((second & 0x80) === 0) throw new FrameFault(CloseCode.protocolError, 'A frame of a client is not masked.')
    const opcode = first & 0x0f
    const isLast = (first & 0x80) !== 0
    const short = second & 0x7f
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0
    const maskAt = at + 2 + lengthBytes
    if (maskAt + 4 > bytes.length) return undefined
    const length = lengthBytes === 0 ? short
      : lengthBytes === 2 ? bytes.readUInt16BE(at + 2)
      : bytes.readUInt32BE(at + 2) * 0x1_0000_0000 + bytes.readUInt32BE(at + 6)
    if (opcode >= CLOSE) return this.#control(bytes, opcode, isLast, maskAt, length, flush)
    this.#beginData(opcode, isLast, length)
    for (let index = 0; index < 4; index++) this.#mask[index] = bytes[maskAt + index] ?? 0
    return maskAt + 4
  }

  #beginData(opcode: number, isLast: boolean, length: number): void {
    const isContinuation = opcode === CONTINUATION
    // [MQTT-6.0.0-1]
    if (!isContinuation && opcode !== BINARY) throw new FrameFault(CloseCode.unsupportedData, 'MQTT is carried by binary frames alone.')
    if (isContinuation !== (this.#messageBytes !== undefined))
      throw new FrameFault(CloseCode.protocolError, 'A message begins before the one under way has ended, or goes on without a beginning.')
    const messageBytes = (this.#messageBytes ?? 0) + length
    if (messageBytes > this.#maxMessageBytes)
      throw new FrameFault(CloseCode.tooBig, `A message of more than ${this.#maxMessageBytes} bytes.`)
    this.#messageBytes = isLast ? undefined : messageBytes
    this.#left = length
    this.#maskAt = 0
  }

  #control(bytes: Buffer, opcode: number, isLast: boolean, maskAt: number, length: number, flush: () => void): number | undefined {
    if (opcode > PONG || !isLast || length > MAX_CONTROL_BYTES)
      throw new FrameFault(CloseCode.protocolError, 'A control frame is unknown, in pieces, or too long.')
    const start = maskAt + 4
    if (start + length > bytes.length) return undefined
    flush()
    const payload = Buffer.from(bytes.subarray(start, start + length))
    for (let index = 0; index < length; index++) payload[index] = (payload[index] ?? 0) ^ (bytes[maskAt + (index & 3)] ?? 0)
    if (opcode === PING) this.#handlers.ping(payload)
    else if (opcode === CLOSE) this.#handlers.close()
    return start + length
  }

  #unmask(bytes: Buffer, from: number, count: number, to: number): void {
    const mask = this.#mask
    const shift = this.#maskAt
    for (let index = 0; index < count; index++) bytes[to + index] = (bytes[from + index] ?? 0) ^ (mask[(shift + index) & 3] ?? 0)
    this.#maskAt = (shift + count) & 3
  }
}

/** A frame of a server: header and payload in one buffer. */
function frameOf(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const start = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = 0x80 | opcode
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, start)
  return frame
}

export const dataFrame = (payload: Uint8Array): Buffer => frameOf(BINARY, payload)
export const pongFrame = (payload: Uint8Array): Buffer => frameOf(PONG, payload)
export const closeFrame = (code: CloseCode): Buffer => frameOf(CLOSE, Uint8Array.of(code >> 8, code & 0xff))
