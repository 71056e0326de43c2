import { Duplex } from 'node:stream'
import { CloseCode, closeFrame, dataFrame, FrameFault, FrameReader, pongFrame } from './web-socket-frames.ts'

/**
 * The bytes that the binary frames of a WebSocket carry, over the socket of one that was upgraded. A write is one frame, in one write of
 * the socket; what comes is handed on as it comes, whole frames or not.
 */
export class WebSocketStream extends Duplex {
  readonly #socket: Duplex
  readonly #reader: FrameReader
  #saidGoodbye = false
  #hasEnded = false

  constructor(socket: Duplex, head: Buffer, maxMessageBytes: number) {
    // Like a socket, it ends when its peer does. It is gone when its socket is: until then that has our last frame to send.
    super({ allowHalfOpen: false, autoDestroy: false })
    this.#socket = socket
    this.#reader = new FrameReader(
      { data: (bytes) => this.#take(bytes), ping: (payload) => this.#pong(payload), close: () => this.#close(CloseCode.normal) },
      maxMessageBytes,
    )
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('end', () => this.#close(CloseCode.normal))
    socket.on('error', (error) => this.destroy(error))
    socket.on('close', () => this.destroy())
    // Listeners come first.
    if (head.length > 0) process.nextTick(() => this.#read(Buffer.from(head)))
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (this.#saidGoodbye || this.#socket.write(dataFrame(chunk))) done()
    else this.#socket.once('drain', done)
  }

  /** Asks the peer to close; the socket ends with its answer. */
  override _final(done: () => void): void {
    this.#sayGoodbye(CloseCode.normal)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }

  #read(chunk: Buffer): void {
    if (this.#hasEnded) return
    try {
      this.#reader.read(chunk)
    } catch (error) {
      if (!(error instanceof FrameFault)) throw error
      this.#close(error.code)
    }
  }

  #take(bytes: Buffer): void {
    if (!this.#hasEnded && !this.push(bytes)) this.#socket.pause()
  }

  #pong(payload: Buffer): void {
    if (!this.#saidGoodbye) this.#socket.write(pongFrame(payload))
  }

  /** The peer is done, or is no WebSocket: nothing of it is read any more. */
  #close(code: CloseCode): void {
    this.#sayGoodbye(code)
    this.#socket.end()
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.push(null)
  }

  #sayGoodbye(code: CloseCode): void {
    if (this.#saidGoodbye) return
    this.#saidGoodbye = true
    this.#socket.write(closeFrame(code))
  }
}
